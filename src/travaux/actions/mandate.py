"""Takes the mandate on a day together from the open file: directives as read and as settled, decisions, our drafts."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from django.db.models import Q, QuerySet

from travaux.actions.approvals import Approvals, as_decided, as_entered
from travaux.actions.read_once import Reading, read_once
from travaux.actions.spent_on import spent_on
from travaux.desk import convert, mandates, models, positions, shelf
from travaux.desk.bindings import numbered
from travaux.desk.mandates import Settled
from travaux.desk.references.look import Reference, references, references_of
from travaux.findings import Citation
from travaux.mandate import authority, cancels, directives
from travaux.mandate import on as mandate_on
from travaux.mandate.authority_said import Request
from travaux.mandate.cancels import Cancelled
from travaux.mandate.directives_said import Directive, Directives, Said, Standing
from travaux.mandate.directives_settled import entered, said_in, with_object
from travaux.mandate.issue import folded
from travaux.mandate.issue_passages import issue_passages
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.on import Mandate, Wording
from travaux.mandate.say import Sheet
from travaux.mandate.subject import Subject, outermost, subject
from travaux.mandate.wholly import Wholly, wholly, with_messages
from travaux.record.document import Document, Kind
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind

#: So far into a message it says to which it refers as a whole.
_HEAD = 300
_NO_ORDERS = tuple(kind.value for kind in (Kind.CONVERSATION, Kind.MINUTES, Kind.EDITORIAL_NOTE, Kind.AGREEMENT))


@dataclass(frozen=True, slots=True)
class Orders:
    """What a document by itself says of the mandate: its directives, the request for authority that it is, and whether
    it says of anything that it holds no more."""

    directives: Directives
    request: Request | None
    cancels: bool = False


def _orders(row: models.Document) -> Orders:
    document = _dated(row)
    return Orders(directives.read(document), authority.read(document), cancels.says(document))


def _dated(row: models.Document) -> Document:
    """A document; an undated one with the day by which it is filed, that of the one before it."""
    document = convert.document(row)
    return document if document.date or row.filed is None else replace(document, date=row.filed)


_ORDERS = Reading("mandate", Orders, _orders, nothing=Orders(Directives((), (), ()), None))


def mandate(date: datetime.date, *, confirmed: bool = False) -> Mandate:
    """The mandate on a day, from all documents up to it. With `confirmed`, from what a person settled alone."""
    told: list[Directive] = []
    requests: list[Request] = []
    giving: dict[str, Giving] = {}
    rows = up_to(date)
    approvals = Approvals()
    cancelled: list[Cancelled] = []
    for row, orders in _settled_orders(rows, approvals):
        counting = tuple(one for one in orders.directives.found if mandate_on.counts(one, confirmed=confirmed))
        found = replace(orders.directives, found=counting)
        request = as_entered(orders.request, approvals) if confirmed else orders.request
        cancelled += _cancelled(row) if orders.cancels and not confirmed else ()
        told += found.found
        if request is not None:
            requests.append(request)
        given = _giving(row, found, request)
        if given is not None:
            giving[row.ident] = given
    wordings = _wordings(giving, date)
    held = mandate_on.on(date, told, wordings=wordings, requests=requests, cancelled=cancelled)
    filed = frozenset(rows.filter(date=None).exclude(filed=None).values_list("ident", flat=True))
    return replace(held, filed=filed, spent=spent_on(held.directives, date))


@dataclass(frozen=True, slots=True)
class Giving:
    """A document whose drafts are words authorised: its directives, and the day from which they are. An instruction
    gives them on its own day, a request on the day on which it was approved; None where that is not known."""

    directives: tuple[Directive, ...]
    since: datetime.date | None


def _giving(row: models.Document, found: Directives, request: Request | None) -> Giving | None:
    granted = [one for one in request.recommendations if one.granted] if request else []
    if request is not None and granted:
        days = [day for one in granted if (day := one.on or request.date)]
        return Giving(found.found, min(days, default=None))
    return Giving(found.found, row.date or row.filed) if found.found else None


def standing(
    rows: QuerySet[models.Document],
) -> Iterator[tuple[models.Document, Directives, Request | None]]:
    """What documents say of the mandate, as people settled it; those of which nothing is said are passed over."""
    return ((row, orders.directives, orders.request) for row, orders in _settled_orders(rows, Approvals()))


def _settled_orders(rows: QuerySet[models.Document], approvals: Approvals) -> Iterator[tuple[models.Document, Orders]]:
    settled = mandates.every()
    for row, orders in read_once(_ORDERS, rows, even=settled):
        decided = settled.get(row.ident, ())
        # Only on what somebody decided the words of the document are needed again.
        found = _settled(_dated(row), orders.directives, decided) if decided else orders.directives
        yield row, replace(orders, directives=found, request=as_decided(orders.request, approvals))


def _cancelled(row: models.Document) -> tuple[Cancelled, ...]:
    """The earlier messages of its own sender of which a document says that they hold no more."""
    if row.filed is None:
        return ()
    meant = [(one.cited.at, one.meant.document) for one in references(row)]
    told = cancels.cancels(convert.document(row), meant, date=row.filed)
    known = models.Document.objects.filter(ident__in={each.document for each in told}, filed__lte=row.filed)
    senders = {each.ident: folded(each.sender or "") for each in known.defer("tree", "found")}
    return tuple(each for each in told if senders.get(each.document) == folded(row.sender or ""))


@dataclass(frozen=True, slots=True)
class Beside:
    """A message that speaks of the subject of a sheet, and how many of its directives in force are not on the sheet."""

    document: str
    title: str
    date: datetime.date | None
    directives: int


@dataclass(frozen=True, slots=True)
class About:
    """What a sheet is on, the messages in force, and those of them that are on it as a whole."""

    subject: Subject
    documents: tuple[Document, ...]
    messages: tuple[Wholly, ...]


def about(held: Mandate, words: str) -> About | None:
    """What a sheet is to be on, with the passages of the messages in force that captions tell of it; None for all."""
    if not words.strip():
        return None
    register = positions.register()
    documents = tuple(_instructing(held))
    captioned = [(one, document.text) for document in documents for one in issue_passages(document, register)]
    on = _as_numbered(subject(register, words, captioned), held, documents)
    whole = tuple(_wholly(documents, on, register))
    return About(with_messages(on, whole, {each.id: len(each.text) for each in documents}), documents, whole)


def _as_numbered(on: Subject, held: Mandate, documents: Sequence[Document]) -> Subject:
    """The subject with its provisions as the messages in force and the drafts authorised number them."""
    days = {each.id: each.date for each in documents if each.date}
    found = numbered(on.issues, days, [each.basis for each in (*held.wordings, *held.undated.wordings)])
    return replace(on, numbered={ident: outermost(each) for ident, each in found.items()})


def wholly_on(sheet: Sheet, on: About | None) -> tuple[Wholly, ...]:
    """The messages with orders on a sheet that are on its subject as a whole, by what it is known."""
    if on is None:
        return ()
    told = {each.document for _, lines in sheet.lines for each in lines}
    return tuple(each for each in on.messages if each.document in told)


def _wholly(documents: Sequence[Document], on: Subject, register: IssueRegister) -> Iterator[Wholly]:
    heads = _Heads(documents)
    for document in documents:
        found = wholly(document, on, register, heads=partial(heads.of, document))
        if found is not None:
            yield found


class _Heads:
    """The messages that each of some documents refers to at its head; looked up for all of them when one is asked
    for."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = {each.id: each for each in documents}

    def of(self, document: Document) -> dict[Citation, Document]:
        """The messages that one refers to at its head, by the places where it does."""
        cited = self._cited.get(document.id, {})
        return {at: self._meant[ident] for at, ident in cited.items() if ident in self._meant}

    @cached_property
    def _cited(self) -> dict[str, dict[Citation, str]]:
        rows = shelf.rows().filter(ident__in=self.documents)
        found = references_of(list(rows.values_list("pk", flat=True)))
        return {
            ident: {one.cited.at: one.meant.document for one in each if _is_at_head(one)}
            for ident, each in found.items()
        }

    @cached_property
    def _meant(self) -> dict[str, Document]:
        named = {ident for cited in self._cited.values() for ident in cited.values()}
        others = shelf.documents(named - self.documents.keys())
        return self.documents | {each.id: each for each in others}


def _is_at_head(one: Reference) -> bool:
    at = one.cited.at
    return one.meant.document not in ("", at.document) and at.start < _HEAD and not at.note


def beside(sheet: Sheet, on: About | None) -> tuple[Beside, ...]:
    """The messages that name the subject of a sheet and order more than is on it, so that nothing is overlooked."""
    if on is None:
        return ()
    left = Counter(each.document for each in sheet.left)
    named = (each for each in on.documents if left[each.id] and on.subject.is_named_in(each.text))
    return tuple(Beside(one.id, one.title, one.date, left[one.id]) for one in named)


def _instructing(held: Mandate) -> Iterator[Document]:
    """The documents of the directives in force."""
    idents = {each.document for each in held.directives}
    for row in models.Document.objects.filter(ident__in=idents).order_by("filed", "source_id", "position"):
        yield convert.document(row)


def directives_of(row: models.Document) -> tuple[Directives, Request | None]:
    """The directives of a document as they stand, and the request for authority that it is."""
    document = _dated(row)
    request = as_decided(authority.read(document), Approvals())
    return as_settled(document, mandates.of(document.id)), request


def as_settled(document: Document, settled: Iterable[Settled]) -> Directives:
    """The directives of a document with what people decided on them; rejected ones stay, marked so."""
    return _settled(document, directives.read(document), settled)


def _settled(document: Document, read: Directives, settled: Iterable[Settled]) -> Directives:
    found = {one.at: one for one in read.found}
    taken = set[Citation]()
    dismissed: list[Citation] = []
    for each in settled:
        if each.verdict is None or document.text[each.at.start : each.at.end] != each.passage:
            continue
        taken.add(each.at)
        known = found.get(each.at)
        if known is None and each.told.act is not None:
            known = entered(document, each.at, each.told.act)
        if known is not None:
            found[each.at] = _told(document, known, each)
        elif each.verdict is Standing.REJECTED:
            dismissed.append(each.at)
    ordered = tuple(sorted(found.values(), key=lambda one: (one.at.start, one.at.end)))
    open_ = tuple(each for each in read.findings if each.at not in taken)
    left = tuple(at for at in read.possible if at not in taken)
    return Directives(ordered, open_, left, tuple(sorted(dismissed, key=lambda at: (at.start, at.end))))


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


def up_to(date: datetime.date) -> QuerySet[models.Document]:
    """The rows of the documents up to a day that may give orders; those without any day too."""
    rows = models.Document.objects.exclude(kind__in=_NO_ORDERS).filter(Q(filed__lte=date) | Q(filed=None))
    return rows.order_by("filed", "source_id", "position")


def _wordings(giving: dict[str, Giving], date: datetime.date) -> Iterator[Wording]:
    """The provisions of the drafts that an instruction or an approved request gives or makes."""
    rows = models.Draft.objects.filter(document__ident__in=giving).select_related("document")
    rows = rows.filter(Q(date__lte=date) | Q(date=None)).order_by("date", "position")
    drafts = [(convert.draft(row), giving[row.document.ident].since) for row in rows.iterator()]
    found = [wording for draft, since in drafts for wording in _of_draft(draft, since)]
    needed = {wording.at.document for wording in found} & giving.keys()
    documents = {row.ident: _dated(row) for row in models.Document.objects.filter(ident__in=needed).iterator()}
    for wording in found:
        document = documents.get(wording.at.document)
        yield mandate_on.as_told(wording, document, giving[document.id].directives) if document else wording


def _of_draft(draft: Draft, date: datetime.date | None) -> Iterator[Wording]:
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


def requests() -> tuple[Request, ...]:
    """The requests for authority of the file, as they were decided."""
    return tuple(request for _, _, request in overview() if request is not None)


def overview() -> list[tuple[models.Document, Directives, Request | None]]:
    """The documents of the file that tell somebody what to do or ask for authority, in order of date."""
    told = standing(shelf.rows().exclude(kind__in=_NO_ORDERS))
    return [each for each in told if each[1].found or each[1].findings or each[2] is not None]
