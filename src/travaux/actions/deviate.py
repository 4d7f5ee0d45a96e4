"""Holds a draft of the open file against a standard form of it, with the reasons that the record and people give."""

from __future__ import annotations

from travaux.compare.deviations import Deviations, deviations
from travaux.compare.reasons import reasons
from travaux.desk import remarks, shelf
from travaux.desk.access.looked_at import look_at_cited


def deviate(form: str, draft: str) -> Deviations:
    """The deviations of one draft from another, both by their ids. Raises UnknownDocument where one is not there."""
    model, text = shelf.draft(form), shelf.draft(draft)
    said = reasons(remarks.on_forms(), model, text)
    found = deviations(model, text, reasons=(*said, *remarks.of(model.id, text.id)))
    look_at_cited(found)
    return found
