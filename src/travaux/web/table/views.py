"""The page that lays two to four drafts side by side, and the same as a file to take away."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.formats import date_format

from travaux.actions.compare_drafts import compare_drafts
from travaux.compare.table import Synopsis
from travaux.desk import models, shelf
from travaux.exchange.export import export
from travaux.exchange.formats import Matter, format_named, holding
from travaux.exchange.synopsis import synopsis
from travaux.text.draft import Draft
from travaux.web.show import Request, show

_MOST = 4


def table(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    chosen = [name for name in request.GET.getlist("draft") if name][:_MOST]
    changed, form = request.GET.get("changed") == "1", request.GET.get("as", "")
    context: dict[str, object] = {"drafts": drafts, "comparing": "table", "changed": changed}
    if len(chosen) > 1:
        told = compare_drafts(chosen)
        if form:
            return _file(told, form, changed=changed)
        rows = [row for row in told.rows if row.changed or not changed]
        context |= {
            "told": told,
            "rows": rows,
            "heads": list(zip(told.drafts, _heads(told), strict=True)),
            "commented": any(row.comments for row in rows),
            "unlike": sum(row.changed for row in told.rows),
            "asked": urlencode([("draft", name) for name in chosen]),
            "formats": holding(Matter.TABLE),
        }
    context["choices"] = _choices(drafts, chosen)
    return show(request, "table/page.html", context)


def _choices(drafts: list[models.Draft], chosen: list[str]) -> list[tuple[str, models.Draft | None]]:
    """The four columns with the draft that is chosen for each, None for none."""
    by_name = {draft.ident: draft for draft in drafts}
    names = ("First", "Second", "Third", "Fourth")
    return [(name, by_name.get(chosen[place]) if place < len(chosen) else None) for place, name in enumerate(names)]


def _heads(told: Synopsis) -> list[str]:
    return [_head(draft) for draft in told.drafts]


def _head(draft: Draft) -> str:
    return f"{date_format(draft.date, 'j F Y')}, {draft.at.document}" if draft.date else draft.id


def _file(told: Synopsis, name: str, *, changed: bool) -> HttpResponse:
    """The table as a file in a format. Raises UnknownFormat where there is none of that name, or it holds no table."""
    form = format_named(name)
    content = export(synopsis(told, heads=_heads(told), changed=changed), to=form)
    answer = HttpResponse(content, content_type=form.media_type)
    answer["Content-Disposition"] = f'attachment; filename="table{form.ending}"'
    return answer
