"""What documents cite and name, and which message answers which."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from travaux.desk import shelf
from travaux.desk.references import look
from travaux.desk.registers import lookup
from travaux.desk.registers.lookup import Entry
from travaux.desk.registers.pack import EntryKind
from travaux.desk.threads import told
from travaux.mandate.threads import Message
from travaux.web.api.citing_shapes import (
    CitedByLine,
    EntryLine,
    EntryWhole,
    NamedIn,
    NameLine,
    ReferenceLine,
    ReferencesOf,
    ThreadLine,
)
from travaux.web.api.paging import Limit, Number, as_page, page_among
from travaux.web.api.shapes import Page

router = Router()

Name = Annotated[str, Query(max_length=200, description="A name, a part of an entry, or an abbreviation.")]
Key = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.get("/references/{path:ident}", response=ReferencesOf, operation_id="references", summary="What cites what")
def references(request: HttpRequest, ident: str) -> ReferencesOf:
    row = shelf.row(ident)
    return ReferencesOf(
        document=row.ident,
        refers_to=[ReferenceLine.of(one) for one in look.references(row)],
        cited_by=[CitedByLine.of(one) for one in look.backlinks(row)],
    )


@router.get("/register", response=Page[NameLine], operation_id="register", summary="Persons and abbreviations")
def register(
    request: HttpRequest, name: Name = "", kind: EntryKind | None = None, page: Number = 1, limit: Limit = 50
) -> Page[NameLine]:
    found = lookup.find(name, kind=kind, first=(page - 1) * limit, limit=limit)
    often = lookup.how_often(entry for group in found.groups for entry in group)
    lines = [_name(group, often) for group in found.groups]
    return as_page(request, lines, total=found.total, page=page, limit=limit)


@router.get("/register/{key}", response=EntryWhole, operation_id="entry", summary="Who somebody is, and who names them")
def entry(request: HttpRequest, key: Key, page: Number = 1, limit: Limit = 50) -> EntryWhole:
    shown = lookup.entry(key)
    group = lookup.same(shown)
    rows, total, times = lookup.documents(group, first=(page - 1) * limit, limit=limit)
    named = [NamedIn(document=row.ident, title=row.title, date=row.date, times=count) for row, count in rows]
    paged = as_page(request, named, total=total, page=page, limit=limit)
    return EntryWhole(
        kind=shown.kind,
        name=shown.name,
        entries=[EntryLine.of(one) for one in group],
        documents=paged.items,
        total=total,
        times=times,
        page=page,
        pages=paged.pages,
        next=paged.next,
    )


@router.get("/threads", response=Page[ThreadLine], operation_id="threads", summary="What answers what")
def threads(
    request: HttpRequest, document: str = "", unanswered: bool = False, page: Number = 1, limit: Limit = 50
) -> Page[ThreadLine]:
    found = told(document=shelf.row(document).ident if document else "").threads
    wanted = [
        each
        for each in found
        if (document or unanswered or len(each) > 1) and (not unanswered or any(one.is_unanswered for one in each))
    ]
    return page_among(request, wanted, _thread, page=page, limit=limit)


def _name(group: tuple[Entry, ...], often: dict[int, tuple[int, int]]) -> NameLine:
    counts = [often.get(each.key, (0, 0)) for each in group]
    first = group[0]
    return NameLine(
        key=first.key,
        kind=first.kind,
        name=first.name,
        printed=first.printed,
        listed_in=list(dict.fromkeys(each.register for each in group)),
        documents=sum(each[0] for each in counts),
        times=sum(each[1] for each in counts),
    )


def _thread(messages: tuple[Message, ...]) -> ThreadLine:
    return ThreadLine(messages=list(messages), unanswered=[one.document for one in messages if one.is_unanswered])
