"""Gives the threads of messages of the open file: its documents, and their references as they were resolved."""

from __future__ import annotations

from travaux.desk import models, shelf
from travaux.desk.references.look import references
from travaux.mandate.threads import Answered, Threads, threads


def told(*, document: str = "") -> Threads:
    """The threads of the file; with `document`, the one that it is in."""
    rows = list(models.Document.objects.defer("tree").order_by("filed", "source_id", "position"))
    answers = [
        Answered(row.ident, one.meant.document, one.cited.at)
        for row in rows
        for one in references(row)
        if one.meant.document and not one.cited.at.note
    ]
    found = threads(shelf.every_document(), answers)
    return found.of(document) if document else found
