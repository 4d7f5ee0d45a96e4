"""What documents are cited by, and what they cite, as rows. Needs no database, so that any process can do it."""

from __future__ import annotations

from travaux.record.catalogue import Card
from travaux.record.cited import Cited
from travaux.record.identify import key

#: The columns that `card_row` and `cited_row` fill; before them stands the key of the document.
CARD = "number, origin, destination"
REFERENCE = 'note, start, "end", words, form, kind, number, origin, destination, day, target, wanted'


def card_row(card: Card) -> tuple[str, str, str]:
    """What a citation may say of a document, as its row has it."""
    return card.number or "", "|".join(card.origin), "|".join(card.destination)


def cited_row(each: Cited) -> tuple[int | str | None, ...]:
    """A citation as its row has it, and under which key the document meant is looked up."""
    at, day = each.at, each.day.isoformat() if each.day else None
    kind = each.kind.value if each.kind else ""
    said = (each.words, each.form.value, kind, each.number, each.origin, each.destination, day, each.target, key(each))
    return at.note, at.start, at.end, *said
