"""The first page: what the file holds, its documents and drafts in order of date, and what is to settle."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.desk import convert, shelf
from travaux.findings import Severity
from travaux.web.asked import number
from travaux.web.overview.timeline import AMENDING, DRAFTS, Asked, timeline
from travaux.web.show import Request, show

FINDINGS = 50


def overview(request: Request) -> HttpResponse:
    asked = Asked(kind=request.GET.get("kind", ""), words=request.GET.get("words", ""))
    left = shelf.all_findings().filter(severity=Severity.REFUSED)
    context = {
        "asked": asked,
        "timeline": timeline(asked, page=number(request, "page") or 1),
        "overview": shelf.overview(),
        "special": ((DRAFTS, "holding a draft"), (AMENDING, "giving instructions")),
        "drafts": shelf.drafts(),
        "left": left.count(),
        "findings": [(row.document, convert.finding(row)) for row in left[:FINDINGS]],
    }
    return show(request, "overview/page.html", context, panel="overview/timeline.html")
