"""How a document is marked: its level, its distribution, the names for whose eyes alone it is. Read from its own words.

What no table knows is held to be of the highest level: nobody sees by a mark that was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

import msgspec


class Level(IntEnum):
    """How secret it is; who may see a level may see those below it."""

    UNCLASSIFIED = 0
    OFFICIAL_USE = 1
    RESTRICTED = 2
    CONFIDENTIAL = 3
    SECRET = 4
    TOP_SECRET = 5

    @property
    def words(self) -> str:
        """The level as people write it."""
        return _WORDS[self]


_WORDS = {
    Level.UNCLASSIFIED: "Unclassified",
    Level.OFFICIAL_USE: "Official Use Only",
    Level.RESTRICTED: "Restricted",
    Level.CONFIDENTIAL: "Confidential",
    Level.SECRET: "Secret",
    Level.TOP_SECRET: "Top Secret",
}
#: The classes that readers give documents.
LEVELS = {
    "": Level.UNCLASSIFIED,
    "none": Level.UNCLASSIFIED,
    "unclassified": Level.UNCLASSIFIED,
    "official-use-only": Level.OFFICIAL_USE,
    "limited-official-use": Level.OFFICIAL_USE,
    "restricted": Level.RESTRICTED,
    "confidential": Level.CONFIDENTIAL,
    "secret": Level.SECRET,
    "top-secret": Level.TOP_SECRET,
}
#: Marks of a class that stand among the words of handling.
_SAID_BESIDE = {
    "administratively confidential": Level.OFFICIAL_USE,
    "private and confidential": Level.CONFIDENTIAL,
    "personal and confidential": Level.CONFIDENTIAL,
    "personal and secret": Level.SECRET,
}

LIMITED, EXCLUSIVE, NONE = "limited distribution", "exclusive distribution", "no distribution"
DEPARTMENT, NATIONALS, CONTROLLED, PRESIDENT = "department", "nationals", "controlled", "president"
#: The lists on which one must be to see what is so marked, and what they are called on a page.
LISTS = {
    LIMITED: "Limited Distribution",
    EXCLUSIVE: "Exclusive Distribution",
    NONE: "No Distribution",
    DEPARTMENT: "No Distribution Outside Department",
    NATIONALS: "No Foreign Dissemination",
    CONTROLLED: "Controlled Dissemination",
    PRESIDENT: "Presidential Handling",
}
#: Words of handling that narrow who may see a document, the longer ones first.
_NARROWING = (
    (r"no distribution outside(?: the)? department|nodis outside(?: the)? department", DEPARTMENT),
    (r"limit(?:ed)? distribution|lim[- ]?dis(?:trib)?", LIMITED),
    (r"exclusive distribution|ex[- ]?dis", EXCLUSIVE),
    (r"no distribution|no[- ]?dis", NONE),
    (r"no[- ]?forn|no foreign dissem(?:ination)?(?: abroad)?|not releasable to foreign nationals", NATIONALS),
    (r"controlled dissem(?:ination)?", CONTROLLED),
    (r"presidential handling|for the president only", PRESIDENT),
)
_LISTED = tuple((re.compile(words, re.IGNORECASE), name) for words, name in _NARROWING)
_EYES = re.compile(
    r"(?:literally\s+)?(?:eyes\s+only(?:\s+for)?|(?:personal|private)\s+for)(?P<names>.*)", re.IGNORECASE
)
_PARTED = re.compile(r"\s*(?:[,;&]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Marking:
    """A level, the distribution lists on all of which one must be, and the names for whose eyes alone it is.

    `closed`: it is for the eyes of named people alone, although none of them is named: for nobody's, then.
    """

    level: Level = Level.UNCLASSIFIED
    lists: frozenset[str] = frozenset()
    eyes: frozenset[str] = frozenset()
    closed: bool = False

    def __str__(self) -> str:
        told = [self.level.words, *(LISTS.get(name, name) for name in sorted(self.lists))]
        if self.eyes or self.closed:
            told.append(f"Eyes Only{' for ' if self.eyes else ''}{', '.join(sorted(self.eyes))}")
        return "; ".join(told)


def marking(classification: str | None, handling: Iterable[str] = ()) -> Marking:
    """The marking that a document's own words give it: its class as readers name it, and its words of handling.

    >>> str(marking("secret", ("Limdis", "Priority")))
    'Secret; Limited Distribution'
    """
    level = LEVELS.get((classification or "").lower(), Level.TOP_SECRET)
    lists, eyes, closed = set[str](), set[str](), False
    for words in handling:
        level = max(level, _SAID_BESIDE.get(_plain(words), level))
        lists |= {name for name in (_listed(words),) if name}
        if match := _EYES.search(words):
            names = {each for each in _PARTED.split(match["names"].strip(" ,—–-")) if each}
            closed = closed or not names
            eyes |= names
    return Marking(level, frozenset(lists), frozenset(eyes), closed and not eyes)


def _listed(words: str) -> str:
    return next((name for pattern, name in _LISTED if pattern.search(words)), "")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def written(marking: Marking) -> str:
    """The marking as the file keeps it, the same words for the same marking."""
    kept = (int(marking.level), sorted(marking.lists), sorted(marking.eyes), marking.closed)
    return msgspec.json.encode(kept).decode()


def read(words: str) -> Marking:
    """The marking that `written` made these words of."""
    level, lists, eyes, closed = msgspec.json.decode(words, type=tuple[int, list[str], list[str], bool])
    return Marking(Level(level), frozenset(lists), frozenset(eyes), closed)
