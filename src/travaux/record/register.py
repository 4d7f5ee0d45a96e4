"""The lists that a volume prints of its persons and abbreviations, as data. It looks nobody up.

What a list says is kept as printed; what was understood of it stands beside the words and never replaces them.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Held(StrEnum):
    """Whether somebody held an office on a date, by what the list says.

    PERHAPS: the date falls into the month or year that is given as its beginning or end. UNDATED: the list gives the
    office for the time of the volume.
    """

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of an entry as the list prints them, the page they begin on, and which entry it is, from 1."""

    words: str
    position: int
    page: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody was, since and until when: EDTF dates ('1957-06', '1957-21' for spring), '' where none is given.

    `words` are those of the list. Where they were not understood, `title` is all of them and no date is given.
    """

    title: str
    words: str
    since: str = ""
    until: str = ""
    understood: bool = True

    def held(self, on: datetime.date) -> Held:
        """Whether it was held on a day.

        >>> office = Office("Ambassador to Corvany", "Ambassador to Corvany until June 1957", until="1957-06")
        >>> [office.held(datetime.date(1957, month, 10)).value for month in (5, 6, 7)]
        ['yes', 'perhaps', 'no']
        """
        if not self.understood or not (self.since or self.until):
            return Held.UNDATED
        first, settled = _span(self.since) if self.since else (datetime.date.min, datetime.date.min)
        ending, last = _span(self.until) if self.until else (datetime.date.max, datetime.date.max)
        if on < first or on > last:
            return Held.NO
        return Held.YES if settled <= on <= ending or self.since == self.until else Held.PERHAPS


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a list of persons. `surname` is what the list is ordered by; `same_as` the id of the person that a
    pseudonym or a 'see' leads to."""

    id: str
    name: str
    surname: str
    given: str
    titles: tuple[str, ...]
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    printed: Printed
    same_as: str = ""

    def __post_init__(self) -> None:
        if not self.id or not self.surname:
            raise ValueError("a person has an id and a name")

    def offices_on(self, day: datetime.date | None) -> tuple[tuple[Office, Held], ...]:
        """The offices that may have been held on a day; all of them where no day is known."""
        if day is None:
            return tuple((office, Held.UNDATED) for office in self.offices)
        held = ((office, office.held(day)) for office in self.offices)
        return tuple((office, how) for office, how in held if how is not Held.NO)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, code name or term, other ways in which the list prints it, and what it stands for."""

    id: str
    short: str
    meaning: str
    printed: Printed
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id or not self.short:
            raise ValueError("an abbreviation has an id and is not empty")


@dataclass(frozen=True)
class Register:
    """The persons and abbreviations of one source; `id` is that of the volume. `remarks` are entries of a list that
    are none: the editor's notes."""

    id: str
    persons: tuple[Person, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    remarks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.persons or self.abbreviations)

    @property
    def not_understood(self) -> tuple[Office, ...]:
        """The offices of which not all was understood."""
        return tuple(office for person in self.persons for office in person.offices if not office.understood)


#: Where the seasons of EDTF begin and end: those of the northern half, whose edges nobody draws on a day.
_SEASONS = {21: (3, 6), 22: (6, 9), 23: (9, 12), 24: (12, 12)}


@lru_cache(maxsize=4096)
def _span(date: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of an EDTF day, month, season or year."""
    year, month, day = (int(part) for part in (date + "-0-0").split("-")[:3])
    if day:
        return datetime.date(year, month, day), datetime.date(year, month, day)
    first, last = _SEASONS.get(month) or ((month, month) if month else (1, 12))
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])
