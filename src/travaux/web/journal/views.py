"""The page of the journal: who changed what and when, and a way to take back what can be."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from travaux.actions.permit import may
from travaux.actions.undo import CAN_BE_UNDONE, undo
from travaux.desk.journal.listing import listing
from travaux.errors import TravauxError
from travaux.web.asked import DIGITS
from travaux.web.forms import See, given
from travaux.web.show import Request, show


def journal(request: Request) -> HttpResponse:
    """Lists the entries; a form that is sent undoes one."""
    on = request.GET.get("on", "")[:300]
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            new = undo(_number(given(request, ("undo",))["undo"]))
            return See(f"{reverse('journal')}?{urlencode({'on': on})}#entry-{new.number}")
        except TravauxError as error:
            context = {"trouble": error}
    found = listing(on, page=_number(request.GET.get("page", "1")), sights="sights" in request.GET)
    context |= {"found": found, "on": on, "sights": "sights" in request.GET, "may_undo": may("undo"),
                "can_be_undone": CAN_BE_UNDONE}  # fmt: skip
    response = show(request, "journal/page.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= DIGITS else 1
