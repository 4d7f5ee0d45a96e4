"""Keeps what people decided on the terms that final clauses were read as. None is ever changed: a later one on the same
term takes the place of the one before, and "" takes it back."""

from __future__ import annotations

import datetime

from travaux.desk import models
from travaux.status.confirmed import TermDecision, TermVerdict, from_json, term_id, to_json
from travaux.status.terms import Term


def keep(
    draft: str, term: Term, verdict: TermVerdict | None, *, by: str, made_at: datetime.datetime
) -> models.TermDecision:
    """Keep a decision on a term of a draft, or with None that none holds any more; gives its row."""
    row = models.TermDecision(
        draft=draft,
        document=term.at.document,
        start=term.at.start,
        end=term.at.end,
        note=term.at.note,
        term=term_id(term),
        tree=to_json(term),
        verdict=verdict.value if verdict else "",
        by=by,
        made_at=made_at,
    )
    row.save(force_insert=True)
    return row


def of(draft: str) -> tuple[TermDecision, ...]:
    """The decisions that count on the terms of a draft."""
    newest = {row.term: row for row in models.TermDecision.objects.filter(draft=draft).order_by("id")}
    return tuple(
        TermDecision(from_json(row.tree), TermVerdict(row.verdict), row.by, row.made_at)
        for row in newest.values()
        if row.verdict
    )


def state() -> int:
    """What changes whenever a decision is made."""
    newest = models.TermDecision._base_manager.order_by("-id").values_list("id", flat=True).first()
    return newest or 0
