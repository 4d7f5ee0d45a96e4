"""How wording moved from agreement to agreement: each text with the earlier one that it reads most like."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from travaux.compare.redline import Redline, redline
from travaux.precedent.precedents import Precedent, passage
from travaux.precedent.words import words


@dataclass(frozen=True, slots=True)
class Generation:
    """A text in the line: `after` is the earlier one that it reads most like, None for the first; `likeness` to that.

    `changes` is the redline from `after`; None for the first.
    """

    precedent: Precedent | None
    after: Precedent | None
    likeness: float
    changes: Redline | None = None


def descent(
    asked: str, found: Sequence[Precedent], *, before: datetime.date | None = None, least: float = 0.5
) -> tuple[Generation, ...]:
    """The line that leads to the words asked for, oldest first; the last is the words themselves (`precedent` None).
    `before` is the day of these, where it is known: nothing later is in their line.

    Each text is taken to follow the one of an earlier date that it is most like. Only texts with a date are in it: that
    one text reads like an earlier one does not say that who wrote it had that one before him.
    """
    dated = sorted((each for each in found if each.agreement.date), key=_day)
    if before is not None:
        dated = [each for each in dated if _day(each) < before.toordinal()]
    if not dated:
        return ()
    line: list[Generation] = []
    at: Precedent | None = None
    text, earlier = asked, dated
    while earlier:
        after = max(earlier, key=lambda each: (round(_likeness(text, each.clause.words), 3), -_day(each)))
        likeness = _likeness(text, after.clause.words)
        if likeness < least:
            break
        changes = redline(after.clause.provision, passage(text), legible=True)
        line.append(Generation(at, after, likeness, changes))
        at, text = after, after.clause.words
        earlier = [each for each in earlier if _day(each) < _day(after)]
    if at is None:
        return ()
    return (Generation(at, None, 1.0), *reversed(line))


def _day(precedent: Precedent) -> int:
    date = precedent.agreement.date
    return date.toordinal() if date else 0


def _likeness(one: str, other: str) -> float:
    return float(Indel.normalized_similarity(words(one), words(other)))
