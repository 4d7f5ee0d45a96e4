"""Full-text search over the documents of the open file: what has the words, the best or the earliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nsmallest
from operator import itemgetter

from travaux.desk.access.decide import partly
from travaux.desk.search.catalogue import Catalogue, Counts, Facet, catalogue
from travaux.desk.search.engine import engine
from travaux.desk.search.filters import Filters
from travaux.desk.search.fts5 import ranked_in
from travaux.desk.search.hits import Hit, hits
from travaux.desk.search.in_part import seen_in_part
from travaux.desk.search.parse import parse
from travaux.desk.search.query import Node, Query

#: So many values of a facet are told.
MOST_VALUES = 12
# A rank, or a place in order of date, and the key of the document, which decides between equals: they sort.
_Placed = tuple[float, int]
_KEY = itemgetter(1)


class Order(StrEnum):
    """What comes first: the document that the words tell most of, or the earliest."""

    RANK = "rank"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of what was found: `total` documents in all, and how many of them have which value of each facet.

    `remarks` say what of the query or of the filters could not be used.
    """

    query: Query
    filters: Filters
    order: Order
    hits: tuple[Hit, ...]
    total: int
    page: int
    limit: int
    facets: Mapping[Facet, Counts]
    remarks: tuple[str, ...]

    @property
    def pages(self) -> int:
        return _pages(self.total, self.limit)


def search(
    typed: str, *, filters: Filters | None = None, order: Order = Order.RANK, page: int = 1, limit: int = 20
) -> Results:
    """A page of the documents that have what was typed, under the filters; the nearest page where there is none such.

    Nothing that is typed raises. Without words, every document that passes the filters is found, in order of date.
    """
    query = parse(typed)
    with engine().at_one_moment():
        return _search(query, filters or Filters(), order, page, limit)


def _search(query: Query, filters: Filters, order: Order, page: int, limit: int) -> Results:
    if query.wanted is None:
        order, known = Order.DATE, catalogue()
        fitting: list[_Placed] = list(enumerate(known.in_order)) if filters else []
    else:
        fitting = _found(query.wanted, order)
        # Which of the senders and recipients is meant, all of them tell.
        known = catalogue(None if filters.sender or filters.recipient else list(map(_KEY, fitting)))
        if order is Order.DATE:
            fitting = [(known.places[key], key) for _, key in fitting]
    found = _admitted(fitting, filters, known)
    keys = list(map(_KEY, found))
    last = _pages(len(keys), limit)
    beyond = (f"There is no page {page:,}; this is the last.",) if page > last and keys else ()
    page = min(max(page, 1), last)
    shown = [key for _, key in nsmallest(page * limit, found)[(page - 1) * limit :]]
    return Results(
        query=query,
        filters=filters,
        order=order,
        hits=hits(shown, query.wanted, among=len(keys)),
        total=len(keys),
        page=page,
        limit=limit,
        facets=known.counts(keys, most=MOST_VALUES),
        remarks=(*query.remarks, *_remarks(filters, fitting, found, known), *beyond),
    )


def _found(wanted: Node, order: Order) -> list[_Placed]:
    """The documents that have it; by date, in no order yet."""
    in_part = _ranked_in_part(wanted)
    return (
        engine().ranked(wanted) if order is Order.RANK else [(0, key) for (key,) in engine().found(wanted)]
    ) + in_part


def _ranked_in_part(wanted: Node) -> list[_Placed]:
    """The documents that have it in what is shown of them, where some portions are not."""
    if not partly():
        return []
    with seen_in_part() as index:
        return ranked_in(index, wanted)


def _admitted(found: list[_Placed], filters: Filters, known: Catalogue) -> list[_Placed]:
    if not filters:
        return found
    admitted = set(known.admitted([key for _, key in found], filters))
    return [placed for placed in found if placed[1] in admitted]


def _remarks(filters: Filters, fitting: list[_Placed], found: list[_Placed], known: Catalogue) -> Iterator[str]:
    """What a reader should know of what the filters left out."""
    if filters.since or filters.until:
        dateless = [placed for placed in fitting if not known.earliest[placed[1]]]
        left_out = len(_admitted(dateless, replace(filters, since=None, until=None), known))
        if left_out:
            yield f"Left out, as they have no date: {left_out:,}."
    if filters and not found:
        yield from catalogue().unknown(filters)
        if fitting:
            yield f"Without these limits there are {len(fitting):,}."


def _pages(total: int, limit: int) -> int:
    return max(1, -(-total // limit))
