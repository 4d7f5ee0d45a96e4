"""The final clauses of a draft as typed terms, each with its words: a proposal until a person confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.status.duration_clauses import durations
from travaux.status.ending_clauses import terminations
from travaux.status.entry_clauses import entry_terms
from travaux.status.other_clauses import other_terms
from travaux.status.sentence import Sentence, clause_sentences
from travaux.status.terms import FinalClauses, Term
from travaux.text.draft import Draft


def final_clauses(draft: Draft) -> FinalClauses:
    """The terms that the final clauses of `draft` set, in reading order.

    Clauses of an annex count only where the text outside says nothing of entry into force or duration.
    """
    sentences = tuple(clause_sentences(draft))
    outside = _read([sentence for sentence in sentences if not sentence.in_annex])
    found = outside if outside else _read([sentence for sentence in sentences if sentence.in_annex])
    return FinalClauses(tuple(sorted(found, key=lambda term: (term.at.note, term.at.start))))


def _read(sentences: Sequence[Sentence]) -> list[Term]:
    found: list[Term] = []
    for sentence in sentences:
        found.extend(entry_terms(sentence))
        found.extend(durations(sentence))
        found.extend(other_terms(sentence))
    return [*found, *terminations(sentences)]
