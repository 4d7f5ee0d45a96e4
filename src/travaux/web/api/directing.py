"""Directives and requests for authority: as they are read, and as a person settles them."""

from __future__ import annotations

import datetime

from django.http import HttpRequest
from ninja import Router, Status

from travaux.actions.authorize import authorize
from travaux.actions.decisions_told import decisions_told
from travaux.actions.direct import direct
from travaux.actions.mandate import directives_of
from travaux.actions.mandate import requests as asked_for
from travaux.desk import shelf
from travaux.desk.mandates import Told
from travaux.errors import UnreadableReading
from travaux.mandate.directives_said import Standing
from travaux.web.api.directing_shapes import ApprovalIn, DecisionLine, DirectedIn, DirectivesOf, RequestLine
from travaux.web.api.negotiation_shapes import DirectiveLine
from travaux.web.api.paging import Limit, Number, page_among
from travaux.web.api.shapes import FindingLine, Page

router = Router()


@router.get(
    "/directives/{path:ident}", response=DirectivesOf, operation_id="directives", summary="What a document orders"
)
def directives(request: HttpRequest, ident: str) -> DirectivesOf:
    row = shelf.row(ident)
    found, asked = directives_of(row)
    return DirectivesOf(
        document=row.ident,
        directives=[DirectiveLine.of(one) for one in found.found],
        findings=[FindingLine.of(one) for one in found.findings],
        possible=list(found.possible),
        dismissed=list(found.dismissed),
        request=RequestLine.of(asked) if asked else None,
    )


@router.post(
    "/directives", response={204: None}, operation_id="direct", summary="Confirm, reject, correct or enter a directive"
)
def directed(request: HttpRequest, sent: DirectedIn) -> Status[None]:
    if sent.verdict is Standing.PROPOSED:
        raise UnreadableReading("Nobody decides that it is proposed.", remedy="To take a decision back send null.")
    if sent.verdict is not Standing.CORRECTED and sent.told != Told():
        raise UnreadableReading("What is read otherwise goes with a correction.", remedy="Send corrected.")
    direct(sent.at.citation, sent.verdict, told=sent.told)
    return Status(204, None)


@router.get("/requests", response=Page[RequestLine], operation_id="requests", summary="Requests for authority")
def requests(request: HttpRequest, page: Number = 1, limit: Limit = 50) -> Page[RequestLine]:
    return page_among(request, asked_for(), RequestLine.of, page=page, limit=limit)


@router.get(
    "/requests/decisions/told",
    response=Page[DecisionLine],
    operation_id="decisions_told",
    summary="Decisions on authority that running text tells",
)
def told(
    request: HttpRequest, on: datetime.date | None = None, page: Number = 1, limit: Limit = 50
) -> Page[DecisionLine]:
    return page_among(request, decisions_told(asked_for(), on=on), DecisionLine.of, page=page, limit=limit)


@router.post(
    "/requests/decisions", response={204: None}, operation_id="authorize", summary="Enter what was decided on authority"
)
def authorized(request: HttpRequest, sent: ApprovalIn) -> Status[None]:
    authorize(sent.approval)
    return Status(204, None)
