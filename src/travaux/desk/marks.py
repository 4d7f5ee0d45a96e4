"""Keeps what people marked as not to leave, and what was released later. None is ever changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from travaux.desk import models
from travaux.desk.journal.proof import digest
from travaux.errors import UnknownEntry
from travaux.findings import Citation
from travaux.release.mark import Edition, Mark, Release, Unit, in_force


def keep(mark: Mark, passage: str, *, made_at: datetime.datetime) -> models.Withholding:
    """Keep a mark, with the hash of the words that it is on; the key of its row is its number."""
    row = models.Withholding(
        document=mark.at.document,
        start=mark.at.start,
        end=mark.at.end,
        note=mark.at.note,
        sha256=digest(passage),
        unit=mark.unit.value,
        kept_in=mark.kept_in.value if mark.kept_in else "",
        reason=mark.reason,
        authority=mark.authority,
        date=mark.date,
        made_at=made_at,
    )
    row.save(force_insert=True)
    return row


def keep_release(release: Release, *, made_at: datetime.datetime) -> models.Withholding:
    """Keep that a mark no longer holds; gives the row that says so. Raises UnknownEntry where there is none of that
    number, or it was released."""
    row = models.Withholding.objects.filter(pk=release.of, releases=None).first()
    if row is None:
        raise UnknownEntry(f"There is no mark {release.of}.", remedy="Its number stands beside it: travaux withheld.")
    if models.Withholding.objects.filter(releases=release.of).exists():
        raise UnknownEntry(f"Mark {release.of} was released before.", remedy="Look at it: travaux withheld.")
    released = models.Withholding(
        document=row.document,
        start=row.start,
        end=row.end,
        note=row.note,
        sha256=row.sha256,
        unit=row.unit,
        kept_in=row.kept_in,
        reason=row.reason,
        authority=release.authority,
        date=release.date,
        releases=release.of,
        made_at=made_at,
    )
    released.save(force_insert=True)
    return released


def marks(document: str = "") -> tuple[tuple[Mark, Release | None], ...]:
    """Every mark, or those on one document, in the order in which they were made, each with its release if there is
    one."""
    rows = models.Withholding.objects.order_by("id")
    if document:
        rows = rows.filter(document=document)
    every = tuple(rows.iterator())
    released = {row.releases: _release(row) for row in every if row.releases is not None}
    return tuple((_mark(row), released.get(row.pk)) for row in every if row.releases is None)


def holding(on: datetime.date, document: str = "") -> dict[str, tuple[Mark, ...]]:
    """The marks that hold on a day, by document."""
    every = marks(document)
    held = in_force((mark for mark, _ in every), (release for _, release in every if release), on=on)
    return _by_document(held)


def is_on(mark: Mark, passage: str) -> bool:
    """Whether the words at the mark's place are those that it was made on."""
    return models.Withholding.objects.filter(pk=mark.number, sha256=digest(passage)).exists()


def _by_document(held: Iterable[Mark]) -> dict[str, tuple[Mark, ...]]:
    grouped: dict[str, list[Mark]] = {}
    for mark in held:
        grouped.setdefault(mark.at.document, []).append(mark)
    return {document: tuple(of) for document, of in grouped.items()}


def _mark(row: models.Withholding) -> Mark:
    return Mark(
        number=int(row.pk),
        at=Citation(row.document, row.start, row.end, row.note),
        reason=row.reason,
        authority=row.authority,
        date=row.date,
        unit=Unit(row.unit),
        kept_in=Edition(row.kept_in) if row.kept_in else None,
    )


def _release(row: models.Withholding) -> Release:
    return Release(of=int(row.releases or 0), authority=row.authority, date=row.date)
