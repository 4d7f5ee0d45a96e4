"""The page of a document: every word of it, and what was found in it."""

from __future__ import annotations

import datetime
import re

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse

from travaux.actions.permit import may
from travaux.desk import convert, marks, models, shelf
from travaux.desk.access.decide import partly
from travaux.desk.access.marking import read
from travaux.desk.access.portions import MARKER
from travaux.findings import Citation
from travaux.mandate.instructs import instructs
from travaux.record.document import Document
from travaux.record.withholding import withholding
from travaux.release.mark import Unit
from travaux.web.asked import number
from travaux.web.document.found import found, marks_of
from travaux.web.document.lay_out import lay_out
from travaux.web.document.mark import Look
from travaux.web.document.named import named
from travaux.web.document.references import references
from travaux.web.show import Request, show


def document(request: Request, ident: str) -> HttpResponse:
    row = shelf.row(ident)
    shown, here, cited = convert.document(row), found(row), references(row)
    asked, names = _asked(request, shown), named(row, shown)
    held = marks.holding(datetime.date.today(), row.ident).get(row.ident, ())
    kept_back = tuple((Look.HELD, mark.at) for mark in held if mark.unit is not Unit.DOCUMENT)
    context = {
        "document": shown,
        "marks": marks_of(shown.source_note),
        "layout": lay_out(
            shown, (*here.passages, *kept_back, *_not_shown(row, shown), *asked), cited.links, names.marks
        ),
        "found": here,
        "followed": row.source.followed,
        "withholding": withholding(shown),
        "marked": held,
        "references": cited,
        "named": names,
        "asked": asked,
        **_marked(request, row),
        "instructs": instructs(shown),
        "previous": _before(row),
        "next": _after(row),
    }
    return show(request, "document/page.html", context)


def _not_shown(row: models.Document, document: Document) -> list[tuple[Look, Citation]]:
    """Where a marker stands for a portion that is not shown."""
    if row.pk not in partly():
        return []
    places = (match.start() for match in re.finditer(re.escape(MARKER), document.text))
    return [(Look.WITHHELD, document.cite(at, at + len(MARKER))) for at in places]


def _marked(request: Request, row: models.Document) -> dict[str, object]:
    """How the document is marked, where people log in."""
    if not settings.OFFICE or row.marking is None:
        return {}
    return {"marking": read(row.marking.tree), "in_part": row.pk in partly(), "may_mark": may("mark")}


def _asked(request: Request, document: Document) -> tuple[tuple[Look, Citation], ...]:
    """The passage that the address asks to see, if any."""
    start, end = number(request, "from"), number(request, "to")
    if start is None or end is None or start > end:
        return ()
    return ((Look.ASKED, Citation(document.id, start, end, request.GET.get("note", ""))),)


def _before(row: models.Document) -> models.Document | None:
    """The document that was read before this one."""
    here = Q(source_id=row.source_id, position__lt=row.position) | Q(source_id__lt=row.source_id)
    return shelf.rows().filter(here).order_by("-source_id", "-position").first()


def _after(row: models.Document) -> models.Document | None:
    """The document that was read after this one."""
    here = Q(source_id=row.source_id, position__gt=row.position) | Q(source_id__gt=row.source_id)
    return shelf.rows().filter(here).order_by("source_id", "position").first()
