"""The page of a document's directives: each as it is read, to be confirmed, rejected or corrected."""

from __future__ import annotations

import datetime

from django.http import HttpResponse, HttpResponseRedirect

from travaux.actions.authorize import authorize
from travaux.actions.direct import direct
from travaux.actions.mandate import directives_of
from travaux.desk import convert, shelf
from travaux.desk.mandates import Approval, Told
from travaux.errors import TravauxError
from travaux.findings import Citation
from travaux.mandate.authority import Decided
from travaux.mandate.directives_said import Act, Standing
from travaux.web.show import Request, show

_TAKEN_BACK = "taken-back"


class _See(HttpResponseRedirect):
    """The answer to a form: the page to see now, asked for with GET."""

    status_code = 303


def directives(request: Request, ident: str) -> HttpResponse:
    row = shelf.row(ident)
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            _take(request, row.ident)
            return _See(request.get_full_path())
        except TravauxError as error:
            context["trouble"] = error
    found, asked = directives_of(row)
    context |= {
        "document": convert.document(row), "found": found, "request_for": asked, "acts": tuple(Act),
        "decisions": tuple(Decided),
    }  # fmt: skip
    response = show(request, "mandate/directives.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _take(request: Request, ident: str) -> None:
    """Do what a form asks for."""
    if request.POST.get("recommendation"):
        authorize(_approval(request, ident))
        return
    try:
        at = Citation(ident, int(request.POST["start"]), int(request.POST["end"]))
        said = request.POST.get("verdict", "")
        verdict = None if said == _TAKEN_BACK else Standing(said)
        told = _told(request)
    except (KeyError, ValueError):
        raise _unreadable() from None
    direct(at, verdict, told=told if verdict is Standing.CORRECTED else Told())


def _told(request: Request) -> Told:
    """What a form says that is to be read otherwise; a field that is not sent leaves what was read."""
    given = {name: request.POST[name].strip() for name in ("act", "object", "condition") if name in request.POST}
    fallback = request.POST.get("fallback", "")
    return Told(
        act=Act(given["act"]) if given.get("act") else None,
        object=given.get("object"),
        condition=given.get("condition"),
        fallback=int(fallback) if fallback.isdecimal() else None,
        denied=request.POST.get("denied") == "yes" if "object" in given else None,
    )


def _approval(request: Request, ident: str) -> Approval:
    try:
        day = request.POST.get("on", "")
        return Approval(
            document=ident,
            number=request.POST["recommendation"],
            decided=Decided(request.POST.get("decided", "")),
            addition=request.POST.get("addition", "").strip(),
            approver=request.POST.get("approver", "").strip(),
            on=datetime.date.fromisoformat(day) if day else None,
        )
    except (KeyError, ValueError):
        raise _unreadable() from None


def _unreadable() -> TravauxError:
    return TravauxError("The form does not say what is decided.", remedy="Send it from its page.")
