"""Holds a decision that running text tells against the requests for authority: which of them it decides, and by what
that is known. What fits several, or only by the office and the time, is unsure, and a person says."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.mandate.authority_said import Decided, Recommendation, Request
from travaux.mandate.decision import Decision
from travaux.mandate.likeness import likeness, telling


class How(StrEnum):
    """By what it is known which request a decision is on."""

    OWN = "it stands in the paper itself"
    DAY = "it names a paper of that day"
    NUMBERS = "unsure: it names no paper; this is the only request of that time to whom decided that has these numbers"
    WORDS = "unsure: it names no paper; this is the request that is most like what was authorized"
    SEVERAL = "unsure: it fits several requests, of which this is the newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A decision told, and the request that it decides: these recommendations. `others` are further requests that it
    fits. It counts when a person enters it."""

    told: Decision
    request: str
    numbers: tuple[str, ...]
    how: How
    others: tuple[str, ...] = ()

    @property
    def decided(self) -> Decided:
        """What is to be entered; a condition is an addition."""
        return Decided.ADDED if self.told.condition is not None else self.told.decided

    @property
    def addition(self) -> str:
        """The words with which it was approved."""
        return self.told.condition.words if self.told.condition is not None else ""


#: A decision that names no paper is on one of the months before; one that names a paper, of the years before.
_SOON, _LATE = datetime.timedelta(days=120), datetime.timedelta(days=730)
_LIKE = 0.6


def decision_of(told: Decision, requests: Iterable[Request], *, written: datetime.date | None) -> Bound | None:
    """The request that a decision is on; None where it fits none. `written` is the day of the paper that tells it."""
    known = tuple(requests)
    own = next((each for each in known if each.document == told.at.document), None)
    if own is not None and told.paper_on is None and not told.object:
        first = min(one.words.at.start for one in own.recommendations)
        stands = bool(told.at.note) or told.at.start > first
        return _bound(told, [own], How.OWN) if stands and _decides(told.by, own) else None
    before = [each for each in known if each is not own and _is_before(each, told.paper_on, written)]
    if told.paper_on is not None:
        return _bound(told, _by_name(told, [each for each in before if each.date == told.paper_on]), How.DAY)
    # What a note or a paper that is not named is on is not to be known from the office and the time alone.
    if told.at.note or told.paper or not told.by:
        return None
    near = [each for each in before if _is_near(each, written) and _decides(told.by, each)]
    if told.object:
        return _by_words(told, near)
    return _bound(told, [each for each in near if _fitting(told, each)], How.NUMBERS)


def _is_before(request: Request, named: datetime.date | None, written: datetime.date | None) -> bool:
    if request.date is None or written is None:
        return named is None or request.date == named
    return request.date <= written <= request.date + _LATE


def _is_near(request: Request, written: datetime.date | None) -> bool:
    return request.date is None or written is None or written - request.date <= _SOON


def _decides(by: str, request: Request) -> bool:
    """Whether who decided is whom the request is to, by the name of the office or of its holder."""
    asked = telling(f"{request.approver} {request.title.partition(' to ')[2]}".lower())
    return bool(telling(by.lower()) & asked)


def _fitting(told: Decision, request: Request) -> tuple[str, ...]:
    """The recommendations on which it decides, of which one at least is still open."""
    if told.is_single and len(request.recommendations) > 1:
        return ()
    chosen = [one for one in request.recommendations if not told.numbers or one.number in told.numbers]
    lacks = set(told.numbers) - {one.number for one in chosen}
    return tuple(one.number for one in chosen) if not lacks and any(_is_open(one, told) for one in chosen) else ()


def _is_open(one: Recommendation, told: Decision) -> bool:
    """Whether a decision says more of a recommendation than is known: another decision, or its day."""
    known = one.granted if told.decided is Decided.APPROVED else one.decided is told.decided
    return not known or (one.on is None and told.on is not None)


def _by_name(told: Decision, requests: Sequence[Request]) -> list[Request]:
    """Of several requests of one day those whose writer is named; all where none is."""
    named = [each for each in requests if telling(told.paper) & telling(each.requester)]
    return named or list(requests)


def _by_words(told: Decision, requests: Sequence[Request]) -> Bound | None:
    ranked = sorted(
        (
            (likeness(told.object, one.words.words), request, one)
            for request in requests
            for one in request.recommendations
            if _is_open(one, told)
        ),
        key=lambda each: -each[0],
    )
    if not ranked or ranked[0][0] < _LIKE:
        return None
    _, request, one = ranked[0]
    return Bound(told=told, request=request.document, numbers=(one.number,), how=How.WORDS)


def _bound(told: Decision, requests: Sequence[Request], how: How) -> Bound | None:
    fitting = [each for each in requests if _fitting(told, each)]
    if not fitting:
        return None
    newest = max(fitting, key=lambda each: each.date or datetime.date.min)
    others = tuple(each.document for each in fitting if each is not newest)
    return Bound(
        told=told, request=newest.document, numbers=_fitting(told, newest), how=How.SEVERAL if others else how,
        others=others,
    )  # fmt: skip
