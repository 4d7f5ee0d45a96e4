"""The page that holds drafts of several sides against the text that they come from."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from travaux.compare.sides import Fate, Held, Touch, sides
from travaux.desk import models, shelf
from travaux.text.draft import Draft
from travaux.web.show import Request, show

_MOST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A provision of the common text with what each side that touched it made of it, and its collisions in words."""

    held: Held
    touched: tuple[tuple[str, Touch], ...]
    collisions: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @property
    def together(self) -> list[str]:
        """The lines with all changes made, where they go together."""
        return self.held.together.split("\n") if self.held.together and self.held.fate is Fate.TOGETHER else []


def sides_of(request: Request) -> HttpResponse:
    drafts = list(shelf.drafts())
    parent = request.GET.get("parent", "")
    chosen = [name for name in request.GET.getlist("draft") if name][:_MOST]
    whole = request.GET.get("all") == "1"
    context: dict[str, object] = {"drafts": drafts, "comparing": "sides", "whole": whole}
    if parent and len(chosen) > 1:
        found = sides(shelf.draft(parent), [shelf.draft(name) for name in chosen])
        names = [_name(draft) for draft in found.drafts]
        context |= {
            "parent": found.parent,
            "found": found,
            "names": list(zip(names, found.drafts, strict=True)),
            "told": [_told(held, names) for held in found.held if whole or held.fate is not Fate.UNTOUCHED],
            "counts": [(fate, len(found.with_fate(fate))) for fate in Fate],
        }
    context["choices"] = _choices(drafts, chosen)
    return show(request, "sides/page.html", context)


def _choices(drafts: list[models.Draft], chosen: list[str]) -> list[tuple[str, models.Draft | None]]:
    by_name = {draft.ident: draft for draft in drafts}
    names = ("One side", "Another", "A third")
    return [(name, by_name.get(chosen[place]) if place < len(chosen) else None) for place, name in enumerate(names)]


def _name(draft: Draft) -> str:
    return draft.proposed_by or draft.at.document


def _told(held: Held, names: list[str]) -> Told:
    touched = tuple((names[place], held.touches[place]) for place in held.touched_by)
    return Told(held, touched, tuple(_collisions(held, names)))


def _collisions(held: Held, names: list[str]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    wording = held.parent.wording if held.parent is not None else ""
    return [
        (
            wording[each.start : each.end],
            tuple((" and ".join(names[place] for place in who), words) for who, words in each.readings),
        )
        for each in held.collisions
    ]
