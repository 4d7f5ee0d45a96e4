"""Reads how long after notice an instrument ends, where the sentence on its duration tells that."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.status.clause_subjects import speaks_of_it, subject_of
from travaux.status.duration_clauses import notice_before
from travaux.status.ended import is_ended
from travaux.status.items import DELAY, PERIOD, Item, has
from travaux.status.sentence import Sentence
from travaux.status.terms import Delay

_ENDS = frozenset({"TERMINATE", "WITHDRAW"})
_NOTICES = frozenset({"TERMINATION", "WITHDRAWAL", "NOTICE"})
_TIMES = frozenset({DELAY, PERIOD})


def until_notice(sentence: Sentence) -> Delay | None:
    """'shall continue in force until one year after the day on which either Party gives notice'"""
    row = sentence.items
    place = next((at for at, item in enumerate(row) if item.kind == "REMAIN"), None)
    until = next((at for at, item in enumerate(row) if item.kind == "UNTIL" and place is not None and at > place), None)
    if until is None and place is not None and has(row[place + 1 : place + 2], "BEFORE"):
        until = place + 1
    if (
        until is None
        and place is not None
        and has(row[place + 1 : place + 2], *_TIMES)
        and is_ended(row, place, sentence)
    ):
        until = place if has(row[place + 2 : place + 7], "EITHER", "PARTY") and not has(row, "UNLESS") else None
    if until is None and place is None:
        until = _when_notified(row, sentence)
    ahead = _in_advance(row, place) if place is not None and until is None else None
    if place is not None and ahead is not None and is_ended(row, place, sentence):
        return ahead
    if until is None or until + 1 >= len(row) or row[until + 1].kind not in _TIMES:
        return None
    if not has(row[until:], *_NOTICES) and not (has(row[until:], "EITHER", "PARTY") and has(row[until:], *_ENDS)):
        return None
    return row[until + 1].delay


def _in_advance(row: Sequence[Item], place: int) -> Delay | None:
    """How long before its end, in 'shall remain in force unless either Party notifies the other six months ahead'"""
    unless = next((at for at in range(place, len(row)) if row[at].kind == "UNLESS"), None)
    if unless is None or has(row, "END_OF_PERIOD", "RENEW", "PERIOD_NAMED") or has(row[place:unless], *_TIMES):
        return None
    told = has(row[unless:], "EITHER", "PARTY") and has(row[unless:], "NOTICE")
    item = notice_before(row[unless:]) if told else None
    return item.delay if item else None


def _when_notified(row: Sequence[Item], sentence: Sentence) -> int | None:
    """Where it ends in 'shall cease to be in force six months after either Party has notified the other'."""
    for at, item in enumerate(row):
        if item.kind in ("EXPIRE", "TERMINATE") and has(row[max(at - 2, 0) : at], "SHALL"):
            subject = subject_of(row, at)
            led = has(row[at + 1 : at + 2], *_TIMES) and has(row[at + 2 : at + 7], "EITHER", "PARTY", "PARTIES")
            if led and subject is not None and subject.kind in ("THIS", "IT") and speaks_of_it(sentence, subject):
                return at
    return None
