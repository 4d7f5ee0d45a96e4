"""The final clauses of a draft as typed terms, each with its words: a proposal until a person confirms it."""

from __future__ import annotations

from travaux.status.duration_clauses import durations
from travaux.status.ending_clauses import terminations
from travaux.status.entry_clauses import entry_terms
from travaux.status.sentence import Sentence, clause_sentences
from travaux.status.terms import Duration, FinalClauses, Term
from travaux.text.draft import Draft


def final_clauses(draft: Draft) -> FinalClauses:
    """The terms that the final clauses of `draft` set, in reading order."""
    sentences = tuple(clause_sentences(draft))
    found: list[Term] = []
    for sentence in sentences:
        found.extend(entry_terms(sentence))
        found.extend(durations(sentence))
    found.extend(terminations(sentences))
    return FinalClauses(tuple(sorted(found, key=lambda term: (term.at.note, term.at.start))))
