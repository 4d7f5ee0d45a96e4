"""Tells which registers a document is to be linked with, and which documents are not linked with those yet.

A volume that lists persons and abbreviations has its own register. Any other source borrows what it lacks: from the
registers of the file whose time covers the document, the one for the shortest time first.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from travaux.desk import models
from travaux.desk.database.here import open_now

#: How many registers of others a document borrows at most.
_MOST = 8
_SOURCES = """
    SELECT DISTINCT desk_facets.source, coalesce(registers, '')
    FROM desk_facets LEFT JOIN desk_linked USING (document) ORDER BY desk_facets.source
"""
_DOCUMENTS = """
    SELECT desk_facets.source, document, filed, coalesce(registers, '')
    FROM desk_facets LEFT JOIN desk_linked USING (document)
    WHERE {} ORDER BY desk_facets.source, position
"""


@dataclass(frozen=True, slots=True)
class Loan:
    """What a document takes of a register: all of it, or one kind of entry."""

    register: int
    persons: bool = True
    abbreviations: bool = True

    def __str__(self) -> str:
        part = "" if self.persons and self.abbreviations else "p" if self.persons else "a"
        return f"{self.register}{part}"


@dataclass(frozen=True, slots=True)
class Lent:
    """A register, and what is needed to choose it."""

    key: int
    source: int
    since: str
    until: str
    persons: bool
    abbreviations: bool

    @property
    def whole(self) -> bool:
        return self.persons and self.abbreviations

    def covers(self, date: str) -> bool:
        """Whether a document of that date may borrow it; a list without documents is for the whole file."""
        return not self.since or self.since <= date <= self.until

    @property
    def breadth(self) -> int:
        """How many days it covers; a list for the whole file comes first."""
        if not self.since:
            return 0
        return (datetime.date.fromisoformat(self.until) - datetime.date.fromisoformat(self.since)).days + 1


def due() -> Iterator[tuple[tuple[Loan, ...], list[int]]]:
    """What is taken of which registers, and the keys of the documents that are now to be linked with it."""
    lent = _lent()
    own = {register.source: register for register in lent}
    ends = _Ends(lent)
    # Sources without a register choose alike, and alike on all dates between two at which some register begins or ends.
    chosen: dict[tuple[int | None, tuple[int, int]], tuple[tuple[Loan, ...], str]] = {}
    wanting: dict[tuple[Loan, ...], list[int]] = {}
    with connection.cursor() as cursor:
        here = open_now()
        statement = _DOCUMENTS.format(here.among("desk_facets.source"))
        sources = _not_at_one(cursor.execute(_SOURCES).fetchall(), own)
        for source, document, date, linked in cursor.execute(statement, [here.listed(sources)]).fetchall():
            mine = own.get(source)
            asked = (mine.key if mine else None, ends.between(date))
            if asked not in chosen:
                registers = _choose(lent, mine, date)
                chosen[asked] = registers, joined(registers)
            registers, named = chosen[asked]
            if named != linked:
                wanting.setdefault(registers, []).append(document)
    yield from wanting.items()


def _not_at_one(linked: Iterable[tuple[int, str]], own: dict[int, Lent]) -> list[int]:
    """The sources that do not have all their documents linked with a whole register of their own, and nothing else."""
    by_source: dict[int, set[str]] = {}
    for source, registers in linked:
        by_source.setdefault(source, set()).add(registers)
    whole = {source: {joined((Loan(register.key),))} for source, register in own.items() if register.whole}
    return [source for source, registers in by_source.items() if registers != whole.get(source)]


class _Ends:
    """The days on which registers begin and those on which they end, in order."""

    def __init__(self, lent: Iterable[Lent]) -> None:
        dated = [each for each in lent if each.since]
        self._begin = sorted({each.since for each in dated})
        self._end = sorted({each.until for each in dated})

    def between(self, date: str) -> tuple[int, int]:
        """How many of them have begun on a date, and how many are over: the same registers cover dates of which both
        are the same."""
        return bisect_right(self._begin, date), bisect_left(self._end, date)


def joined(registers: tuple[Loan, ...]) -> str:
    """The registers as the file names them: ' 1 7p '; the blanks tell a document that has none from one not linked."""
    return f" {' '.join(map(str, registers))} "


def _choose(lent: list[Lent], mine: Lent | None, date: str) -> tuple[Loan, ...]:
    if mine and mine.whole:
        return (Loan(mine.key),)
    persons, abbreviations = not (mine and mine.persons), not (mine and mine.abbreviations)
    lending = (each for each in lent if (persons and each.persons) or (abbreviations and each.abbreviations))
    nearest = islice((each for each in lending if each is not mine and each.covers(date)), _MOST)
    own = (Loan(mine.key),) if mine else ()
    return own + tuple(Loan(each.key, persons, abbreviations) for each in nearest)


def _lent() -> list[Lent]:
    """All registers, those for the shortest time first."""
    rows = models.Register.objects.order_by("id").values_list(
        "id", "source_id", "since", "until", "persons", "abbreviations"
    )
    lent = [
        Lent(key, source, str(since or ""), str(until or ""), bool(persons), bool(abbreviations))
        for key, source, since, until, persons, abbreviations in rows
    ]
    return sorted(lent, key=lambda each: (each.breadth, each.key))
