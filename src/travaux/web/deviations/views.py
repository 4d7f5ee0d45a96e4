"""The page of a draft held against a standard form, and the forms on it that take a person's reasons."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from travaux.actions.deviate import deviate
from travaux.actions.remark import Cites, remark, take_back
from travaux.compare.deviations import Deviations
from travaux.compare.reasons import ReasonKind
from travaux.desk import models, shelf
from travaux.errors import TravauxError, UnknownEntry
from travaux.exchange.departures import departures, summary
from travaux.exchange.export import export
from travaux.exchange.formats import Matter, format_named, holding
from travaux.web.asked import DIGITS
from travaux.web.forms import See, given
from travaux.web.show import Request, show

_FIELDS = ("of", "clause", "words", "kind", "cites", "where", "back")
# A longer list of documents is no help; their ids are typed then.
_MOST = 200


def deviations(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    form, draft = request.GET.get("form", ""), request.GET.get("draft", "")
    context: dict[str, object] = {"drafts": drafts, "comparing": "deviations"}
    if request.method == "POST":
        try:
            _take(request)
            return See(f"{reverse('deviations')}?{urlencode({'form': form, 'draft': draft})}")
        except TravauxError as error:
            context |= {"trouble": error, "given": request.POST}
    if form and draft:
        found = deviate(form, draft)
        if request.GET.get("as"):
            return _file(found, request.GET["as"])
        context |= {
            "form": found.form,
            "draft": found.draft,
            "found": found,
            "documents": _documents(),
            "summary": summary(found),
            "formats": holding(Matter.TABLE),
            "departing": len(found.by_weight),
            "unexplained": len(found.unexplained),
            "filled": [(clause, each) for clause in found.clauses for each in clause.filled],
        }
    response = show(request, "deviations/page.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _file(found: Deviations, name: str) -> HttpResponse:
    """The deviations as a file in a format. Raises UnknownFormat where there is none of that name, or it has no
    tables."""
    form = format_named(name)
    answer = HttpResponse(export(departures(found), to=form), content_type=form.media_type)
    answer["Content-Disposition"] = f'attachment; filename="deviations{form.ending}"'
    return answer


def _take(request: Request) -> None:
    """Do what the form says: keep a remark, or take one back. Raises TravauxError where it cannot be done."""
    said = given(request, _FIELDS)
    if said["back"]:
        if not said["back"].isdecimal() or len(said["back"]) > DIGITS:
            raise UnknownEntry("The form does not say which remark.", remedy="Send it from its page.")
        take_back(int(said["back"]))
        return
    kind = ReasonKind.CONFLICT if said["kind"] == ReasonKind.CONFLICT.value else ReasonKind.REASON
    cites = Cites(said["cites"], said["where"]) if said["cites"] else None
    remark(said["of"], said["clause"], said["words"], kind=kind, cites=cites)


def _documents() -> list[models.Document]:
    """The documents that a reason may rest on: all but those of a large file, where their ids are typed."""
    rows = shelf.rows()
    return list(rows[:_MOST]) if rows.count() <= _MOST else []
