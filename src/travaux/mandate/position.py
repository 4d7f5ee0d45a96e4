"""What an actor holds on an issue from a day on, and what papers tell of how the issue was settled.

Nothing here is inferred: a position stands from its day until its actor is told to hold another at that level, or until
it is withdrawn by a paper.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation
from travaux.mandate.issue import Standing


class Level(StrEnum):
    """How far an actor would go: from what it asks at most to what it will not have."""

    MAXIMUM = "maximum"
    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"
    MINIMUM = "minimum"
    EXCLUDED = "excluded"


#: From the most that is asked to what is refused.
RANKS = {level: rank for rank, level in enumerate(Level)}


class Prospect(StrEnum):
    """Whether somebody thinks that a position can be had."""

    ATTAINABLE = "attainable"
    DOUBTFUL = "doubtful"
    UNATTAINABLE = "unattainable"


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """A party to the negotiation, or an office within it: they differ."""

    party: str
    office: str = ""

    def __post_init__(self) -> None:
        if not self.party:
            raise ValueError("an actor is of a party")

    def __str__(self) -> str:
        return f"{self.party}, {self.office}" if self.office else self.party


def actor(words: str) -> Actor:
    """The actor that 'Halvern' or 'Halvern, Ministry of Marine' names.

    >>> actor("Halvern, Ministry of Marine").office
    'Ministry of Marine'
    """
    party, _, office = words.partition(",")
    return Actor(party.strip(), office.strip())


@dataclass(frozen=True, slots=True)
class Voice:
    """The names by which papers speak of an actor ("GOJ", "Kishi"). `ours`: the papers of the file are its own, and
    say "we"."""

    actor: Actor
    names: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """What somebody thinks of the prospect of a position, and where that is said."""

    prospect: Prospect
    by: str
    at: Citation


@dataclass(frozen=True, slots=True)
class Position:
    """What `actor` holds on an issue from `date` on. `words` say it as the paper does, `wording` is the text of the
    treaty that it asks for, where there is one; `condition` is what it hangs on, in the words of the paper."""

    id: str
    issue: str
    actor: Actor
    date: datetime.date
    level: Level
    at: Citation
    words: str
    wording: str = ""
    condition: str = ""
    assessments: tuple[Assessment, ...] = ()

    def __post_init__(self) -> None:
        if not self.id or not self.words.strip():
            raise ValueError("a position has an id and words")

    @property
    def said(self) -> tuple[Level, str, str, str]:
        """What makes it another position than the one before it."""
        return self.level, _flat(self.words), _flat(self.wording), _flat(self.condition)


def _flat(words: str) -> str:
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A paper by which an actor no longer holds a position."""

    position: str
    date: datetime.date
    at: Citation


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a paper tells of the standing of an issue from `date` on, according to whom.

    `wording` is the text on which it was settled, `meets` are the ids of the positions that it meets.
    """

    issue: str
    standing: Standing
    date: datetime.date
    at: Citation
    according_to: Actor
    wording: str = ""
    meets: tuple[str, ...] = ()
