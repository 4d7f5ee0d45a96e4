"""Has a keeper say who may see a document, or a passage of it: another level, distribution, or names."""

from __future__ import annotations

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.desk import convert, file, journal, models, shelf
from travaux.desk.access.keep import marking_keys
from travaux.desk.access.marking import Marking, written
from travaux.desk.access.portions import require_whole, without
from travaux.desk.access.viewer import current
from travaux.errors import NotPermitted, UnknownDocument, UnknownEntry
from travaux.findings import Citation
from travaux.record.document import Document

#: What the lists of documents show of each, and so no portion may hide.
_SHOWN = ("title", "sender", "addressee", "date", "date_text", "place", "signed", "classification", "number")


def mark(name: str, marking: Marking) -> None:
    """Have a document be marked so. Raises UnknownDocument, and NotPermitted where one may not."""
    permit("mark")
    key, now, by = written(marking), timezone.now(), current().key
    with file.writing():
        row = shelf.row(name)
        require_whole(row)
        kept = marking_keys([key])[key]
        models.Document.objects.filter(pk=row.pk).update(marking_id=kept)
        made = models.Marked(document=row, marking_id=kept, by=by, made_at=now)
        made.save(force_insert=True)
        content = {"marking": str(marking), "markings": {key: [row.ident]}, **journal.row(made)}
        journal.enter("marked", journal.On("document", row.ident), content)


def mark_portion(at: Citation, marking: Marking) -> int:
    """Have a passage be marked so; gives the number by which that is taken back.

    Raises UnknownDocument where there are no such words, and NotPermitted where one may not, or where the passage holds
    what the lists of documents show of it: then the document itself is to be marked.
    """
    permit("mark")
    key, now, by = written(marking), timezone.now(), current().key
    with file.writing():
        row = shelf.row(at.document)
        require_whole(row)
        _require_fitting(convert.document(row), at)
        made = models.Portion(
            document=row,
            start=at.start,
            end=at.end,
            note=at.note,
            marking_id=marking_keys([key])[key],
            by=by,
            made_at=now,
        )
        made.save(force_insert=True)
        content = {"marking": str(marking), **journal.row(made, made.marking)}
        journal.enter("marked", journal.On("document", row.ident), content)
    return int(made.pk)


def take_back(number: int) -> None:
    """Have the marking of a portion no longer count; it stays on record. Raises UnknownEntry where there is none."""
    permit("mark")
    with file.writing():
        row = models.Portion.objects.filter(pk=number, taken_back_at=None).select_related("document", "marking").first()
        if row is None:
            raise UnknownEntry(f"No portion has the number {number}.", remedy="Its number stands beside it.")
        row.taken_back_at, row.taken_back_by = timezone.now(), current().key
        row.save(update_fields=["taken_back_at", "taken_back_by"])
        journal.enter("took back", journal.On("document", row.document.ident), journal.row(row, row.marking))


def _require_fitting(document: Document, at: Citation) -> None:
    try:
        words = document.passage(at)
        rest = without(document, [(at.start, at.end, at.note)]) if words.strip() else None
    except (UnknownDocument, ValueError):
        rest = None
    if rest is None:
        raise UnknownDocument(f"{document.id} has no words there.", remedy="Mark words that it has.")
    if any(getattr(rest, name) != getattr(document, name) for name in _SHOWN):
        raise NotPermitted(
            "The passage holds what the lists of documents show of it.",
            at=document.id,
            remedy="Mark the document itself.",
        )
