"""Compares any two drafts, provision by provision."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.amend.draft import draft as drafted
from travaux.compare.align import Fate
from travaux.compare.comparison import Comparison, comparison
from travaux.compare.redline import Change
from travaux.desk import models, shelf
from travaux.exchange.formats import Matter
from travaux.text.draft import Draft
from travaux.web.compare.provisions import laid_out
from travaux.web.draft.files import offered
from travaux.web.show import Request, show


def compare(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    before, after = request.GET.get("before", ""), request.GET.get("after", "")
    if drafts and not (before or after):
        before, after = _newest(drafts)
    context: dict[str, object] = {"drafts": drafts, "layout": request.GET.get("as", "")}
    if before and after:
        earlier, later = shelf.draft(before), shelf.draft(after)
        context |= {"before": earlier, "after": later}
        context["offered"] = offered(later.id, Matter.REDLINE, since=earlier.id)
        if request.GET.get("as") == "instructions":
            context["drafted"] = drafted(earlier, later)
        else:
            context |= _shown(earlier, later, substance=request.GET.get("form") == "off")
    return show(request, "compare/page.html", context)


def _shown(before: Draft, after: Draft, *, substance: bool) -> dict[str, object]:
    """What the page says of two drafts; with `substance` without what differs in form alone."""
    compared = comparison(before, after)
    sections = laid_out(compared, substance=substance)
    return {
        "compared": sections,
        "changed": sum(each.changed and not each.left for each in sections),
        "provisions": sum(not each.left for each in sections),
        "substance": substance,
        "formal": compared.formal,
        "fates": _fates(compared),
        "deleted": compared.words(Change.DELETED, substance=substance),
        "inserted": compared.words(Change.INSERTED, substance=substance),
    }


def _fates(compared: Comparison) -> str:
    """'2 moved, 1 inserted': what became of provisions, but for those that were kept."""
    told = ((compared.fates[fate], fate.value) for fate in Fate if fate is not Fate.KEPT)
    return ", ".join(f"{count} {fate}" for count, fate in told if count)


def _newest(drafts: list[models.Draft]) -> tuple[str, str]:
    """The newest draft that is derived from another, and that other one."""
    derived = [draft for draft in drafts if draft.derived_from is not None]
    if not derived:
        return drafts[0].ident, drafts[-1].ident
    origin = derived[-1].derived_from
    return (origin.ident if origin else drafts[0].ident), derived[-1].ident
