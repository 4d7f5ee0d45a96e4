"""The mandate in force on a day: directives and authority, less what later instructions took back or replaced.

A directive holds from the day of its document. A later one takes its place where it gives words for the same
provision, or does the same act on the same thing; it withdraws it where it forbids what was allowed, or says so of the
message. Nothing is dropped: what no longer holds is told with what ended it and by which rule.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from travaux import numerals
from travaux.findings import Citation
from travaux.mandate.authority_said import Grant, Recommendation, Request
from travaux.mandate.cancels import Cancelled
from travaux.mandate.directives_said import Directive, Standing
from travaux.mandate.given import given
from travaux.mandate.sense import is_against
from travaux.mandate.spent import Spent
from travaux.mandate.superseded import FREE, Gone, gone
from travaux.record.document import Document
from travaux.text.address import Address, Level, Step

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that our side may put or accept for a provision: where they stand, from which day, and on whose authority.

    `fallback` counts from 0, the first choice. `basis` is the directive or the draft that gives them, as it is told.
    Without a day they count from none until somebody enters it. `in_part`: they go into the provision, and are not all
    of it.
    """

    words: str
    at: Citation
    date: datetime.date | None
    address: Address | None = None
    fallback: int = 0
    condition: str = ""
    basis: str = ""
    directive: Directive | None = None
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class Granted:
    """An authority that was given: the recommendation as decided, and from which day it holds. Where the day of the
    decision is not told that is the day of the request; where that has none either, None, and it counts from no day."""

    request: Request
    recommendation: Recommendation
    since: datetime.date | None

    @property
    def is_decided_later(self) -> bool:
        """Whether the day is that of the request, which was decided on that day or later."""
        return self.since is not None and self.recommendation.on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """What was told or given on a day that nobody knows: it counts from no day until a person enters one."""

    directives: tuple[Directive, ...] = ()
    wordings: tuple[Wording, ...] = ()
    authority: tuple[Granted, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.directives or self.wordings or self.authority)


NOTHING_UNDATED = Undated()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What a negotiator may and must do on a day. `undated` is none of it: whether it holds on that day is not known.
    The papers in `filed` have no day of their own, and count from the one by which they are filed; `requests` are
    those for authority of before that day, decided or not; `spent` are orders to be done once that were."""

    on: datetime.date
    directives: tuple[Directive, ...]
    wordings: tuple[Wording, ...]
    authority: tuple[Granted, ...]
    gone: tuple[Gone, ...]
    undated: Undated = NOTHING_UNDATED
    filed: frozenset[str] = frozenset()
    requests: tuple[Request, ...] = ()
    spent: tuple[Spent, ...] = ()

    def may(self, grant: Grant) -> Granted | None:
        """The newest decision that gives an authority; None where none does. One to negotiate is none to sign."""
        fitting = [each for each in self.authority if grant in each.recommendation.grants]
        return fitting[-1] if fitting else None


#: Alone these are letters sooner than numbers: 'Annex C'.
_LETTERS = frozenset("CDLM")
_OUTERMOST = frozenset({Level.ARTICLE, Level.PREAMBLE, Level.ANNEX, Level.SECTION})
#: Where another numbered item begins, what was said of the one before holds no more.
_ITEM = re.compile(r"(?m)^\(?\d{1,2}[.)]")


def on(
    date: datetime.date,
    directives: Iterable[Directive],
    *,
    wordings: Iterable[Wording] = (),
    requests: Iterable[Request] = (),
    cancelled: Iterable[Cancelled] = (),
) -> Mandate:
    """The mandate on a day.

    `wordings` are the texts that our side tabled or was told to use, `requests` the memoranda that asked for
    authority, `cancelled` the messages of which a later one says that they hold no more.
    """
    told = [each for each in directives if counts(each)]
    known = sorted((each for each in told if each.date is not None and each.date <= date), key=_in_order)
    undated = tuple(each for each in told if each.date is None)
    ends = {each.document: each for each in cancelled if each.date <= date}
    no_more = tuple(gone(known, ends))
    ended = {id(each.directive) for each in no_more}
    tabled = (each for each in wordings if not _is_of(each, ends.keys()))
    worded = [*tabled, *(wording for each in known if id(each) not in ended for wording in _given(each))]
    asked = tuple(requests)
    granted = _granted(asked)
    return Mandate(
        on=date,
        directives=tuple(each for each in known if id(each) not in ended),
        wordings=tuple(_standing([each for each in worded if each.date is not None and each.date <= date])),
        authority=tuple(each for each in granted if each.since is not None and each.since <= date),
        gone=no_more,
        requests=asked,
        undated=Undated(
            directives=undated,
            wordings=(*(each for each in worded if each.date is None), *(w for each in undated for w in _given(each))),
            authority=tuple(each for each in granted if each.since is None),
        ),
    )


def counted(mandate: Mandate) -> Mandate:
    """The mandate as it would be if all that is undated held on its day."""
    undated = mandate.undated
    dated = [replace(each, date=mandate.on) for each in undated.wordings]
    return replace(
        mandate,
        directives=(*mandate.directives, *undated.directives),
        wordings=(*mandate.wordings, *dated),
        authority=(*undated.authority, *mandate.authority),
        undated=NOTHING_UNDATED,
    )


def counts(directive: Directive, *, confirmed: bool = False) -> bool:
    """Whether a directive holds at all: it was not rejected, and with `confirmed`, was confirmed or corrected."""
    if directive.standing is Standing.REJECTED:
        return False
    return not confirmed or directive.standing is not Standing.PROPOSED


def _in_order(directive: Directive) -> tuple[datetime.date, str, int]:
    return directive.date or datetime.date.min, directive.document, directive.at.start


def _is_of(wording: Wording, documents: Collection[str]) -> bool:
    """Whether the words, or the draft that gives them, are of one of these documents."""
    return wording.at.document in documents or wording.basis.rpartition("/")[0] in documents


def as_told(wording: Wording, document: Document, found: Sequence[Directive]) -> Wording:
    """A wording as the fallback that the directive before it in the same item makes of it: 'if they continue to reject
    this, that should be proposed. Article V should then read ...'. The first choice of before stays beside it."""
    if wording.at.document != document.id:
        return wording
    before = [each for each in found if each.fallback and each.at.end <= wording.at.start]
    if not before or _ITEM.search(document.text, before[-1].at.end, wording.at.start):
        return wording
    told = before[-1]
    condition = told.condition.words if told.condition else ""
    return replace(wording, fallback=told.fallback, condition=condition, directive=told)


def _given(directive: Directive) -> Iterator[Wording]:
    """The words that a directive gives to be used, for each provision that it names."""
    told = given(directive)
    if told is None or directive.denied or is_against(directive) or directive.act not in FREE:
        return
    for address in directive.addresses or (None,):
        yield Wording(
            words=told.said.words,
            at=told.said.at,
            date=directive.date,
            address=address,
            fallback=directive.fallback,
            condition=directive.condition.words if directive.condition else "",
            basis=directive.act.value,
            directive=directive,
            in_part=told.partly,
        )


def _standing(worded: Sequence[Wording]) -> Iterator[Wording]:
    """Of the words for one provision, or for all that it is in, the newest first choice, and the fallbacks that came
    with it or later. Words for a part of it leave those for the rest as they are."""
    firsts: dict[Path, Wording] = {}
    for each in sorted(worded, key=_day):
        if each.address is not None and is_first(each):
            firsts[path(each.address)] = each
    for each in sorted(worded, key=lambda wording: (_day(wording), wording.fallback)):
        if each.in_part and _is_in(each, worded):
            continue
        above = [firsts[key] for key in _outward(each) if key in firsts]
        first = max(above, key=_day, default=None)
        if first is None or each is first or (_day(each) >= _day(first) and not is_first(each)):
            yield each


def is_first(wording: Wording) -> bool:
    """Whether words are the first choice for all of a provision, told for no case."""
    return not wording.fallback and not wording.condition and not wording.in_part


#: A provision, and within it a paragraph, sentence and so on: the levels and which, from the outside in.
Path = tuple[tuple[Level, str], ...]


def path(address: Address) -> Path:
    """An address from its article, or other outermost provision, inward."""
    steps = [(step.level, _number(step)) for step in address.steps]
    first = next((place for place, (level, _) in enumerate(steps) if level in _OUTERMOST), 0)
    return tuple(steps[first:])


def _outward(wording: Wording) -> Iterator[Path]:
    """Where a wording is, and all that this is in, the nearest first."""
    at = path(wording.address) if wording.address is not None else ()
    return (at[:count] for count in range(len(at), 0, -1))


def _is_in(part: Wording, worded: Sequence[Wording]) -> bool:
    """Whether words that are to come into a text are in that of the same day or a later one."""
    words = _plain(part.words)
    same = provision(part.address) if part.address else ""
    return any(
        words in _plain(each.words)
        for each in worded
        if not each.in_part and each.address and same in ("", provision(each.address)) and _day(each) >= _day(part)
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".").casefold()


def _day(wording: Wording) -> datetime.date:
    return wording.date or datetime.date.min


def is_outermost(address: Address) -> bool:
    """Whether an address says in which article, or other outermost provision, it is."""
    return any(step.level in _OUTERMOST for step in address.steps)


def provision(address: Address) -> str:
    """The article, or other outermost provision, of an address: that of which words are held against each other."""
    for step in address.steps:
        if step.level in _OUTERMOST:
            return f"{step.level.value} {_number(step)}".strip()
    return str(address).casefold()


def _number(step: Step) -> str:
    """The number of a step as it is compared: an article is the same in Roman and in figures, 'V' and '5'."""
    plain = step.value.upper()
    counted = numerals.value(plain) if step.level in _OUTERMOST and plain not in _LETTERS else None
    return plain if counted is None else str(counted)


def _granted(requests: Iterable[Request]) -> list[Granted]:
    """The authority that requests were given, the oldest first."""
    # What only approves a paper or a letter gives nobody authority.
    found = [
        Granted(request, one, one.on or request.date)
        for request in requests
        for one in request.recommendations
        if one.granted and one.grants != (Grant.OTHER,)
    ]
    return sorted(found, key=lambda each: each.since or datetime.date.min)
