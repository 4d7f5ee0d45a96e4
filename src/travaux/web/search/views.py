"""Full-text search over the documents of the file."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.desk.search import search as search_words
from travaux.web.show import Request, show

LIMIT = 50


def search(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    hits = search_words(words, limit=LIMIT)
    context = {"q": words, "hits": hits, "limit": LIMIT}
    return show(request, "search/page.html", context)
