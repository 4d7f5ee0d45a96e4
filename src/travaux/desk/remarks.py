"""Keeps what people note on clauses of drafts: reasons, and conflicts with other instruments. None is ever changed; one
that is taken back stays in the file."""

from __future__ import annotations

import datetime

from django.db.models import Q, QuerySet

from travaux.compare.reasons import Reason, ReasonKind
from travaux.desk import convert, models
from travaux.errors import UnknownEntry
from travaux.findings import Citation
from travaux.record.document import Document
from travaux.text.parse import parse

#: What a document that speaks of a standard form says.
_FORMS = ("standard form", "standard type", "standard agreement", "standard treaty", "standard text", "model agreement",
          "model treaty", "model text", "model clause", "type agreement")  # fmt: skip


def keep(reason: Reason, passage: str, *, made_at: datetime.datetime) -> models.Remark:
    """Keep what a person noted, with the words of the passage it cites; the key of its row is the number by which it
    is taken back."""
    at = reason.at
    row = models.Remark(
        draft=reason.draft,
        clause=str(reason.clause),
        kind=reason.kind.value,
        words=reason.words,
        document=at.document if at else "",
        start=at.start if at else 0,
        end=at.end if at else 0,
        note=at.note if at else "",
        passage=passage,
        made_at=made_at,
    )
    row.save(force_insert=True)
    return row


def take_back(key: int, *, made_at: datetime.datetime) -> models.Remark:
    """Have a remark no longer count; gives the row that says so. Raises UnknownEntry where none of that number
    counts."""
    row = _counting().filter(pk=key).first()
    if row is None:
        raise UnknownEntry(f"There is no remark {key}.", remedy="Its number stands beside it.")
    back = models.Remark(
        draft=row.draft, clause=row.clause, kind=row.kind, words=row.words, takes_back=row.pk, made_at=made_at
    )
    back.save(force_insert=True)
    return back


def counts(like: models.Remark) -> bool:
    """Whether a remark with these words on this clause counts."""
    same = _counting().filter(draft=like.draft, clause=like.clause, kind=like.kind, words=like.words)
    return same.exists()


def of(*drafts: str) -> tuple[Reason, ...]:
    """What people noted on clauses of these drafts, the oldest first."""
    return tuple(_reason(row) for row in _counting().filter(draft__in=drafts).order_by("id"))


def on_forms() -> tuple[Document, ...]:
    """The documents that speak of a standard form, in order of date."""
    says = Q()
    for words in _FORMS:
        says |= Q(tree__icontains=words)
    rows = models.Document.objects.filter(says).order_by("filed", "source_id", "position")
    return tuple(convert.document(row) for row in rows.iterator())


def _counting() -> QuerySet[models.Remark]:
    taken = models.Remark.objects.filter(takes_back__isnull=False).values("takes_back")
    return models.Remark.objects.filter(takes_back__isnull=True).exclude(pk__in=taken)


def _reason(row: models.Remark) -> Reason:
    return Reason(
        kind=ReasonKind(row.kind),
        draft=row.draft,
        clause=parse(row.clause),
        words=row.words,
        at=Citation(row.document, row.start, row.end, row.note) if row.document else None,
        given=True,
        key=int(row.pk),
    )
