"""Puts in doubt what a check says where a later sentence, in which no order was read, speaks of the proposal as one
does that ends leave or lifts a ban: 'the authority to accept it is withdrawn', 'we no longer object to it'.

What such a sentence orders a person says; until then nothing that it may have ended is told to hold.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from travaux.findings import Citation
from travaux.mandate.likeness import likeness, telling
from travaux.mandate.sense import is_against
from travaux.mandate.things import names_all
from travaux.mandate.turns import turns
from travaux.mandate.verdict import Check, Verdict, short

#: So much of the telling words of the proposal or of the sentence, whichever has fewer, are the same.
_SPEAKS_OF = 0.6


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence in which no order was read: where it stands, its words, and the day of its message."""

    at: Citation
    words: str
    date: datetime.date | None


def is_on(words: str, proposal: str) -> bool:
    """Whether a sentence speaks of a proposal."""
    if len(telling(proposal)) < 2:
        return turns(words) and names_all(proposal, words)
    return len(telling(words)) > 1 and likeness(words, proposal) >= _SPEAKS_OF


def in_doubt(held: Check, left: Iterable[Unread]) -> Check:
    """A check, undetermined where one of these sentences came after what decides it, names all that is proposed and
    may end that; the newest is asked about."""
    if held.verdict is Verdict.UNDETERMINED or held.at is None:
        return held
    lifted = held.verdict is Verdict.OUTSIDE
    if lifted and not (held.directive and is_against(held.directive)):
        return held
    later = [
        each for each in left if _is_behind(each, held) and turns(each.words) and names_all(held.words, each.words)
    ]
    if not later:
        return held
    newest = max(later, key=lambda each: (each.date or datetime.date.min, each.at.start))
    holds = "that it is forbidden" if lifted else "the leave"
    ask = f"Later words, in which no order was read, speak of it: “{short(newest.words)}” ({newest.at}). "
    return replace(held, verdict=Verdict.UNDETERMINED, ask=(f"{ask}Does {holds} still hold?", *held.ask))


def _is_behind(one: Unread, held: Check) -> bool:
    """Whether a sentence is of a later day than what decides a check, or behind it in its message."""
    at = held.at
    if at is not None and one.at.document == at.document:
        return one.at.start > at.start
    since = _since(held)
    return one.date is not None and since is not None and one.date >= since


def _since(held: Check) -> datetime.date | None:
    if held.wording is not None:
        return held.wording.date
    if held.directive is not None:
        return held.directive.date
    return held.recommendation.on if held.recommendation is not None else None
