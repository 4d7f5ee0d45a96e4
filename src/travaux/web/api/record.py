"""Documents, drafts, instructions and findings of the file."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router

from travaux.amend.in_words import in_words
from travaux.amend.proceedings import Outcome
from travaux.desk import convert, models, shelf
from travaux.record.document import Document, Kind
from travaux.text.draft import Draft
from travaux.web.api.paging import Limit, Number, page_of
from travaux.web.api.shapes import DocumentLine, DraftLine, FindingLine, InstructionLine, Page

router = Router()


@router.get("/documents", response=Page[DocumentLine], operation_id="documents", summary="All documents, by date")
def documents(
    request: HttpRequest, kind: Kind | None = None, page: Number = 1, limit: Limit = 50
) -> Page[DocumentLine]:
    rows = shelf.rows()
    return page_of(request, rows.filter(kind=kind.value) if kind else rows, _document_line, page=page, limit=limit)


@router.get("/documents/{path:ident}", response=Document, operation_id="document", summary="A document, every word")
def document(request: HttpRequest, ident: str) -> Document:
    return shelf.document(ident)


@router.get("/drafts", response=Page[DraftLine], operation_id="drafts", summary="All drafts, in order")
def drafts(request: HttpRequest, page: Number = 1, limit: Limit = 50) -> Page[DraftLine]:
    return page_of(request, shelf.drafts(), _draft_line, page=page, limit=limit)


@router.get("/drafts/{path:ident}", response=Draft, operation_id="draft", summary="A draft, each word with its origin")
def draft(request: HttpRequest, ident: str) -> Draft:
    return shelf.draft(ident)


@router.get(
    "/instructions",
    response=Page[InstructionLine],
    operation_id="instructions",
    summary="Instructions and what became of them",
)
def instructions(
    request: HttpRequest, document: str = "", outcome: Outcome | None = None, page: Number = 1, limit: Limit = 50
) -> Page[InstructionLine]:
    rows: QuerySet[models.Step] = models.Step.objects.order_by("position")
    if document:
        rows = rows.filter(document=shelf.row(document))
    if outcome:
        rows = rows.filter(outcome=outcome.value)
    return page_of(request, rows, _instruction_line, page=page, limit=limit)


@router.get("/findings", response=Page[FindingLine], operation_id="findings", summary="What a person is to settle")
def findings(request: HttpRequest, document: str = "", page: Number = 1, limit: Limit = 50) -> Page[FindingLine]:
    rows = shelf.all_findings()
    if document:
        rows = rows.filter(document=shelf.row(document))
    return page_of(request, rows, _finding_line, page=page, limit=limit)


def _document_line(row: models.Document) -> DocumentLine:
    return DocumentLine(
        id=row.ident,
        number=row.number,
        title=row.title,
        kind=row.kind,
        sender=row.sender,
        addressee=row.addressee,
        date=row.date,
        date_text=row.date_text,
        edtf=row.edtf,
        classification=row.classification,
        withheld_in_full=row.withheld_in_full,
    )


def _draft_line(row: models.Draft) -> DraftLine:
    return DraftLine(
        id=row.ident,
        title=row.title,
        date=row.date,
        proposed_by=row.proposed_by,
        document=row.document.ident,
        derived_from=row.derived_from.ident if row.derived_from else None,
    )


def _instruction_line(row: models.Step) -> InstructionLine:
    step = convert.step(row)
    return InstructionLine.of(step, [in_words(each).words for each in step.instruction.operations])


def _finding_line(row: models.Finding) -> FindingLine:
    return FindingLine.of(convert.finding(row))
