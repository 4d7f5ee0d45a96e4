"""A subject under negotiation, what it may be found to be, and the passages that are on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation


class Standing(StrEnum):
    """What became of an issue. Deferred without concession: put off, and nobody gave anything up by it."""

    OPEN = "open"
    AGREED = "agreed"
    AD_REFERENDUM = "agreed ad referendum"
    DEFERRED = "deferred without concession"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self in (Standing.OPEN, Standing.AD_REFERENDUM, Standing.DEFERRED)


@dataclass(frozen=True, slots=True)
class Issue:
    """A subject under negotiation. `aliases` are other names that papers give it, `provisions` the addresses in the
    text that it is about ("Article VI") as they are numbered in the draft with the id `draft`, "" where that is not
    told; `parent` is the id of the wider issue that it belongs to."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    parent: str = ""
    draft: str = ""

    def __post_init__(self) -> None:
        if not self.id or not self.name.strip():
            raise ValueError("an issue has an id and a name")
        if self.parent == self.id:
            raise ValueError(f"the issue {self.id} is its own parent")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document that a person says is on an issue."""

    issue: str
    at: Citation
    words: str = ""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A passage that a person says tells none of what is proposed there: no position, or not this one, where `held` are
    the words of what is held; or with `issue`, that is its id or the name that a caption gives it, nothing on that
    issue. `words` are those that the passage then had."""

    at: Citation
    words: str
    issue: str = ""
    held: str = ""
    reason: str = ""


def folded(name: str) -> str:
    """A name of an issue as it is compared: without the article, a number, the end sign, and the case of letters.

    >>> folded("2. The Treaty Area.") == folded("Treaty area")
    True
    """
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()
    while words and (words[0].isdigit() or words[0] == "the"):
        words = words[1:]
    return " ".join(words)
