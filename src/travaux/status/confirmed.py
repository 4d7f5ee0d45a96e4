"""The final clauses of a draft as people decided on them, one by one: what is read is a proposal until then.

A term that was confirmed stays as it was then, also where the clauses come to be read otherwise; what is read anew in
its place is shown and does not count. One that was struck does not count.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from travaux.status.terms import FinalClauses, Term


class TermVerdict(StrEnum):
    """What a person decided on a term that was read."""

    CONFIRMED = "confirmed"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class TermDecision:
    """A decision on a term as it was read then, by whom and when."""

    term: Term
    verdict: TermVerdict
    by: str = ""
    made_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Considered:
    """A term with what was decided on it, if anything. `read`: the clauses say so as they are read now; `counts`: it is
    among the terms that are applied."""

    term: Term
    decision: TermDecision | None
    read: bool
    counts: bool

    @property
    def id(self) -> str:
        """The short name of the term."""
        return term_id(self.term)

    @property
    def standing(self) -> str:
        """'proposed' until it is decided on."""
        return self.decision.verdict.value if self.decision else "proposed"


def confirmed(clauses: FinalClauses, decisions: Sequence[TermDecision]) -> FinalClauses:
    """The terms that count: those confirmed, and those read that nobody decided on and that stand in no other's place.

    >>> confirmed(FinalClauses(), ())
    FinalClauses(terms=())
    """
    if not decisions:
        return clauses
    return FinalClauses(tuple(each.term for each in considered(clauses, decisions) if each.counts))


def considered(clauses: FinalClauses, decisions: Sequence[TermDecision]) -> tuple[Considered, ...]:
    """All terms read or decided on, in reading order, each with the decision on it."""
    decided = {term_id(each.term): each for each in decisions}
    found = [*_read(clauses, decided), *_no_longer_read(clauses, decided)]
    return tuple(sorted(found, key=lambda each: (each.term.at.note, each.term.at.start)))


def _read(clauses: FinalClauses, decided: dict[str, TermDecision]) -> Iterator[Considered]:
    read = {term_id(term) for term in clauses.terms}
    replaced = {
        _place(each.term)
        for ident, each in decided.items()
        if each.verdict is TermVerdict.CONFIRMED and ident not in read
    }
    for term in clauses.terms:
        decision = decided.get(term_id(term))
        struck = decision is not None and decision.verdict is TermVerdict.STRUCK
        counts = not struck and (decision is not None or _place(term) not in replaced)
        yield Considered(term, decision, read=True, counts=counts)


def _no_longer_read(clauses: FinalClauses, decided: dict[str, TermDecision]) -> Iterator[Considered]:
    read = {term_id(term) for term in clauses.terms}
    for ident, each in decided.items():
        if ident not in read:
            yield Considered(each.term, each, read=False, counts=each.verdict is TermVerdict.CONFIRMED)


def _place(term: Term) -> tuple[str, object]:
    return type(term).__name__, term.at


def term_id(term: Term) -> str:
    """A short name of a term: of its kind, what it says and where, not of the address that the outline gives."""
    values = msgspec.to_builtins(term)
    said = {name: value for name, value in values.items() if name != "address"}
    told = msgspec.json.encode([type(term).__name__, said], order="deterministic")
    return hashlib.sha256(told).hexdigest()[:8]


def to_json(term: Term) -> str:
    """A term as it is kept."""
    return msgspec.json.encode([type(term).__name__, msgspec.to_builtins(term)]).decode()


def from_json(kept: str) -> Term:
    """The term that was kept so."""
    name, values = msgspec.json.decode(kept)
    kinds = {kind.__name__: kind for kind in Term.__subclasses__()}
    return msgspec.convert(values, kinds[name])
