"""Full-text search over the documents of the file."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.desk.search import search as find
from travaux.record.document import Kind
from travaux.web.search.asked import asked
from travaux.web.search.narrow import limits, marking, narrowings
from travaux.web.show import Request, show


def search(request: Request) -> HttpResponse:
    wanted = asked(request)
    results = find(wanted.words, filters=wanted.filters, order=wanted.order, page=wanted.page)
    context = {
        "asked": wanted,
        "q": wanted.words,
        "results": results,
        "hits": [(hit, marking(hit)) for hit in results.hits],
        "kinds": tuple(Kind),
        "limits": tuple(limits(wanted)),
        "narrowings": narrowings(wanted, results),
        "previous": wanted.address(page=str(results.page - 1)) if results.page > 1 else "",
        "next": wanted.address(page=str(results.page + 1)) if results.page < results.pages else "",
    }
    return show(request, "search/page.html", context, panel="search/panel.html")
