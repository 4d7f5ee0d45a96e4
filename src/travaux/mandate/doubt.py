"""Puts in doubt what a check says where a later sentence, in which no order was read, speaks of the proposal as one
does that ends leave or lifts a ban: 'the authority to accept it is withdrawn', 'we no longer object to it'.

What such a sentence orders a person says; until then nothing that it may have ended is told to hold.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from travaux.findings import Citation
from travaux.mandate.likeness import likeness, telling
from travaux.mandate.sense import is_against
from travaux.mandate.things import is_amount, things
from travaux.mandate.turns import ends_all, turns
from travaux.mandate.verdict import Check, Verdict, short

#: So much of the telling words of the proposal or of the sentence, whichever has fewer, are the same.
_SPEAKS_OF = 0.6
#: So many letters tell a word from others, whatever its ending.
_STEM = 5
_NAME = re.compile(r"(?<=[a-z,;:)] )[A-Z][a-z]{2,}")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
#: A day of a message that is named: 'our telegram of July 10'.
_DAY = re.compile(rf"(?i)\b(?:of|dated) (?:(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS}))\b")
_NO_NAMES = frozenset("the article annex party parties government department treaty agreement convention".split())


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence in which no order was read: where it stands, its words, and the day of its message."""

    at: Citation
    words: str
    date: datetime.date | None


def is_on(words: str, proposal: str) -> bool:
    """Whether a sentence speaks of a proposal, may end an order on a part of it, or all that was ordered before."""
    return speaks_of(words, proposal) or ends_all(words) or turns_on(words, proposal)


def turns_on(words: str, proposal: str) -> bool:
    """Whether a sentence speaks as one does that ends leave or lifts a ban, and of a part of a proposal."""
    return turns(words) and _touches(words, proposal)


def speaks_of(words: str, proposal: str) -> bool:
    """Whether a sentence has most of the words that tell what a proposal means, or the other way round."""
    return min(len(telling(proposal)), len(telling(words))) > 1 and likeness(words, proposal) >= _SPEAKS_OF


def _touches(words: str, proposal: str) -> bool:
    """Whether a sentence names half of what a proposal does, somebody or some place in it, or an amount of its kind."""
    named, other = things(proposal), things(words)
    shared = {each for each in named if any(each[:_STEM] == one[:_STEM] for one in other)}
    if named and 2 * len(shared) >= len(named):
        return True
    names = {each for each in _NAME.findall(proposal) if each.lower() not in _NO_NAMES}
    return bool(names & set(re.findall(r"[A-Z][a-z]{2,}", words))) or is_amount(words, proposal)


def in_doubt(held: Check, left: Iterable[Unread]) -> Check:
    """A check, undetermined where one of these sentences came after what decides it and may end that; the newest is
    asked about."""
    later = ending(held, left)
    if not later:
        return held
    newest = max(later, key=lambda each: (each.date or datetime.date.min, each.at.start))
    holds = "the leave" if held.verdict is Verdict.WITHIN else "this"
    ask = f"Later words, in which no order was read, may end it: “{short(newest.words)}” ({newest.at}). "
    return replace(held, verdict=Verdict.UNDETERMINED, ask=(f"{ask}Does {holds} still hold?", *held.ask))


def ending(held: Check, left: Iterable[Unread]) -> tuple[Unread, ...]:
    """The sentences that came after what decides a check, and may end it; none where nothing is decided."""
    if held.verdict is Verdict.UNDETERMINED or held.at is None:
        return ()
    return tuple(each for each in left if _is_behind(each, held) and _may_end(each, held))


def _may_end(one: Unread, held: Check) -> bool:
    """Whether a later sentence may end what decides a check: leave, a ban, or the figure that another is outside of.
    One that is outside of words stays so until others are given."""
    is_figure = held.verdict is Verdict.OUTSIDE and not (held.directive and is_against(held.directive))
    if is_figure and (held.wording is not None or not is_amount(one.words, held.words)):
        return False
    if held.at is not None and one.at.document != held.at.document and ends_all(one.words):
        return _is_of_day(one.words, _since(held))
    return turns_on(one.words, held.words)


def _is_of_day(words: str, day: datetime.date | None) -> bool:
    """Whether words name no day, or this one or one beside it: a message is of another day where it is received."""
    if day is None or not _DAY.search(words):
        return True
    near = [day + datetime.timedelta(days) for days in (-1, 0, 1)]
    said = [f"{each:%B} {each.day}" for each in near] + [f"{each.day} {each:%B}" for each in near]
    return any(re.search(rf"(?i)\b{each}\b", words) for each in said)


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
