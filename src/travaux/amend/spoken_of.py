"""Tells the clauses that order a change from those that only speak of one: as a condition, a reason, a result, or as
what was done or might have been."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from travaux.amend.clauses import Clause
from travaux.amend.sentence import Sentence

# 'If the words ... are deleted': what leads up to the change makes it a condition or a reason.
_SUBORDINATE = re.compile(
    r"(?i)(?:^|[.;:,] |\b(?:and|but|that) )"
    r"(?:if|since|because|although|though|while|whereas|after|before|unless|once|when)\b[^,“”]*$"
)
_MAIN_CLAUSE = re.compile(r"(?i)\b(?:we|you|they|it|I|he|she) (?:could|would|should|might|can|will|may)\b")
# 'Since the phrase “...” has been dropped, we hope that ...'
_GIVEN = re.compile(r"(?i)\W*(?:\w{1,2}[.)] )?(?:since|because|although|though|whereas)\b")
_DONE = re.compile(r"(?i),? (?:has|have|had|was|were) (?:been )?\w+")
# 'In other words, Article 4 would read ...': what a change ordered before comes to.
_AGAIN = re.compile(r"(?i)^\W*(?:in other words|that is(?: to say)?|i\.e\.|thus|so that)\b")
_RESULT = re.compile(r"(?i)\b(?:thus|then|so|would now|in other words)\b[^.;]*$")
_RESULTS = frozenset({"replaced", "recast", "supplants", "removed", "put_for"})
_AHEAD = 14
# 'their language for the final clause deleting a reference to ...'
_IS_ACTIVE = re.compile(r"(?i)(?<!being )\b\w+ing$")
_COUNTERFACTUAL = re.compile(r"(?i)^\W*had\b|\b(?:had|have|has|was|were)(?: \w+)? used\b|\bif \w+ had\b")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a clause stands: in which sentence of which passage, and what is ordered or put in words before it: in the
    sentence, in the passage."""

    sentence: Sentence
    words: str
    first_of_sentence: bool
    first_of_passage: bool
    substitutes_before: bool

    @property
    def first(self) -> bool:
        """Whether nothing was ordered before."""
        return self.first_of_sentence and self.first_of_passage


def is_spoken_of(clause: Clause, setting: Setting) -> bool:
    """Whether a clause only speaks of a change."""
    decide = _BY_RULE.get(clause.rule)
    decided = decide(clause, setting) if decide else None
    if decided is not None:
        return decided
    if _is_reason(clause, setting):
        return True
    if not setting.first and _is_result(clause, setting):
        return clause.rule in _RESULTS
    return _might_have_been(clause, setting) or _is_condition(clause, setting)


def _of_put_for_again(clause: Clause, setting: Setting) -> bool | None:
    return True if setting.first and not setting.substitutes_before else None


def _of_kept(clause: Clause, setting: Setting) -> bool | None:
    """'that they would retain bases after ...' keeps no provision."""
    if len(clause.chunks) > 1:
        return None
    after = setting.sentence.after(clause.last)
    return after is not None and after.kind == "NOISE"


def _of_removed(clause: Clause, setting: Setting) -> bool | None:
    return True if clause.dialect == "formal" and _IS_ACTIVE.search(clause.chunks[-1].words) else None


def _of_removed_here(clause: Clause, setting: Setting) -> bool | None:
    """A lone 'delete' is an order where nothing but marks stands around it."""
    if _is_reason(clause, setting):
        return True
    after = setting.sentence.after(clause.last)
    told = after is not None and after.kind not in ("COMMA", "AND")
    return told or any(chunk.kind == "NOISE" for chunk in setting.sentence.chunks[: clause.first])


_BY_RULE: dict[str, Callable[[Clause, Setting], bool | None]] = {
    "context": lambda clause, setting: False,
    "put_for_again": _of_put_for_again,
    "kept": _of_kept,
    "removed": _of_removed,
    "removed_here": _of_removed_here,
}


def _is_reason(clause: Clause, setting: Setting) -> bool:
    given = setting.first_of_sentence and _GIVEN.match(setting.words, setting.sentence.start)
    return bool(given) and _DONE.match(setting.words, clause.chunks[0].end) is not None


def _is_result(clause: Clause, setting: Setting) -> bool:
    start, end = setting.sentence.start, clause.chunks[0].start
    brought = next((chunk.start for chunk in clause.chunks if chunk.kind == "WORDS"), end)
    again = _AGAIN.search(setting.words[start : end + _AHEAD])
    return bool(again or _RESULT.search(setting.words[start:brought]))


def _might_have_been(clause: Clause, setting: Setting) -> bool:
    said = setting.words[setting.sentence.start : clause.chunks[-1].end]
    return any(chunk.kind == "USE" for chunk in clause.chunks) and bool(_COUNTERFACTUAL.search(said))


def _is_condition(clause: Clause, setting: Setting) -> bool:
    if clause.first and setting.sentence.chunks[clause.first - 1].kind in ("AFTER", "BEFORE"):
        return True
    ahead = setting.words[setting.sentence.start : clause.chunks[0].start]
    return bool(_SUBORDINATE.search(ahead)) and not _MAIN_CLAUSE.search(ahead)
