"""Which directives a later one ends: by words for the same provision, by telling the same otherwise, by forbidding it.

Those of one message stand side by side. What opposes a thing does not end leave to take it away, and the other way
about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from travaux.mandate.cancels import Cancelled
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.figures import differ, figures
from travaux.mandate.likeness import PLACES, likeness, telling
from travaux.mandate.sense import Sense, is_against, of_order, refuses
from travaux.mandate.things import things

T = TypeVar("T")

_SAME = 0.6
_QUOTED = re.compile(r"[“\"]")
#: What is left open for the rounding of a product; `likeness` decides.
_ROUNDED = 1e-9
#: Told of what is to be done again each time, not of a position that is held.
_ONCE = frozenset({Act.REPORT, Act.CONSULT})
_PUTS = frozenset({Act.PROPOSE, Act.INTRODUCE, Act.RAISE})
FREE = frozenset({Act.PROPOSE, Act.ACCEPT, Act.SEEK, Act.INTRODUCE, Act.CLEAR, Act.ASSURE, Act.RAISE})


class Ended(StrEnum):
    """By which rule a directive or a wording no longer holds."""

    REPLACED = "later words for the same provision"
    AMENDED = "the same told again, otherwise"
    WITHDRAWN = "forbidden later"
    CANCELLED = "its message was cancelled"


@dataclass(frozen=True, slots=True)
class Gone:
    """What held before and holds no more: by which rule, and through which later words, those of a directive or of a
    message that says so."""

    directive: Directive
    rule: Ended
    by: Directive | Cancelled


def gone(known: Sequence[Directive], cancelled: Mapping[str, Cancelled]) -> Iterator[Gone]:
    """The directives, in the order of their days, that hold no more, and what ended each; `cancelled` by message."""
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
            if (counted := _counted(one)) is not None:
                self.by.setdefault(counted, []).append(place)
            for word in self.words[place]:
                self.having.setdefault(word, []).append(place)

    def of(self, place: int) -> Iterator[Directive]:
        """Those behind a directive, in their order."""
        one = self.known[place]
        found = set(self._alike(place))
        for key in (*one.addresses, _counted(one)):
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


def _counted(one: Directive) -> frozenset[str] | None:
    """What a directive tells an amount of: of 'five hundred men' the men; None where it tells none."""
    words = one.object.words if one.object is not None else ""
    return things(words) or None if figures(words) else None


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
    withdrawn = one.act in FREE and not is_against(one) and is_against(later)
    withdrawn = withdrawn and not differ(figures(one.object.words), figures(later.object.words))
    # To oppose a reference does not withdraw leave to accept its deletion.
    withdrawn = withdrawn and (refuses(later) or _says(one) == _says(later))
    # What our side is not to propose it may accept.
    withdrawn = withdrawn and not (later.denied and later.act in _PUTS and one.act is Act.ACCEPT)
    amended = one.act is later.act and one.denied is later.denied and one.act not in _ONCE
    # A change of words in a text is on its place; another that has the same words in it is another change.
    if any(_QUOTED.search(each.object.words) for each in (one, later) if each.object) and not same_place:
        return None
    same = _is_same(one.object.words, later.object.words, at_one_place=same_place)
    if (withdrawn or amended) and (same or (_counted(one) or "") == _counted(later)):
        return Ended.WITHDRAWN if withdrawn else Ended.AMENDED
    return None


def _says(directive: Directive) -> frozenset[Sense]:
    return of_order(directive, directive.object.words if directive.object else "")
