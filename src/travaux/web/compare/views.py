"""Compares any two drafts, provision by provision."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.amend.draft import draft as drafted
from travaux.desk import models, shelf
from travaux.exchange.formats import Matter
from travaux.web.compare.provisions import provisions
from travaux.web.draft.files import offered
from travaux.web.show import Request, show


def compare(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    before, after = request.GET.get("before", ""), request.GET.get("after", "")
    context: dict[str, object] = {"drafts": drafts, "side": request.GET.get("as") == "side"}
    if drafts and not (before or after):
        before, after = _newest(drafts)
    if before and after:
        earlier, later = shelf.draft(before), shelf.draft(after)
        compared = provisions(earlier, later)
        context |= {"before": earlier, "after": later, "compared": compared}
        context["changed"] = sum(each.redline.changed for each in compared)
        context["offered"] = offered(later.id, Matter.REDLINE, since=earlier.id)
        context["drafted"] = drafted(earlier, later) if request.GET.get("as") == "instructions" else None
    return show(request, "compare/page.html", context)


def _newest(drafts: list[models.Draft]) -> tuple[str, str]:
    """The newest draft that is derived from another, and that other one."""
    derived = [draft for draft in drafts if draft.derived_from is not None]
    if not derived:
        return drafts[0].ident, drafts[-1].ident
    origin = derived[-1].derived_from
    return (origin.ident if origin else drafts[0].ident), derived[-1].ident
