"""The first page: what the file holds, its documents and drafts in order of date, and what is to settle."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.functional import SimpleLazyObject

from travaux.desk import shelf
from travaux.desk.withheld import withheld
from travaux.web.asked import number
from travaux.web.overview.instruments import instruments
from travaux.web.overview.timeline import AMENDING, DRAFTS, Asked, timeline
from travaux.web.overview.to_settle import to_settle
from travaux.web.show import Request, show


def overview(request: Request) -> HttpResponse:
    asked = Asked(kind=request.GET.get("kind", ""), words=request.GET.get("words", ""))
    context = {
        "asked": asked,
        "timeline": timeline(asked, page=number(request, "page") or 1),
        "overview": shelf.overview(),
        "special": ((DRAFTS, "holding a draft"), (AMENDING, "giving instructions")),
        # The panel does without these, so the filter does not wait for them.
        "instruments": SimpleLazyObject(lambda: instruments(shelf.drafts())),
        "to_settle": SimpleLazyObject(to_settle),
        "withheld": SimpleLazyObject(withheld),
    }
    return show(request, "overview/page.html", context, panel="overview/panel.html")
