"""Keeps what people decided on passages, and gives the decisions in force. None is ever changed: a later one on the
same passage takes the place of the one before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec

from travaux.amend.decide import Decision, Verdict
from travaux.desk import models
from travaux.desk.journal.proof import digest
from travaux.findings import Citation


def keep(decision: Decision, *, made_at: datetime.datetime) -> models.Decision:
    """Keep a decision as the one in force on its passage; gives its row."""
    row = _row(decision.at, decision.passage, made_at, decision)
    row.save(force_insert=True)
    return row


def take_back(decision: Decision, *, made_at: datetime.datetime) -> models.Decision:
    """Have no decision in force on the passage of this one, which stays in the file; gives the row that says so."""
    row = _row(decision.at, decision.passage, made_at, None)
    row.save(force_insert=True)
    return row


def in_force() -> dict[str, tuple[Decision, ...]]:
    """The decisions that count, by document, in order of their passages."""
    return _grouped(models.Decision.objects.order_by("id").iterator())


def of(ident: str) -> tuple[Decision, ...]:
    """The decisions that count on passages of one document."""
    return _grouped(models.Decision.objects.filter(document=ident).order_by("id")).get(ident, ())


def _row(at: Citation, passage: str, made_at: datetime.datetime, decision: Decision | None) -> models.Decision:
    return models.Decision(
        document=at.document,
        start=at.start,
        end=at.end,
        note=at.note,
        passage=passage,
        sha256=digest(passage),
        verdict=decision.verdict.value if decision else "",
        read_as=msgspec.json.encode(decision.read_as if decision else ()).decode(),
        reading=decision.reading if decision else "",
        amends=decision.amends if decision else "",
        made_at=made_at,
    )


def _grouped(rows: Iterable[models.Decision]) -> dict[str, tuple[Decision, ...]]:
    newest = {Citation(row.document, row.start, row.end, row.note): row for row in rows}
    grouped: dict[str, list[Decision]] = {}
    for at, row in sorted(newest.items(), key=lambda entry: (entry[0].document, entry[0].note, entry[0].start)):
        if row.verdict:
            grouped.setdefault(at.document, []).append(_decision(at, row))
    return {document: tuple(decisions) for document, decisions in grouped.items()}


def _decision(at: Citation, row: models.Decision) -> Decision:
    return Decision(
        at=at,
        passage=row.passage,
        verdict=Verdict(row.verdict),
        read_as=msgspec.json.decode(row.read_as, type=tuple[str, ...]),
        reading=row.reading,
        amends=row.amends,
        made_at=row.made_at,
    )
