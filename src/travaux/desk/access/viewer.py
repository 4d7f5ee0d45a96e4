"""Who looks at the file. Where nobody logs in it is the one person at the machine, who sees all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from travaux.desk.access.marking import Level


class Role(StrEnum):
    """What a person is in the negotiation; one may be several."""

    READER = "reader"
    DRAFTER = "drafter"
    NEGOTIATOR = "negotiator"
    CLEARER = "clearing office"
    APPROVER = "approver"
    KEEPER = "keeper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who looks: `key` is the name they log in with, `names` what a mark "eyes only" may call them by.

    `everything`: they see all, whatever its marks.
    """

    key: str = ""
    name: str = ""
    level: Level = Level.UNCLASSIFIED
    lists: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    everything: bool = False


#: The one person at the machine, and whatever the program derives from all documents.
HOUSE = Viewer(name="the person at this machine", roles=frozenset(Role), everything=True)
#: Whoever has not said who they are, where people must: they see nothing at all.
NOBODY = Viewer(level=Level.UNCLASSIFIED)

_viewer: ContextVar[Viewer | None] = ContextVar("travaux_viewer", default=None)
_without_login = [HOUSE]


def current() -> Viewer:
    """Who looks now."""
    return _viewer.get() or _without_login[0]


@contextmanager
def viewing(viewer: Viewer) -> Iterator[None]:
    """What is asked of the file within is asked by `viewer`."""
    token = _viewer.set(viewer)
    try:
        yield
    finally:
        _viewer.reset(token)


@contextmanager
def house() -> Iterator[None]:
    """What is asked of the file within is asked by the program itself, which derives drafts from all documents. What it
    finds is kept, and never shown but to those who may see all that it rests on."""
    with viewing(HOUSE):
        yield


def require_login(needed: bool = True) -> None:
    """Have whoever has not logged in see nothing, in every thread of this process."""
    _without_login[0] = NOBODY if needed else HOUSE
