"""Takes into the open file which words are not to leave it, and which of them may later. The file itself keeps them:
an edition is made without."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.desk import file, journal, marks, shelf
from travaux.desk.access.portions import require_whole
from travaux.errors import UnknownDocument, UnknownEntry
from travaux.findings import Citation
from travaux.record.document import Document
from travaux.release.mark import Edition, Mark, Release, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why words are withheld, who decided it, and on which day; `kept_in` is the widest edition that keeps them."""

    reason: str
    authority: str
    date: datetime.date
    kept_in: Edition | None = Edition.INTERNAL


def withhold(at: Citation, ground: Ground, *, unit: Unit = Unit.LINES) -> Mark:
    """Mark the words at `at` as not to leave the circle of `ground.kept_in`; the whole document where `unit` says so.

    Raises UnknownDocument where there are no such words, UnknownEntry where a reason or an authority is missing, and
    FileTrouble when the file takes no writing.
    """
    permit("withhold")
    require_whole(shelf.row(at.document))
    document = shelf.document(at.document)
    if unit is Unit.DOCUMENT:
        at = document.cite(0, len(document.text))
    passage = _passage(document, at)
    if unit is not Unit.DOCUMENT and not passage.strip():
        raise UnknownDocument(f"{document.id} has no words there.", remedy="Mark words that it has.")
    try:
        mark = Mark(
            number=0,
            at=at,
            reason=" ".join(ground.reason.split()),
            authority=" ".join(ground.authority.split()),
            date=ground.date,
            unit=unit,
            kept_in=ground.kept_in,
        )
    except ValueError as error:
        raise UnknownEntry(f"It lacks a ground: {error}.", remedy="Say the reason and the authority.") from None
    with file.writing():
        row = marks.keep(mark, passage, made_at=timezone.now())
        journal.enter("withheld", journal.On("document", row.document), journal.row(row))
    return replace(mark, number=int(row.pk))


def release(number: int, *, authority: str, date: datetime.date) -> None:
    """Have a mark no longer hold from a day on. Raises UnknownEntry where there is no such mark, or no authority."""
    permit("release")
    try:
        event = Release(of=number, authority=" ".join(authority.split()), date=date)
    except ValueError as error:
        raise UnknownEntry(f"It lacks a ground: {error}.", remedy="Say the authority.") from None
    with file.writing():
        row = marks.keep_release(event, made_at=timezone.now())
        journal.enter("released", journal.On("document", row.document), journal.row(row))


def found(document: Document, words: str) -> Citation:
    """Where a document, or one of its notes, has these words. Raises UnknownDocument where it has them nowhere, or more
    than once."""
    places = list(_places(document, words))
    if not places:
        raise UnknownDocument(f"{document.id} does not have “{words}”.", remedy="Quote words that it has.")
    if len(places) > 1:
        raise UnknownDocument(
            f"{document.id} has “{words}” {len(places)} times.", remedy="Quote more of the passage, so that it is one."
        )
    return places[0]


def _places(document: Document, words: str) -> list[Citation]:
    notes = [(note.mark, note.text) for note in document.notes]
    if document.source_note and document.source_note.mark:
        notes.append((document.source_note.mark, document.source_note.text))
    return [
        Citation(document.id, start, start + len(words), note)
        for note, text in (("", document.text), *notes)
        for start in _every(text, words)
    ]


def _every(text: str, words: str) -> list[int]:
    starts, at = [], text.find(words) if words else -1
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts


def _passage(document: Document, at: Citation) -> str:
    try:
        return document.passage(at)
    except StopIteration:
        raise UnknownDocument(f"{document.id} has no note {at.note}.", remedy="Look at the document itself.") from None
