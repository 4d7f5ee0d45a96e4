"""The page of what a draft's final clauses are read as, on which a person confirms or strikes terms one by one."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from travaux.actions.permit import may
from travaux.actions.settle_terms import settle_terms
from travaux.desk import instruments, shelf
from travaux.errors import TravauxError
from travaux.status.confirmed import TermVerdict
from travaux.status.term_facts import facts, kind_of
from travaux.web.forms import See, verdict
from travaux.web.show import Request, show


def terms(request: Request) -> HttpResponse:
    """Lists the terms of a draft; a form that is sent decides on some."""
    drafts = list(shelf.drafts())
    chosen = request.GET.get("draft", "") or (drafts[-1].ident if drafts else "")
    context: dict[str, object] = {"drafts": drafts, "draft": None}
    if request.method == "POST":
        try:
            settle_terms(chosen, request.POST.getlist("term"), verdict(request, TermVerdict))
            return See(f"{reverse('terms')}?{urlencode({'draft': chosen})}")
        except TravauxError as error:
            context["trouble"] = error
    if chosen:
        found = instruments.terms(chosen)
        context |= {
            "draft": shelf.draft(chosen),
            "terms": [(each, kind_of(each.term), tuple(facts(each.term))) for each in found],
            "open": [each.id for each in found if each.decision is None and each.counts],
            "may": may("decide"),
        }
    response = show(request, "status/terms.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response
