"""Gives the threads of messages of the open file: its documents, and their references as they were resolved."""

from __future__ import annotations

from functools import lru_cache

from travaux.desk import models, shelf
from travaux.desk.access.decide import state as seen
from travaux.desk.references.look import references
from travaux.mandate.threads import Answered, Threads, threads


def told(*, document: str = "") -> Threads:
    """The threads of the file; with `document`, the one that it is in."""
    found = _threads(shelf.state(), seen())
    return found.of(document) if document else found


@lru_cache(maxsize=4)
def _threads(_state: tuple[int, int], _seen: object) -> Threads:
    """All threads, kept while no document comes in, for whoever looks."""
    rows = list(models.Document.objects.defer("tree").order_by("filed", "source_id", "position"))
    answers = [
        Answered(row.ident, one.meant.document, one.cited.at)
        for row in rows
        for one in references(row)
        if one.meant.document and not one.cited.at.note
    ]
    return threads(shelf.every_document(), answers)
