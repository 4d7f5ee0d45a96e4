"""The page of a draft: article by article, with the origin of every word at a click."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.amend.proceedings import Proceedings
from travaux.desk import shelf
from travaux.exchange.formats import Matter
from travaux.text.brackets_census import census
from travaux.text.draft import Draft
from travaux.web import links
from travaux.web.draft.changes import changes
from travaux.web.draft.files import offered
from travaux.web.draft.reading import reading
from travaux.web.draft.redlines import redlines
from travaux.web.show import Request, show
from travaux.web.tints import tints


def draft(request: Request, ident: str) -> HttpResponse:
    shown, proceedings = shelf.draft(ident), shelf.proceedings()
    legend, counted = tints((shown,)), census(shown)
    context = {
        "draft": shown,
        "document": shelf.rows().filter(ident=shown.at.document).first(),
        "lines": reading(shown, legend, text=counted.text if counted.brackets else None),
        "legend": [(tint, shelf.rows().filter(ident=tint.document).first()) for tint in legend],
        "changes": changes(shown, proceedings),
        "census": counted,
        "redlines": redlines(shown, proceedings),
        "offered": offered(shown.id, Matter.DRAFT),
        "redlined": offered(shown.id, Matter.REDLINE),
        "earlier": [each for each in shelf.drafts() if each.ident != shown.id],
    }
    return show(request, "draft/page.html", context | _kin(shown, proceedings))


def _kin(draft: Draft, proceedings: Proceedings) -> dict[str, object]:
    """The draft that this one is derived from, and those derived from this one."""
    before = next((each for each in proceedings.drafts if each.id == draft.derived_from), None)
    return {
        "before": before,
        "comparison": before and links.comparison(before.id, draft.id),
        "later": [each for each in proceedings.drafts if each.derived_from == draft.id],
    }
