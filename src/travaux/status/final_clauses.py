"""The final clauses of a draft as typed terms, each with its words: a proposal until a person confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from travaux.status.duration_clauses import durations
from travaux.status.ending_clauses import terminations
from travaux.status.entry_clauses import entry_terms
from travaux.status.other_clauses import other_terms
from travaux.status.sentence import Sentence, clause_sentences
from travaux.status.terms import Duration, EntryIntoForce, FinalClauses, Term, Termination
from travaux.text.address import Step
from travaux.text.draft import Draft


def final_clauses(draft: Draft) -> FinalClauses:
    """The terms that the final clauses of `draft` set, in reading order.

    Clauses of an annex count only where the text outside says nothing of entry into force or duration.
    """
    sentences = tuple(clause_sentences(draft))
    outside = _read([sentence for sentence in sentences if not sentence.in_annex])
    settled = any(isinstance(term, EntryIntoForce | Duration | Termination) for term in outside)
    found = outside if settled else _read(sentences)
    return FinalClauses(tuple(sorted(found, key=lambda term: (term.at.note, term.at.start))))


def _read(sentences: Sequence[Sentence]) -> list[Term]:
    found: list[Term] = []
    for sentence in sentences:
        found.extend(entry_terms(sentence))
        found.extend(durations(sentence))
        found.extend(other_terms(sentence))
    return [*_joined(found), *terminations(sentences)]


def _joined(found: list[Term]) -> list[Term]:
    """The terms, those on duration that stand together as one: a period, and what comes after it."""
    joined: list[Term] = []
    for term in found:
        last = joined[-1] if joined else None
        if isinstance(term, Duration) and isinstance(last, Duration) and _goes_on(last, term):
            joined[-1] = replace(
                last,
                words=f"{last.words} {term.words}",
                at=replace(last.at, end=max(last.at.end, term.at.end)),
                renewal=last.renewal or term.renewal,
                notice=last.notice or term.notice,
                then_notice=last.then_notice or (term.renewal is None and last.renewal is None),
            )
        else:
            joined.append(term)
    return joined


def _goes_on(first: Duration, more: Duration) -> bool:
    """Whether a term says what comes after the period of the one before it in the same article."""
    together = (
        first.at.document == more.at.document and first.at.note == more.at.note and _article(first) == _article(more)
    )
    return together and bool(first.period or first.until) and not (more.period or more.until or more.while_other)


def _article(term: Duration) -> tuple[Step, ...]:
    return term.address.outer if term.address else ()
