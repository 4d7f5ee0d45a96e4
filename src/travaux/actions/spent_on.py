"""Gives which of the orders in force, that are to be carried out once, later messages of the file report as done, and
which are past their day."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from travaux.actions.read_once import Reading, read_once
from travaux.desk import convert, models, shelf
from travaux.desk.references.look import references_of
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
    homes = _messages(shelf.rows().filter(ident__in={each.document for each in once}))
    asking = _Asking(homes)
    answered = {each.key: asked for each in _later(homes, date) if (asked := asking.by(each))}
    references = references_of(list(answered))
    for row, found in read_once(_DEEDS, shelf.rows().filter(pk__in=answered)):
        named: dict[str, Citation] = {}
        for one in references.get(row.ident, ()):
            named.setdefault(one.meant.document, one.cited.at)
        for home in answered[row.pk]:
            if row.filed is not None and (home in named or found.found):
                yield Reply(home, row.filed, named.get(home), found.found)


class _Message(NamedTuple):
    """What of a message tells whether it may answer another: its row would take ten times as long to fetch."""

    key: int
    ident: str
    filed: datetime.date
    sender: str
    addressee: str


def _messages(rows: QuerySet[models.Document]) -> list[_Message]:
    told = rows.exclude(filed=None).values_list("pk", "ident", "filed", "sender", "addressee")
    return list(map(_Message._make, told))


def _later(homes: Sequence[_Message], date: datetime.date) -> list[_Message]:
    days = [home.filed for home in homes]
    first, last = min(days, default=date), min(date, max(days, default=date) + _WITHIN)
    return _messages(shelf.rows().filter(filed__gte=first, filed__lte=last))


class _Asking:
    """The messages that wait for an answer, in order of time, each with whom it was to."""

    def __init__(self, homes: Sequence[_Message]) -> None:
        dated = sorted((home for home in homes if home.addressee), key=lambda each: each.filed)
        self.days = [home.filed for home in dated]
        self.homes = [(folded(home.addressee), home.ident) for home in dated]

    def by(self, later: _Message) -> list[str]:
        """The ids of those that a message may answer: it is by whom they were to, and was written within the time."""
        if not later.sender:
            return []
        near = self.homes[bisect_left(self.days, later.filed - _WITHIN) : bisect_right(self.days, later.filed)]
        sender = folded(later.sender)
        return [ident for addressee, ident in near if sender in addressee and ident != later.ident]
