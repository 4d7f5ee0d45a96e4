"""The page of a draft's alternat: the same text with the other party first."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.desk import shelf
from travaux.text.alternat import alternat as alternat_of
from travaux.web.show import Request, show


def alternat(request: Request) -> HttpResponse:
    chosen = request.GET.get("draft", "")
    context: dict[str, object] = {"drafts": list(shelf.drafts()), "comparing": "alternat"}
    if chosen:
        draft = shelf.draft(chosen)
        told = alternat_of(draft)
        exchanged = {each.after for each in told.exchanged}
        lines = [(line, line in exchanged) for line in told.draft.text.split("\n")]
        context |= {"draft": draft, "told": told, "lines": lines}
    return show(request, "alternat/page.html", context)
