"""The page of one passage: how it is read, step by step, what became of it, and what a person decides on it."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from travaux.actions.decide import decide
from travaux.amend.decide import Verdict
from travaux.errors import TravauxError
from travaux.findings import Citation
from travaux.web import links
from travaux.web.settle.reading import preview, reading
from travaux.web.show import Request, show

#: The verdict of a form that takes the one before back.
_TAKEN_BACK = "taken-back"
#: What a form says that only asks how words would be read.
_PREVIEW = "preview"


class _See(HttpResponseRedirect):
    """The answer to a form: the page to see now, asked for with GET."""

    status_code = 303


def passage(request: Request, ident: str, start: int, end: int) -> HttpResponse:
    at = Citation(ident, start, max(start, end), request.GET.get("note", ""))
    words, amends, back = _given(request, "reading"), _given(request, "draft"), _back(request)
    context: dict[str, object] = {"back": back}
    if request.method == "POST" and request.POST.get("verdict") != _PREVIEW:
        try:
            decide(at, _verdict(request), reading=words, amends=amends)
            return _See(back or links.place(at))
        except TravauxError as error:
            context["trouble"] = error
    context |= {"read": reading(at, words), "chosen": amends, "preview": preview(at, words, amends)}
    response = show(request, "settle/passage.html", context, panel="settle/preview.html")
    response.status_code = 400 if "trouble" in context else 200
    return response


def _given(request: Request, name: str) -> str:
    given = request.POST.get(name, "") if request.method == "POST" else request.GET.get(name, "")
    return given.replace("\r\n", "\n").strip()


def _verdict(request: Request) -> Verdict | None:
    """What the form says; raises TravauxError where it says nothing that there is."""
    said = request.POST.get("verdict", "")
    if said == _TAKEN_BACK:
        return None
    try:
        return Verdict(said)
    except ValueError:
        raise TravauxError("The form does not say what is decided.", remedy="Send it from its page.") from None


def _back(request: Request) -> str:
    """The page that the reader came from, where it is the list of findings."""
    back = _given(request, "back")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith(reverse("settle"))
    return back if safe else ""
