"""A place in a draft: a provision by its path, or a stretch of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.text.draft import Draft, Provision

#: The index of a provision among its siblings, level by level; () is the whole draft.
Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule by which an address was read that a reader may dispute: a stable code, and what was taken for what."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The provision at `path`, or the characters `start` to `end` of its content (of its label with `in_label`).

    `reading` is the rule by which the stretch was told where the address does not settle it.
    """

    path: Path
    start: int | None = None
    end: int | None = None
    in_label: bool = False
    reading: Reading | None = None


def provision_at(draft: Draft, path: Path) -> Provision:
    """The provision at a path of the draft; the path is not empty."""
    provision = draft.provisions[path[0]]
    for index in path[1:]:
        provision = provision.children[index]
    return provision


def children_at(draft: Draft, path: Path) -> tuple[Provision, ...]:
    """What stands right below a path; for () the outermost provisions."""
    return provision_at(draft, path).children if path else draft.provisions


def paths_below(draft: Draft, path: Path) -> Iterator[tuple[Path, Provision]]:
    """A provision and all below it with their paths, in reading order; for () all of the draft."""
    open_ = [(path, provision_at(draft, path))] if path else _children(path, draft.provisions)
    while open_:
        here, provision = open_.pop()
        yield here, provision
        if provision.children:
            open_ += _children(here, provision.children)


def _children(path: Path, provisions: tuple[Provision, ...]) -> list[tuple[Path, Provision]]:
    """What stands right below a path, the last first."""
    return [((*path, index), provisions[index]) for index in range(len(provisions) - 1, -1, -1)]
