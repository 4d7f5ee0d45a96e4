"""Takes the mandate on a day together from the open file: directives as read and as settled, decisions, our drafts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.models import Q

from travaux.desk import convert, mandates, models, shelf
from travaux.desk.mandates import Approval, Settled
from travaux.findings import Citation
from travaux.mandate import authority, directives
from travaux.mandate import on as mandate_on
from travaux.mandate.authority_said import Request
from travaux.mandate.directives_said import Directive, Directives, Said, Standing
from travaux.mandate.directives_settled import entered, said_in, with_object
from travaux.mandate.on import Mandate, Wording
from travaux.record.document import Document, Kind
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind

_NO_ORDERS = tuple(kind.value for kind in (Kind.CONVERSATION, Kind.MINUTES, Kind.EDITORIAL_NOTE, Kind.AGREEMENT))


def mandate(date: datetime.date, *, confirmed: bool = False) -> Mandate:
    """The mandate on a day, from all documents up to it. With `confirmed`, from what a person settled alone."""
    settled, approvals = mandates.every(), mandates.approvals()
    told: list[Directive] = []
    requests: list[Request] = []
    giving: dict[str, tuple[Document, tuple[Directive, ...]]] = {}
    for document in _documents(date):
        found = as_settled(document, settled.get(document.id, ()))
        told += found.found
        request = as_decided(authority.read(document), approvals)
        if request is not None:
            requests.append(request)
        if found.found or (request is not None and any(one.granted for one in request.recommendations)):
            giving[document.id] = document, found.found
    return mandate_on.on(date, told, wordings=_wordings(giving, date), requests=requests, confirmed=confirmed)


def directives_of(row: models.Document) -> tuple[Directives, Request | None]:
    """The directives of a document as they stand, and the request for authority that it is."""
    document = _dated(row)
    request = as_decided(authority.read(document), mandates.approvals())
    return as_settled(document, mandates.of(document.id)), request


def as_settled(document: Document, settled: Iterable[Settled]) -> Directives:
    """The directives of a document with what people decided on them; rejected ones stay, marked so."""
    read = directives.read(document)
    found = {one.at: one for one in read.found}
    taken = set[Citation]()
    for each in settled:
        if each.verdict is None or document.text[each.at.start : each.at.end] != each.passage:
            continue
        taken.add(each.at)
        known = found.get(each.at)
        if known is None and each.told.act is not None:
            known = entered(document, each.at, each.told.act)
        if known is not None:
            found[each.at] = _told(document, known, each)
    ordered = tuple(sorted(found.values(), key=lambda one: (one.at.start, one.at.end)))
    open_ = tuple(each for each in read.findings if each.at not in taken)
    return Directives(ordered, open_)


def _told(document: Document, known: Directive, settled: Settled) -> Directive:
    """A directive as a person says that it is to stand."""
    told = settled.told
    one = replace(known, standing=settled.verdict or known.standing)
    if settled.verdict is Standing.REJECTED:
        return one
    if told.act is not None:
        one = replace(one, act=told.act)
    if told.object is not None and told.object != _words(one.object):
        one = with_object(one, said_in(document, one.at, told.object, what="object"))
    if told.condition is not None and told.condition != _words(one.condition):
        one = replace(one, condition=said_in(document, one.at, told.condition, what="condition"))
    if told.limit is not None and told.limit != _words(one.limit):
        one = replace(one, limit=said_in(document, one.at, told.limit, what="limit"))
    return replace(
        one,
        fallback=one.fallback if told.fallback is None else told.fallback,
        denied=one.denied if told.denied is None else told.denied,
        allowed=one.allowed if told.allowed is None else told.allowed,
    )


def _words(said: Said | None) -> str:
    return said.words if said else ""


def as_decided(request: Request | None, approvals: dict[tuple[str, str], Approval]) -> Request | None:
    """A request with the decisions that people entered, which go before those read."""
    if request is None:
        return None
    decided = []
    for one in request.recommendations:
        known = approvals.get((request.document, one.number))
        if known is None:
            decided.append(one)
            continue
        addition = Said(known.addition, one.words.at) if known.addition else None
        decided.append(replace(one, decided=known.decided, addition=addition, by=known.approver, on=known.on))
    return replace(request, recommendations=tuple(decided))


def _documents(date: datetime.date) -> Iterator[Document]:
    rows = models.Document.objects.exclude(kind__in=_NO_ORDERS).filter(Q(filed__lte=date) | Q(filed=None))
    for row in rows.order_by("filed", "source_id", "position").iterator(chunk_size=100):
        yield _dated(row)


def _dated(row: models.Document) -> Document:
    """A document; an undated one with the day by which it is filed, that of the one before it."""
    document = convert.document(row)
    return document if document.date or row.filed is None else replace(document, date=row.filed)


def _wordings(giving: dict[str, tuple[Document, tuple[Directive, ...]]], date: datetime.date) -> Iterator[Wording]:
    """The provisions of the drafts that an instruction or an approved request gives or makes."""
    rows = models.Draft.objects.filter(document__ident__in=giving, date__lte=date).order_by("date", "position")
    for row in rows.iterator():
        draft = convert.draft(row)
        if draft.date is not None:
            for wording in _of_draft(draft, draft.date):
                document, found = giving.get(wording.at.document, (None, ()))
                yield mandate_on.as_told(wording, document, found) if document else wording


def _of_draft(draft: Draft, date: datetime.date) -> Iterator[Wording]:
    for one in draft.provisions:
        address = address_of(one)
        if address is not None and one.wording.strip():
            at = next((run.origin for provision in one.walk() for run in provision.content), draft.at)
            yield Wording(words=one.wording, at=at, date=date, address=address, basis=draft.id)


def address_of(one: Provision) -> Address | None:
    """Where an outermost provision of a draft is: its article, or the preamble."""
    if one.kind is ProvisionKind.ARTICLE and one.number:
        return Address((Step(Level.ARTICLE, one.number),))
    return Address((Step(Level.PREAMBLE),)) if one.kind is ProvisionKind.PREAMBLE else None


def overview() -> list[tuple[models.Document, Directives, Request | None]]:
    """The documents of the file that tell somebody what to do or ask for authority, in order of date."""
    settled, approvals = mandates.every(), mandates.approvals()
    found = []
    for row in shelf.rows().exclude(kind__in=_NO_ORDERS).iterator(chunk_size=100):
        document = _dated(row)
        told = as_settled(document, settled.get(document.id, ()))
        request = as_decided(authority.read(document), approvals)
        if told.found or told.findings or request is not None:
            found.append((row, told, request))
    return found
