"""Names the origin of words: document, sender, date, and the passage in its surroundings."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from travaux.desk import decisions, shelf
from travaux.errors import UnknownDocument
from travaux.findings import Citation
from travaux.web.show import Request, show

AROUND = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as they stand in their document, with what stands around them."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def origin(request: Request, ident: str, start: int, end: int) -> HttpResponse:
    document = shelf.document(ident)
    note = request.GET.get("note", "")
    context = {
        "document": document,
        "at": Citation(document.id, start, max(start, end), note),
        "passage": _passage(document.words_of(note), start, end),
        "decided": [each for each in decisions.of(document.id) if _is_within(start, end, note, each.at)],
    }
    return show(request, "origin/page.html", context, panel="origin/panel.html")


def _is_within(start: int, end: int, note: str, at: Citation) -> bool:
    return at.note == note and at.start <= start and end <= at.end


def _passage(text: str, start: int, end: int) -> Passage:
    if not start <= end <= len(text):
        raise UnknownDocument(
            f"There is no passage from character {start} to {end}.", remedy=f"The text ends at {len(text)}."
        )
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    # Surroundings begin and end with whole words.
    first = text.find(" ", first, start) + 1 or first if first else 0
    last = max(text.rfind(" ", end, last), end) if last < len(text) else last
    return Passage(text[first:start], text[start:end], text[end:last], first > 0, last < len(text))
