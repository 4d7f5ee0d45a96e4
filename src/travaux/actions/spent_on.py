"""Gives which of the orders in force, that are to be carried out once, later messages of the file report as done, and
which are past their day."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from travaux.actions.read_once import Reading, read_once
from travaux.desk import convert, models, shelf
from travaux.desk.references.look import references
from travaux.findings import Citation
from travaux.mandate.deeds import Deed, deeds
from travaux.mandate.directives_said import Directive
from travaux.mandate.issue import folded
from travaux.mandate.spent import Reply, Spent, is_once, spent

#: So long after an order its doing is looked for.
_WITHIN = datetime.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the writer of a document says to have done."""

    found: tuple[Deed, ...]


_DEEDS = Reading("deeds", Deeds, lambda row: Deeds(deeds(convert.document(row))))


def spent_on(directives: Sequence[Directive], date: datetime.date) -> tuple[Spent, ...]:
    """Those of these orders that are spent on a day."""
    once = [each for each in directives if is_once(each)]
    return spent(once, tuple(_replies(once, date)), on=date) if once else ()


def _replies(once: Sequence[Directive], date: datetime.date) -> Iterator[Reply]:
    """The later messages by whom orders were given to, in order of time."""
    homes = list(shelf.rows().filter(ident__in={each.document for each in once}).exclude(filed=None))
    asking = _Asking(homes)
    answered = {row.pk: asked for row in _later(homes, date) if (asked := asking.by(row))}
    for row, found in read_once(_DEEDS, shelf.rows().filter(pk__in=answered)):
        named: dict[str, Citation] = {}
        for one in references(row):
            named.setdefault(one.meant.document, one.cited.at)
        for home in answered[row.pk]:
            if row.filed is not None and (home.ident in named or found.found):
                yield Reply(home.ident, row.filed, named.get(home.ident), found.found)


def _later(homes: Sequence[models.Document], date: datetime.date) -> QuerySet[models.Document]:
    days = [home.filed for home in homes if home.filed is not None]
    first, last = min(days, default=date), min(date, max(days, default=date) + _WITHIN)
    return shelf.rows().filter(filed__gte=first, filed__lte=last)


class _Asking:
    """The messages that wait for an answer, in order of time, each with whom it was to."""

    def __init__(self, homes: Sequence[models.Document]) -> None:
        dated = [(home.filed, home) for home in homes if home.filed is not None and home.addressee]
        dated.sort(key=lambda each: each[0])
        self.days = [day for day, _ in dated]
        self.homes = [(folded(home.addressee), home) for _, home in dated]

    def by(self, row: models.Document) -> list[models.Document]:
        """Those that a message may answer: it is by whom they were to, and was written within the time."""
        if not row.sender or row.filed is None:
            return []
        near = self.homes[bisect_left(self.days, row.filed - _WITHIN) : bisect_right(self.days, row.filed)]
        sender = folded(row.sender)
        return [home for addressee, home in near if sender in addressee and home.ident != row.ident]
