"""The page of a draft's lint: what looks left over or wrong, each with its passage."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.desk import shelf
from travaux.findings import Severity
from travaux.text.lint import lint as lint_of
from travaux.web.show import Request, show


def lint(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    chosen, other = request.GET.get("draft", ""), request.GET.get("other", "")
    if drafts and not chosen:
        chosen = drafts[-1].ident
    context: dict[str, object] = {"drafts": drafts, "comparing": "lint"}
    if chosen:
        draft, model = shelf.draft(chosen), shelf.draft(other) if other else None
        found = lint_of(draft, others=[model] if model else [])
        context |= {
            "draft": draft,
            "other": model,
            "groups": [
                ("To settle", [each for each in found if each.severity is Severity.REFUSED]),
                ("To look at", [each for each in found if each.severity is not Severity.REFUSED]),
            ],
            "found": len(found),
        }
    return show(request, "lint/page.html", context)
