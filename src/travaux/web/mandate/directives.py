"""The page of a document's directives: each as it is read, to be confirmed, rejected or corrected."""

from __future__ import annotations

import datetime

from django.http import HttpResponse

from travaux.actions.authorize import authorize
from travaux.actions.decisions_told import decisions_told
from travaux.actions.direct import direct
from travaux.actions.mandate import directives_of, requests
from travaux.desk import convert, shelf
from travaux.desk.mandates import Approval, Told
from travaux.errors import TravauxError
from travaux.findings import Citation
from travaux.mandate.authority_said import Decided
from travaux.mandate.directives_said import Act, Standing
from travaux.web.forms import See, given, unclear, verdict
from travaux.web.show import Request, show


def directives(request: Request, ident: str) -> HttpResponse:
    row = shelf.row(ident)
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            _take(request, row.ident)
            return See(request.get_full_path())
        except TravauxError as error:
            context["trouble"] = error
    found, asked = directives_of(row)
    document = convert.document(row)
    told = [each for each in decisions_told(requests()) if each.request == asked.document] if asked else []
    context |= {
        "document": document, "told": told, "found": found, "request_for": asked, "acts": tuple(Act),
        "decisions": tuple(Decided),
        "possible": [(at, document.passage(at)) for at in found.possible],
        "dismissed": [(at, document.passage(at)) for at in found.dismissed],
    }  # fmt: skip
    response = show(request, "mandate/directives.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _take(request: Request, ident: str) -> None:
    """Do what a form asks for."""
    if request.POST.get("recommendation"):
        for number in request.POST.getlist("recommendation"):
            authorize(_approval(request, ident, number))
        return
    try:
        start, end = given(request, ("start", "end")).values()
        at, told = Citation(ident, int(start), int(end)), _told(request)
    except ValueError:
        raise unclear() from None
    standing = verdict(request, Standing)
    direct(at, standing, told=told if standing is Standing.CORRECTED else Told())


def _told(request: Request) -> Told:
    """What a form says that is to be read otherwise; a field that is not sent leaves what was read."""
    said = given(request, [name for name in ("act", "object", "condition") if name in request.POST])
    fallback, denied = given(request, ("fallback", "denied")).values()
    return Told(
        act=Act(said["act"]) if said.get("act") else None,
        object=said.get("object"),
        condition=said.get("condition"),
        fallback=int(fallback) if fallback.isdecimal() else None,
        denied=denied == "yes" if "object" in said else None,
    )


def _approval(request: Request, ident: str, number: str) -> Approval:
    said = given(request, ("decided", "addition", "approver", "on"))
    try:
        return Approval(
            document=ident,
            number=number,
            decided=Decided(said["decided"]),
            addition=said["addition"],
            approver=said["approver"],
            on=datetime.date.fromisoformat(said["on"]) if said["on"] else None,
        )
    except ValueError:
        raise unclear() from None
