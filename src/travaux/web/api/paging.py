"""Lists a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from ninja import Query

from travaux.web.api.shapes import Page

_Row = TypeVar("_Row", bound=Model)
_Item = TypeVar("_Item")
_Found = TypeVar("_Found")

#: At most so many items a page.
MOST = 200
Number = Annotated[int, Query(ge=1, le=1_000_000, description="Which page.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items a page.")]


def page_of(
    request: HttpRequest, rows: QuerySet[_Row], item: Callable[[_Row], _Item], *, page: int, limit: int
) -> Page[_Item]:
    """A page of rows as items. Behind the last page there is an empty one."""
    shown = rows[(page - 1) * limit : page * limit]
    return as_page(request, [item(row) for row in shown], total=rows.count(), page=page, limit=limit)


def page_among(
    request: HttpRequest, found: Sequence[_Found], item: Callable[[_Found], _Item], *, page: int, limit: int
) -> Page[_Item]:
    """The same of what is no row."""
    shown = found[(page - 1) * limit : page * limit]
    return as_page(request, [item(each) for each in shown], total=len(found), page=page, limit=limit)


def as_page(request: HttpRequest, items: list[_Item], *, total: int, page: int, limit: int) -> Page[_Item]:
    """Items as the page of that number, among so many in all."""
    pages = max(1, -(-total // limit))
    return Page(items=items, total=total, page=page, pages=pages, next=next_page(request, page, pages))


def next_page(request: HttpRequest, page: int, pages: int) -> str | None:
    """The address of the page behind this one, with all else that was asked."""
    if page >= pages:
        return None
    asked: dict[str, Any] = {**request.GET.dict(), "page": page + 1}
    return f"{request.path}?{urlencode(asked)}"
