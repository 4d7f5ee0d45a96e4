"""The page of what is not agreed in an instrument over its versions: how much, where, whose, and for how long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from travaux.desk import shelf
from travaux.text.brackets_census import Census, course, curve
from travaux.text.draft import Draft
from travaux.text.instrument import by_instrument
from travaux.web.brackets.chart import chart
from travaux.web.show import Request, show


@dataclass(frozen=True, slots=True)
class Row:
    """Of a place or a side, how many brackets each version has there or of it."""

    name: str
    counts: tuple[int, ...]


def brackets(request: Request, ident: str) -> HttpResponse:
    """The brackets of the draft with that id, among the versions of its instrument."""
    shown = shelf.draft(ident)
    censuses = curve(_versions(shown))
    own = next(each for each in censuses if each.version.draft == shown.id)
    context = {
        "draft": shown,
        "census": own,
        "turns": course(censuses),
        "chart": chart(censuses) if len(censuses) > 1 else None,
        "places": _rows(censuses, lambda census: census.addresses),
        "sides": _rows(censuses, lambda census: census.proposers),
    }
    return show(request, "brackets/page.html", context)


def _versions(draft: Draft) -> list[Draft]:
    """The drafts of the same instrument in order of time, this one among them."""
    kin = next(each for each in by_instrument(shelf.drafts()) if any(row.ident == draft.id for row in each))
    return [shelf.draft(row.ident) for row in kin]


def _rows(censuses: Sequence[Census], counts: Callable[[Census], tuple[tuple[str, int], ...]]) -> list[Row]:
    """The counts of every version by name, the names in the order in which they are first met."""
    found = [dict(counts(census)) for census in censuses]
    names = dict.fromkeys(name for each in found for name in each)
    return [Row(name, tuple(each.get(name, 0) for each in found)) for name in names]
