"""The final clauses of a draft as typed terms, each with its words: a proposal until a person confirms it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from travaux.status.duration_clauses import durations
from travaux.status.ending_clauses import terminations
from travaux.status.entry_clauses import entry_terms
from travaux.status.other_clauses import other_terms
from travaux.status.sentence import Sentence, clause_sentences
from travaux.status.terms import (
    Condition,
    Duration,
    EntryIntoForce,
    FinalClauses,
    LaterEntry,
    Measure,
    Term,
    Termination,
)
from travaux.text.address import Step
from travaux.text.draft import Draft

#: What tells that there is an entry into force before this one.
_AFTERWARDS = re.compile(
    r"(?i)\b(?:after|subsequent\w*|thereafter|acced\w+|accessions?|adher\w+|adhesions?|new|"
    r"(?:any|all|each|every|the) (?:other|remaining))\b"
)
#: What tells the earliest day apart from the rule.
_NOT_BEFORE = re.compile(
    r"(?i)\bshall (?:not|in no (?:case|event)) (?:enter|come) into force (?:before|prior to|earlier than|until)\b"
)
#: What leads a list all of whose items must be so.
_CONDITIONS = re.compile(r"(?i)\b(?:following|all(?: of)?)(?: \w+)? (?:requirements|conditions)\b")


def final_clauses(draft: Draft) -> FinalClauses:
    """The terms that the final clauses of `draft` set, in reading order.

    Clauses of an annex count only where the text outside says nothing of entry into force or duration.
    """
    sentences = tuple(sentence for sentence in clause_sentences(draft) if not sentence.quoted)
    outside = _read([sentence for sentence in sentences if not sentence.in_annex])
    settled = any(isinstance(term, EntryIntoForce | Duration | Termination) for term in outside)
    found = outside if settled else _read(sentences)
    return FinalClauses(tuple(sorted(found, key=lambda term: (term.at.note, term.at.start))))


def _read(sentences: Sequence[Sentence]) -> list[Term]:
    found: list[Term] = []
    lead = ""
    for sentence in sentences:
        entries = list(entry_terms(sentence))
        if entries and sentence.lead and sentence.lead == lead:
            entries = _listed(found, entries, sentence.words.removeprefix(lead))
        lead = sentence.lead if entries else ""
        found.extend(entries)
        _withhold(found, sentence)
        found.extend(durations(sentence))
        found.extend(other_terms(sentence))
    return [*_joined(_of_all(found)), *terminations(sentences)]


def _withhold(found: list[Term], sentence: Sentence) -> None:
    """Sets the earliest day of the entry into force read last where a sentence tells it: 'shall not enter into force
    before 1 January 1976'."""
    not_yet = _NOT_BEFORE.search(sentence.words)
    last = next((at for at in range(len(found) - 1, -1, -1) if isinstance(found[at], EntryIntoForce)), None)
    date = next((item.date for item in sentence.items if not_yet and item.start >= not_yet.end() and item.date), None)
    term = found[last] if last is not None else None
    if last is not None and date is not None and isinstance(term, EntryIntoForce) and term.date is None:
        found[last] = replace(term, not_before=date)


def _listed(found: list[Term], entries: list[Term], words: str) -> list[Term]:
    """The entries of one more item of a list of conditions: none of its own, but a condition on the one before it."""
    last = next((at for at in range(len(found) - 1, -1, -1) if isinstance(found[at], EntryIntoForce)), None)
    term = found[last] if last is not None else None
    if last is None or not isinstance(term, EntryIntoForce) or not _CONDITIONS.search(term.words):
        return entries
    more = Condition(Measure.STATES_OF_A_KIND, words.strip())
    found[last] = replace(term, conditions=(*term.conditions, more))
    return []


def _of_all(found: list[Term]) -> list[Term]:
    """The terms; where an instrument enters into force 'for each Party' and no clause says more, that is its entry."""
    if any(isinstance(term, EntryIntoForce) for term in found):
        return found
    place = next(
        (at for at, term in enumerate(found) if isinstance(term, LaterEntry) and not _AFTERWARDS.search(term.words)),
        None,
    )
    later = found[place] if place is not None else None
    if place is None or not isinstance(later, LaterEntry):
        return found
    entry = EntryIntoForce(
        words=later.words, at=later.at, address=later.address, trigger=later.trigger, delay=later.delay
    )
    return [*found[:place], entry, *found[place + 1 :]]


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
