"""Words that are not to leave the office, and their later release. Both are facts with an authority and a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation


class Edition(StrEnum):
    """For whom a copy of the file is made: those of the office itself, the other parties, everybody."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


#: From the narrowest circle to the widest: what an edition has, those before it have too.
_CIRCLES = tuple(Edition)
#: What a person may say that keeps words, by the widest edition that still has them.
KEPT_IN: dict[str, Edition | None] = {
    "none": None, "internal": Edition.INTERNAL, "partner": Edition.PARTNER,
}  # fmt: skip


class Unit(StrEnum):
    """In what the marker tells how much is withheld. A name tells no amount; a document is withheld in full."""

    LINES = "lines"
    NAME = "name"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words withheld from `date` on: `at` is where they stand, `reason` why (an exemption: '1.4(d)', 'sources'),
    `authority` who decided it. `kept_in` is the widest edition that still has them, None where none has.
    """

    number: int
    at: Citation
    reason: str
    authority: str
    date: datetime.date
    unit: Unit = Unit.LINES
    kept_in: Edition | None = Edition.INTERNAL

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.authority.strip():
            raise ValueError("words are withheld for a reason and by an authority")
        if self.unit is not Unit.DOCUMENT and self.at.start == self.at.end:
            raise ValueError("a mark has words")

    def holds_in(self, edition: Edition) -> bool:
        """Whether the words are missing from that edition."""
        return self.kept_in is None or _CIRCLES.index(edition) > _CIRCLES.index(self.kept_in)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The mark `of` no longer holds from `date` on, by `authority`; the mark and its reason stay on record."""

    of: int
    authority: str
    date: datetime.date

    def __post_init__(self) -> None:
        if not self.authority.strip():
            raise ValueError("words are released by an authority")


def in_force(marks: Iterable[Mark], releases: Iterable[Release], *, on: datetime.date) -> tuple[Mark, ...]:
    """The marks that hold on a day: made by then, and not released by then."""
    released = {each.of for each in releases if each.date <= on}
    return tuple(mark for mark in marks if mark.date <= on and mark.number not in released)
