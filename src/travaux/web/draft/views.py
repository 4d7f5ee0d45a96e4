"""The page of a draft: article by article, with the origin of every word at a click."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.desk import shelf
from travaux.web import links
from travaux.web.document.found import tell
from travaux.web.draft.reading import reading
from travaux.web.show import Request, show
from travaux.web.tints import tints


def draft(request: Request, ident: str) -> HttpResponse:
    shown, proceedings = shelf.draft(ident), shelf.proceedings()
    legend = tints((shown,))
    before = next((each for each in proceedings.drafts if each.id == shown.derived_from), None)
    context = {
        "draft": shown,
        "before": before,
        "comparison": before and links.comparison(before.id, shown.id),
        "later": [each for each in proceedings.drafts if each.derived_from == shown.id],
        "lines": reading(shown, legend),
        "legend": [(tint, shelf.rows().filter(ident=tint.document).first()) for tint in legend],
        "made_by": [tell(step) for step in proceedings.steps if step.result == shown.id],
        "held_against": [tell(each) for each in proceedings.steps if each.base == shown.id != each.result],
    }
    return show(request, "draft/page.html", context)
