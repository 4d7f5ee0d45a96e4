"""Files to take away, and decisions that are sent."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from travaux.actions.decide import decide
from travaux.desk import shelf
from travaux.desk.papers import paper
from travaux.errors import UnknownDocument
from travaux.exchange.export import export as exported
from travaux.exchange.formats import FORMATS, Matter, format_named
from travaux.exchange.outgoing import outgoing
from travaux.findings import Citation
from travaux.web.api.shapes import DecisionIn

router = Router()

FormatName = StrEnum("FormatName", {each.name.upper(): each.name for each in FORMATS})  # type: ignore[misc]
_CONTENT = {each.media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}} for each in FORMATS}
_FILE = {"responses": {200: {"description": "The file", "content": _CONTENT}}}


@router.get(
    "/exports/{path:ident}", operation_id="export", summary="A draft or document as a file", openapi_extra=_FILE
)
def export(request: HttpRequest, ident: str, form: FormatName, since: str = "", leaving: bool = False) -> HttpResponse:
    wanted = format_named(form.value)
    if Matter.DOCUMENT in wanted.holds:
        content = exported(shelf.document(ident), to=wanted)
    else:
        held = paper(ident, earlier=since)
        content = exported(outgoing(held) if leaving else held, to=wanted)
    return HttpResponse(content, content_type=wanted.media_type)


@router.post(
    "/decisions", response={204: None}, operation_id="decide", summary="Confirm, reject or correct an instruction"
)
def decisions(request: HttpRequest, decision: DecisionIn) -> Status[None]:
    passage = decision.at
    if passage.start > passage.end:
        raise UnknownDocument("No passage ends before it begins.", remedy="Give its first and its last character.")
    at = Citation(passage.document, passage.start, passage.end, passage.note)
    decide(at, decision.verdict, reading=decision.reading, amends=decision.amends)
    return Status(204, None)
