"""Files to take away, and decisions that are sent."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from travaux.actions.decide import decide
from travaux.desk import shelf
from travaux.desk.papers import paper
from travaux.exchange.export import export as exported
from travaux.exchange.formats import FORMATS, Format, Matter, format_named
from travaux.exchange.outgoing import outgoing
from travaux.web.api.shapes import DecisionIn

router = Router()

FormatName = StrEnum("FormatName", {each.name.upper(): each.name for each in FORMATS})  # type: ignore[misc]


def content_of(formats: Iterable[Format]) -> dict[str, Any]:
    """What an operation that answers with a file of these formats says of its answer."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    content = {each.media_type.partition(";")[0]: binary for each in formats}
    return {"responses": {200: {"description": "The file", "content": content}}}


@router.get(
    "/exports/{path:ident}",
    operation_id="export",
    summary="A draft or document as a file",
    openapi_extra=content_of(FORMATS),
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
    decide(decision.at.citation, decision.verdict, reading=decision.reading, amends=decision.amends)
    return Status(204, None)
