"""The page of threads of messages: what answers what, and what was asked and not answered."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse

from travaux.desk.threads import told
from travaux.web.show import Request, show

_A_PAGE = 30


def threads(request: Request) -> HttpResponse:
    found = told()
    together = sorted((each for each in found.threads if len(each) > 1), key=len, reverse=True)
    context = {
        "unanswered": found.unanswered,
        "page": Paginator(together, _A_PAGE).get_page(request.GET.get("page")),
        "messages": len(found.messages),
    }
    return show(request, "threads/page.html", context)
