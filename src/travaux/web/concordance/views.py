"""The page that holds two authentic texts against each other, provision beside provision."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.compare.concordance import Concordance, Correspondence, concordance
from travaux.desk import shelf
from travaux.findings import Severity
from travaux.text.languages import NAMES
from travaux.web.show import Request, show


def languages(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    one, other = request.GET.get("one", ""), request.GET.get("other", "")
    context: dict[str, object] = {"drafts": drafts, "comparing": "languages"}
    if one and other:
        first, second = shelf.draft(one), shelf.draft(other)
        found = concordance(first, second)
        context |= {
            "one": first,
            "other": second,
            "names": [NAMES[code] for code in found.languages],
            "rows": _rows(found, whole=request.GET.get("all") == "1"),
            "to_settle": sum(each.severity is Severity.REFUSED for each in found.mismatches),
            "to_look": sum(each.severity is not Severity.REFUSED for each in found.mismatches),
            "whole": request.GET.get("all") == "1",
        }
    return show(request, "concordance/page.html", context)


def _rows(found: Concordance, *, whole: bool) -> list[Correspondence]:
    """The lines of both texts; without `whole`, only those in which something does not correspond."""
    return [
        each
        for each in found.correspondences
        if each.mismatches or (whole and any(side is not None and side.line for side in (each.one, each.other)))
    ]
