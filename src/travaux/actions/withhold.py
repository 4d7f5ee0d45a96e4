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
    passage = document.passage(at)
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
