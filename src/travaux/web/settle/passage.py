"""The page of one passage: how it is read, step by step, what became of it, and what a person decides on it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from travaux.actions.decide import decide
from travaux.amend.decide import Verdict
from travaux.errors import TravauxError
from travaux.findings import Citation
from travaux.web import links
from travaux.web.forms import See, given, verdict
from travaux.web.settle.reading import preview, reading
from travaux.web.show import Request, show

#: What a form says that only asks how words would be read.
_PREVIEW = "preview"


def passage(request: Request, ident: str, start: int, end: int) -> HttpResponse:
    at = Citation(ident, start, max(start, end), request.GET.get("note", ""))
    words, amends, back = given(request, ("reading", "draft", "back")).values()
    back = _safe(back)
    context: dict[str, object] = {"back": back}
    if request.method == "POST" and request.POST.get("verdict") != _PREVIEW:
        try:
            decide(at, verdict(request, Verdict), reading=words, amends=amends)
            return See(back or links.place(at))
        except TravauxError as error:
            context["trouble"] = error
    context |= {"read": reading(at, words), "chosen": amends, "preview": preview(at, words, amends)}
    response = show(request, "settle/passage.html", context, panel="settle/preview.html")
    response.status_code = 400 if "trouble" in context else 200
    return response


def _safe(back: str) -> str:
    """The page that the reader came from, where it is the list of findings."""
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith(reverse("settle"))
    return back if safe else ""
