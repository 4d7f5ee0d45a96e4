"""Keeps what people decided on directives and on requests for authority, and gives what counts. None is ever changed:
a later decision on the same thing takes the place of the one before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from travaux.desk import models
from travaux.desk.journal.proof import digest
from travaux.findings import Citation
from travaux.mandate.authority_said import Decided
from travaux.mandate.directives_said import Act, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A directive as a person says that it is to be read; None leaves what the program read."""

    act: Act | None = None
    object: str | None = None
    condition: str | None = None
    limit: str | None = None
    fallback: int | None = None
    denied: bool | None = None
    allowed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was decided on the directive at a passage; no verdict takes back the one before."""

    at: Citation
    passage: str
    verdict: Standing | None
    told: Told
    by: str
    made_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What was decided on a recommendation, as a person entered it."""

    document: str
    number: str
    decided: Decided
    addition: str = ""
    approver: str = ""
    on: datetime.date | None = None


def keep(settled: Settled) -> models.DirectiveDecision:
    """Keep a decision on a directive as the one that counts on its passage; without a verdict none counts."""
    row = models.DirectiveDecision(
        document=settled.at.document,
        start=settled.at.start,
        end=settled.at.end,
        passage=settled.passage,
        sha256=digest(settled.passage),
        verdict=settled.verdict.value if settled.verdict else "",
        told=msgspec.json.encode(settled.told).decode(),
        by=settled.by,
        made_at=settled.made_at,
    )
    row.save(force_insert=True)
    return row


def of(ident: str) -> tuple[Settled, ...]:
    """The decisions that count on directives of one document."""
    return _settled(models.DirectiveDecision.objects.filter(document=ident).order_by("id")).get(ident, ())


def every() -> dict[str, tuple[Settled, ...]]:
    """The decisions that count, by document."""
    return _settled(models.DirectiveDecision.objects.order_by("id").iterator())


def keep_approval(approval: Approval, *, by: str, made_at: datetime.datetime) -> models.AuthorityDecision:
    """Keep what was decided on a recommendation as what counts."""
    row = models.AuthorityDecision(
        document=approval.document,
        number=approval.number,
        decided=approval.decided.value,
        addition=approval.addition,
        approver=approval.approver,
        decided_on=approval.on,
        by=by,
        made_at=made_at,
    )
    row.save(force_insert=True)
    return row


def approvals() -> dict[tuple[str, str], Approval]:
    """What counts of each recommendation that somebody entered a decision on, by document and number."""
    rows = models.AuthorityDecision.objects.order_by("id").iterator()
    newest = {(row.document, row.number): row for row in rows}
    return {key: _approval(row) for key, row in newest.items() if row.decided}


def _approval(row: models.AuthorityDecision) -> Approval:
    return Approval(
        document=row.document,
        number=row.number,
        decided=Decided(row.decided),
        addition=row.addition,
        approver=row.approver,
        on=row.decided_on,
    )


def _settled(rows: Iterable[models.DirectiveDecision]) -> dict[str, tuple[Settled, ...]]:
    newest = {(row.document, row.start, row.end): row for row in rows}
    grouped: dict[str, list[Settled]] = {}
    for (document, start, end), row in sorted(newest.items()):
        if row.verdict:
            grouped.setdefault(document, []).append(
                Settled(
                    at=Citation(document, start, end),
                    passage=row.passage,
                    verdict=Standing(row.verdict),
                    told=msgspec.json.decode(row.told or "{}", type=Told),
                    by=row.by,
                    made_at=row.made_at,
                )
            )
    return {document: tuple(found) for document, found in grouped.items()}
