"""The page of findings to settle, by code."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.web.settle.listing import EVERY, listing
from travaux.web.show import Request, show

_WEIGHTS = (
    ("refused", "left undone"),
    ("assumed", "done by a rule you may dispute"),
    ("note", "worth knowing"),
    (EVERY, "every finding"),
)


def settle(request: Request) -> HttpResponse:
    shown = listing(request)
    context = {"listing": shown, "asked": shown.asked, "weights": _WEIGHTS, "back": request.get_full_path()}
    return show(request, "settle/page.html", context, panel="settle/list.html")
