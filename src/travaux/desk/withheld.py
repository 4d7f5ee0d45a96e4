"""How much of the open file was not released, by volume and in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from travaux.desk.access.decide import visible
from travaux.record.withholding import Tally, added

_TALLIES = """
    SELECT volume, unit, sum(amount), sum(stated), sum(below), sum(unstated) FROM desk_withheld
    WHERE {} GROUP BY volume, unit
"""
_IN_FULL = """
    SELECT volume FROM (SELECT DISTINCT volume, document FROM desk_withheld) AS each_document
    JOIN desk_document ON desk_document.id = document WHERE withheld_in_full AND {}
"""
_DOCUMENTS = "SELECT volume, count(DISTINCT document) FROM desk_withheld WHERE {} GROUP BY volume"


@dataclass(frozen=True, slots=True)
class Total:
    """What was withheld of a volume: of how many documents anything, of how many everything, and how much."""

    volume: str
    documents: int
    in_full: int
    tallies: tuple[Tally, ...]

    @property
    def passages(self) -> int:
        return sum(tally.passages for tally in self.tallies)


def withheld() -> tuple[Total, ...]:
    """The volumes of which anything was withheld, in order of name."""
    tallies: defaultdict[str, list[Tally]] = defaultdict(list)
    in_full: defaultdict[str, int] = defaultdict(int)
    shown = visible("document")
    with connection.cursor() as cursor:
        for volume, unit, amount, stated, below, unstated in cursor.execute(_TALLIES.format(shown)).fetchall():
            tallies[volume].append(Tally(unit, amount, stated, below, unstated))
        documents = dict(cursor.execute(_DOCUMENTS.format(shown)).fetchall())
        for (volume,) in cursor.execute(_IN_FULL.format(shown)).fetchall():
            in_full[volume] += 1
    return tuple(
        Total(volume, documents[volume], in_full[volume], added(tallies[volume])) for volume in sorted(tallies)
    )


def in_all(totals: Iterable[Total]) -> Total:
    """Those of all volumes in one."""
    each = tuple(totals)
    return Total(
        "",
        sum(total.documents for total in each),
        sum(total.in_full for total in each),
        added(tally for total in each for tally in total.tallies),
    )
