"""The mandate in force on a day: directives and authority, less what later instructions took back or replaced.

A directive holds from the day of its document. A later one takes its place where it gives words for the same
provision, or does the same act on the same thing; it withdraws it where it forbids what was allowed, or says so of the
message. Nothing is dropped: what no longer holds is told with what ended it and by which rule.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from travaux import numerals
from travaux.findings import Citation
from travaux.mandate.authority_said import Grant, Recommendation, Request
from travaux.mandate.cancels import Cancelled
from travaux.mandate.directives_said import Act, Directive, Standing
from travaux.mandate.figures import differ, figures
from travaux.mandate.given import given
from travaux.mandate.likeness import likeness, telling
from travaux.mandate.spent import Spent
from travaux.record.document import Document
from travaux.text.address import Address, Level, Step

T = TypeVar("T")


class Ended(StrEnum):
    """By which rule a directive or a wording no longer holds."""

    REPLACED = "later words for the same provision"
    AMENDED = "the same told again, otherwise"
    WITHDRAWN = "forbidden later"
    CANCELLED = "its message was cancelled"


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


@dataclass(frozen=True, slots=True)
class Gone:
    """What held before and holds no more: by which rule, and through which later words, those of a directive or of a
    message that says so."""

    directive: Directive
    rule: Ended
    by: Directive | Cancelled


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


_SAME = 0.6
#: Where in a text something stands, and not what it is.
PLACES = telling(
    "article paragraph para part section sentence clause phrase word line preamble annex first second third fourth "
    "fifth last"
)
_QUOTED = re.compile(r"[“\"]")
#: What is left open for the rounding of a product; `likeness` decides.
_ROUNDED = 1e-9
#: Alone these are letters sooner than numbers: 'Annex C'.
_LETTERS = frozenset("CDLM")
_OUTERMOST = frozenset({Level.ARTICLE, Level.PREAMBLE, Level.ANNEX, Level.SECTION})
#: Where another numbered item begins, what was said of the one before holds no more.
_ITEM = re.compile(r"(?m)^\(?\d{1,2}[.)]")
#: Told of what is to be done again each time, not of a position that is held.
_ONCE = frozenset({Act.REPORT, Act.CONSULT})
_FREE = frozenset({Act.PROPOSE, Act.ACCEPT, Act.SEEK, Act.INTRODUCE, Act.CLEAR, Act.ASSURE, Act.RAISE})


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
    gone = tuple(_gone(known, ends))
    ended = {id(each.directive) for each in gone}
    tabled = (each for each in wordings if not _is_of(each, ends.keys()))
    worded = [*tabled, *(wording for each in known if id(each) not in ended for wording in _given(each))]
    asked = tuple(requests)
    granted = _granted(asked)
    return Mandate(
        on=date,
        directives=tuple(each for each in known if id(each) not in ended),
        wordings=tuple(_standing([each for each in worded if each.date is not None and each.date <= date])),
        authority=tuple(each for each in granted if each.since is not None and each.since <= date),
        gone=gone,
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


def _gone(known: Sequence[Directive], cancelled: Mapping[str, Cancelled]) -> Iterator[Gone]:
    enders = _Enders(known)
    for place, one in enumerate(known):
        if one.document in cancelled:
            yield Gone(one, Ended.CANCELLED, cancelled[one.document])
            continue
        for later in enders.of(place):
            rule = _ended(one, later)
            if rule is not None:
                yield Gone(one, rule, later)
                break


class _Enders:
    """Which later directives may end one: of its message, of a provision, or with as many telling words in common as
    make two alike. All that end it are among them, so that not each is held against each."""

    def __init__(self, known: Sequence[Directive]) -> None:
        self.known = known
        self.by: dict[object, list[int]] = {}
        self.having: dict[str, list[int]] = {}
        self.words = [_like(one) for one in known]
        for place, one in enumerate(known):
            for key in one.addresses:
                self.by.setdefault(key, []).append(place)
            for word in self.words[place]:
                self.having.setdefault(word, []).append(place)

    def of(self, place: int) -> Iterator[Directive]:
        """Those behind a directive, in their order."""
        one = self.known[place]
        found = set(self._alike(place))
        for key in one.addresses:
            found.update(_behind(self.by, key, place))
        return (self.known[each] for each in sorted(found))

    def _alike(self, place: int) -> Iterator[int]:
        words = self.words[place]
        shared = Counter(chain.from_iterable(_behind(self.having, word, place) for word in words))
        for other, count in shared.items():
            if count >= _SAME * min(len(words), len(self.words[other])) - _ROUNDED:
                yield other


def _behind(by: Mapping[T, list[int]], key: T, place: int) -> list[int]:
    places = by.get(key, [])
    return places[bisect_right(places, place) :]


def _like(one: Directive) -> frozenset[str]:
    """The telling words of what a directive is on, by which it may end another or be ended."""
    if one.object is not None and (one.denied or one.act not in _ONCE):
        return telling(one.object.words) - PLACES
    return frozenset()


def _is_same(one: str, other: str, *, at_one_place: bool) -> bool:
    """Whether two objects are alike. Where they name no provision in common, places in a text do not count: every text
    has a second sentence."""
    if at_one_place:
        return likeness(one, other) >= _SAME
    first, second = telling(one) - PLACES, telling(other) - PLACES
    least = min(len(first), len(second))
    return least > 1 and len(first & second) / least >= _SAME


def _ended(one: Directive, later: Directive) -> Ended | None:
    """The rule by which a later directive ends one; those of one message stand side by side."""
    if one.document == later.document:
        return None
    if one.object is None or later.object is None:
        return None
    same_place = bool(set(one.addresses) & set(later.addresses))
    if one.wording and later.wording and same_place and one.fallback == later.fallback:
        return Ended.REPLACED
    withdrawn = one.act in _FREE and not one.denied and (later.denied or later.act is Act.FORESTALL)
    withdrawn = withdrawn and not differ(figures(one.object.words), figures(later.object.words))
    amended = one.act is later.act and one.denied is later.denied and one.act not in _ONCE
    # A change of words in a text is on its place; another that has the same words in it is another change.
    if any(_QUOTED.search(each.object.words) for each in (one, later) if each.object) and not same_place:
        return None
    if (withdrawn or amended) and _is_same(one.object.words, later.object.words, at_one_place=same_place):
        return Ended.WITHDRAWN if withdrawn else Ended.AMENDED
    return None


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
    if told is None or directive.denied or directive.act not in _FREE:
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
