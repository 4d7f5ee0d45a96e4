"""Gives the decisions on requests for authority that documents tell in running text, and that nobody has entered yet.

Each is a proposal, with the passage that tells it and by what it is bound to its request; none counts before that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from travaux.actions.read_once import Reading, read_once
from travaux.desk import convert, models, shelf
from travaux.findings import Citation
from travaux.mandate.authority_said import Request
from travaux.mandate.decision import Decision, decision
from travaux.mandate.decision_of import Bound, decision_of


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that a document tells."""

    found: tuple[Decision, ...]


def _decisions(row: models.Document) -> Decisions:
    document = convert.document(row)
    found: list[Decision] = []
    for start, block in zip(document.starts, document.body, strict=True):
        at = Citation(document.id, start, start + len(block.text))
        found += decision(block.text, at=at, written=document.date or row.filed)
    for note in document.notes:
        at = Citation(document.id, 0, len(note.text), note.mark)
        found += decision(note.text, at=at, written=document.date or row.filed)
    return Decisions(tuple(found))


_DECISIONS = Reading("decisions", Decisions, _decisions, nothing=Decisions(()))


def decisions_told(requests: Sequence[Request], *, on: datetime.date | None = None) -> tuple[Bound, ...]:
    """Those on these requests, told by a day, the oldest first."""
    return tuple(_told(requests, on)) if requests else ()


def _told(requests: Sequence[Request], on: datetime.date | None) -> Iterator[Bound]:
    rows = shelf.rows() if on is None else shelf.rows().filter(Q(filed__lte=on) | Q(filed=None))
    for row, decisions in read_once(_DECISIONS, rows):
        written = row.date or row.filed
        for told in decisions.found:
            bound = decision_of(told, requests, written=written)
            if bound is not None:
                yield bound
