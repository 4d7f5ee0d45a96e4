"""Search over the documents of the file."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from travaux.desk import search as index
from travaux.desk.search import Filters, Hit, Order
from travaux.record.document import Kind
from travaux.web.api.paging import Limit, Number, next_page
from travaux.web.api.shapes import Count, Found, Results, SnippetPart

router = Router()

#: What is typed is read up to here, as on the page.
_LONGEST = 2000
Words = Annotated[str, Query(max_length=_LONGEST, description="Words, phrases, begin*, NEAR, AND, OR, NOT.")]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}(-\d{1,2}(-\d{1,2})?)?)?$", description="1958 or 1958-09.")]
Name = Annotated[str, Query(max_length=200)]


@router.get("/search", response=Results, operation_id="search", summary="Documents that have the words, with facets")
def search(  # noqa: PLR0913 - what can be asked in an address
    request: HttpRequest,
    q: Words = "",
    since: Day = "",
    until: Day = "",
    kind: Kind | None = None,
    actor: Name = "",
    classification: Name = "",
    volume: Name = "",
    withheld: bool = False,
    order: Order = Order.RANK,
    page: Number = 1,
    limit: Limit = 20,
) -> Results:
    filters = Filters(
        since=index.first_day(since),
        until=index.last_day(until),
        kind=kind or "",
        actor=actor,
        classification="-".join(classification.lower().split()),
        volume=volume,
        withheld=withheld,
    )
    found = index.search(q, filters=filters, order=order, page=page, limit=limit)
    return Results(
        searched_for=str(found.query),
        filters=str(found.filters),
        remarks=list(found.remarks),
        items=[_found(hit) for hit in found.hits],
        total=found.total,
        page=found.page,
        pages=found.pages,
        next=next_page(request, found.page, found.pages),
        facets={
            facet.value: [Count(value=value, documents=documents) for value, documents in counts.values]
            for facet, counts in found.facets.items()
        },
    )


def _found(hit: Hit) -> Found:
    parts = hit.snippet.parts if hit.snippet else ()
    return Found(
        id=hit.document,
        number=hit.number,
        title=hit.title,
        kind=hit.kind,
        date=hit.date,
        date_text=hit.date_text,
        sender=hit.sender,
        recipient=hit.recipient,
        classification=hit.classification,
        passage=[SnippetPart(words=part.words, matched=part.matched) for part in parts],
        at=hit.snippet.at if hit.snippet else None,
    )
