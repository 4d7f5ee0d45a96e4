"""What a sentence tells that happened to an instrument: the act, its subject, its day and by whom; of what may happen
or has not happened it tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from travaux.status.told_items import ToldItem, told_items
from travaux.status.told_names import ACTS, UNKNOWN, Mention, mentions

_PASSIVE = re.compile(r"(?:\b(?:was|were|been|being|is|are)(?: \w+ly)?(?: also)?|,)\s*$")
_TRANSITIVE = frozenset("SIGNED INITIALED RATIFIED ACCEPTED APPROVED ACCEDED DENOUNCED WITHDREW NOTICE".split())
#: Words between an active verb and what it is done to: 'signed at Tokyo an Agreement'.
_TO_OBJECT = re.compile(r"[^,;:“”\"()]{0,70}")
#: Words behind which something else is named; notice is given 'of termination of the Treaty'.
_AWAY = (re.compile(r"\b(?:by|under|of|from|after|with)\b"), re.compile(r"\b(?:by|under|from|after|with)\b"))
_OF_NEXT = re.compile(r"(?:[,;]|\band)\s(?:and )?[Oo]n\s$")
#: How a clause opens with its day: 'On December 24', '..., and on October 2'.
_LEADS = re.compile(r"(?:^\W*|[,;(]\s|\b(?:and|that|but)\s)(?:(?:[Oo]n|[Ii]n|[Ll]ate in|[Ee]arly in)\s)?$")
_OF_ANOTHER = re.compile(r"\b(?:of|dated|since|until|between)\s$")
_LONGEST_GAP = 170
_DAYS = ("DATE", "SAME_DAY", "TODAY")
#: 'a session which concluded on June 14': it ended.
_CLOSED = re.compile(r"\b(?:which|that|who|session|talks|meeting|conference|sentence|negotiations)\s(?:\w+ly\s)?$")
#: Acts that need their instruments of ratification beside them.
_WITH_INSTRUMENTS = frozenset(("EXCHANGED", "DEPOSITED"))


@dataclass(frozen=True, slots=True)
class By:
    """Who did it, in the words of the sentence, and on which day where each has a day of its own."""

    words: str
    day: ToldItem | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """That an act, an item of the grammar, was done to an instrument; `start` to `end` of the sentence say it.

    The day may be one of the grammar's 'same days'. `doubtful` is whether the act may belong to an
    instrument named within the title of this one.
    """

    act: ToldItem
    subject: Mention
    start: int
    end: int
    day: ToldItem | None = None
    by: tuple[By, ...] = ()
    goes_for: str = ""
    doubtful: bool = False


def sayings(sentence: str) -> tuple[Saying, ...]:
    """What a sentence tells, in order.

    >>> [found] = sayings("The Ferry Treaty was signed at Tessenay on July 9, 1963, by Baron Vasarel.")
    >>> found.act.kind, found.subject.title, found.day.words, found.by[0].words
    ('SIGNED', 'Ferry Treaty', 'July 9, 1963', 'Baron Vasarel')
    """
    return tuple(_Reader(sentence).sayings())


class _Reader:
    """Goes through the acts of one sentence."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        every = told_items(sentence)
        self._mentions = list(mentions(sentence, every))
        self._items = [
            item for item in every if not any(each.start <= item.start < each.end for each in self._mentions)
        ]

    @cached_property
    def _acts(self) -> list[ToldItem]:
        """The acts, those with instruments of ratification as one."""
        acts = [item for item in self._items if item.kind in ACTS]
        found: list[ToldItem] = []
        for place, each_act in enumerate(acts):
            act = each_act
            if act.kind == "INSTRUMENTS":
                continue
            if act.words == "concluded" and _CLOSED.search(self._sentence, 0, act.start):
                continue
            if act.kind in _WITH_INSTRUMENTS:
                near = (*acts[max(place - 1, 0) : place], *acts[place + 1 : place + 2])
                beside = [each for each in near if each.kind == "INSTRUMENTS" and _apart(each, act) < 60]
                if not beside:
                    continue
                start, end = min(act.start, beside[0].start), max(act.end, beside[0].end)
                act = ToldItem(act.kind, self._sentence[start:end], start, end)
            found.append(act)
        return found

    def sayings(self) -> Iterator[Saying]:
        last: Saying | None = None
        for place, act in enumerate(self._acts):
            begins = self._acts[place - 1].end if place else 0
            until = self._acts[place + 1].start if place + 1 < len(self._acts) else len(self._sentence)
            found = self._saying(act, begins, until, last)
            if found is not None:
                last = found
                yield found

    def _saying(self, act: ToldItem, begins: int, until: int, last: Saying | None) -> Saying | None:
        subject, active = self._subject(act, begins, until, last)
        if subject is None or self._unreal(act, subject, begins):
            return None
        day = self._day(act, begins, until)
        depositing = act.kind == "DEPOSITED" and act.words.lower().startswith("deposited")
        by = self._by_before(act, begins) if active or depositing else self._by_after(act, until, "by", "on behalf of")
        goes_for = self._by_after(act, until, "for", "for the") if act.kind == "IN_FORCE" else ()
        start, end = self._extent(act, subject, day, by, active)
        alone = day is None and len(by) == 1 and by[0].day is not None
        doubtful = subject.nested and not active and 0 <= act.start - subject.end <= 1
        said = goes_for[0].words if goes_for else ""
        return Saying(act, subject, start, end, by[0].day if alone else day, by, said, doubtful)

    def _subject(self, act: ToldItem, begins: int, until: int, last: Saying | None) -> tuple[Mention | None, bool]:
        """What it was done to, and whether the verb is active: 'the King ratified it'."""
        before = [each for each in self._mentions if each.end <= act.end and not self._has("SEE", each.end, act.start)]
        after = [each for each in self._mentions if act.end <= each.start < until]
        before = [each for each in before if not self._beside(each, act)]
        clause = self._sentence[: act.start]
        passive = _PASSIVE.search(clause) or (before and act.start - before[-1].end <= 1)
        if act.kind in _TRANSITIVE and after and not passive:
            gap = self._sentence[act.end : after[0].start]
            if _TO_OBJECT.fullmatch(gap) and not _AWAY[act.kind == "NOTICE"].search(gap):
                return after[0], True
        near = [each for each in before if each.end > begins] or ([last.subject] if last else before[-1:])
        if near:
            return near[-1], False
        implied = act.kind in _WITH_INSTRUMENTS or not self._sentence[: act.start].strip()
        return (Mention(act.start, act.start, ""), False) if implied else (None, False)

    def _beside(self, mention: Mention, act: ToldItem) -> bool:
        """Whether it is notes that go with an instrument named: 'the Treaty and the notes exchanged with it'."""
        notes = mention.noun == UNKNOWN and self._sentence[mention.start : mention.end].lower() == "notes"
        return notes and act.start - mention.end > 1

    def _unreal(self, act: ToldItem, subject: Mention, begins: int) -> bool:
        """Whether the clause speaks of what may be or is not."""
        starts = [item.end for item in self._items if item.kind in ("COMMA", "BREAK") and item.end <= act.start]
        first = max([begins, *(each for each in starts if each <= max(subject.start, begins) or each > subject.end)])
        if subject.end <= act.start:
            first = min(first, max(subject.end, begins))
        return self._has("UNREAL", first, act.start)

    def _day(self, act: ToldItem, begins: int, until: int) -> ToldItem | None:
        """The day behind an act, else the one that opens its clause; it may be 'the same day'."""
        for item in self._items:
            if item.start < act.end or item.kind not in (*_DAYS, "SEE"):
                continue
            if item.kind == "SEE" or item.start >= min(until, act.end + _LONGEST_GAP):
                break
            if ";" in self._sentence[act.end : item.start]:
                break
            if not self._goes_with_next(item, until) and not self._of_another(item):
                return item
        before = [
            item
            for item in self._items
            if item.kind in _DAYS and item.end <= act.start and not self._of_another(item)
            if item.start >= begins and _LEADS.search(self._sentence, 0, item.start)
            if begins == 0 or self._goes_with_next(item, act.start)
        ]
        return before[-1] if before and not self._has("SEE", before[-1].end, act.start) else None

    def _goes_with_next(self, day: ToldItem, until: int) -> bool:
        """Whether a day opens the clause of the next act: 'was signed, and on October 2 it was ratified'."""
        opens = _OF_NEXT.search(self._sentence, 0, day.start) is not None
        return opens and until < len(self._sentence) and any(day.end <= each.start < until for each in self._mentions)

    def _of_another(self, day: ToldItem) -> bool:
        return day.kind == "DATE" and _OF_ANOTHER.search(self._sentence, 0, day.start) is not None

    def _by_before(self, act: ToldItem, begins: int) -> tuple[By, ...]:
        ends = [item.end for item in self._items if item.end <= act.start and item.kind in ("COMMA", "BREAK", "DATE")]
        words = self._sentence[max([begins, *ends]) : act.start].strip(" ,")
        return (By(re.sub(r"^(?:and|but) | (?:has|have|had)$", "", words)),) if words else ()

    def _by_after(self, act: ToldItem, until: int, *leads: str) -> tuple[By, ...]:
        found: list[By] = []
        for place, item in enumerate(self._items):
            if item.kind != "BY" or item.words.lower() not in leads or not act.end <= item.start < until:
                continue
            if "for" in leads[0] and item.start - act.end > 2:
                continue
            rest = [each for each in self._items[place + 1 :] if each.kind not in ("COMMA",)]
            bound = rest[0].start if rest else len(self._sentence)
            words = re.sub(
                r"(?:,|\s(?:and|on|in))+\s*$", "", self._sentence[item.end : min(bound, until)].rstrip(" ,.")
            )
            own = rest[0] if rest and rest[0].kind == "DATE" and rest[0].start < until else None
            found.append(By(re.sub(r",? (?:at|in) [A-Z].*$", "", words).strip(" ,"), own))
        return tuple(found)

    def _extent(
        self, act: ToldItem, subject: Mention, day: ToldItem | None, by: Sequence[By], active: bool
    ) -> tuple[int, int]:
        """The words that say it: from the act with its verb, its clause where it is active, to its day."""
        days = [each.day for each in by if each.day is not None] + ([day] if day is not None else [])
        start = min([act.start, *(each.start for each in days)])
        end = max([act.end, *(each.end for each in days)])
        if active:
            end = max(end, subject.end)
        elif subject.title and 0 <= act.start - subject.end <= 12:
            start = min(start, subject.start)
        if active and by:
            start = min(start, max(self._sentence.rfind(by[0].words, 0, act.start), 0))
        return start, end

    def _has(self, kind: str, start: int, end: int) -> bool:
        return any(item.kind == kind and start <= item.start < end for item in self._items)


def _apart(one: ToldItem, other: ToldItem) -> int:
    return max(one.start, other.start) - min(one.end, other.end)
