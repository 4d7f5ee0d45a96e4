"""Reads how long an instrument lasts, from a sentence of its clauses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from travaux.status.clause_subjects import name_of, speaks_of_it, subject_of
from travaux.status.ended import goes_on_after_notice
from travaux.status.items import DELAY, PERIOD, Item, has
from travaux.status.sentence import Sentence
from travaux.status.terms import Duration, Period, Since, Unit

_LASTS = frozenset({"REMAIN", "RENEW"})
_ENDS = frozenset({"TERMINATE", "WITHDRAW", "TERMINATION", "NOTICE", "EXPIRE"})
#: A period named so is one more.
_FURTHER = re.compile(r"(?i)further|additional|successive|subsequent|consecutive|like|similar|new|equal|supplementary")
_MORE = re.compile(r"(?i)\b(?:further|additional|successive|subsequent|consecutive|another|new)(?: periods? of)? $")
_STOPS = frozenset({"UNLESS", "UNTIL", "SEMICOLON", "ENTRY", "MAY", "SHALL"})
#: What only supposes that it is in force.
_SUPPOSED = re.compile(r"(?i)\b(?:if|whether|while|when|where|during|once) $")
#: What has a life of its own: 'between those parties'.
_BETWEEN_SOME = re.compile(r"(?i)\bbetween (?:those|these|that|them)\b")
#: What has a validity of its own.
_PAPERS = re.compile(r"(?i)origin|certificate|licen[cs]e|proof|declaration|permit|offer")
_TIMES = frozenset({DELAY, PERIOD})


def durations(sentence: Sentence) -> Iterator[Duration]:
    """How long the instrument lasts, as a sentence gives it."""
    row = sentence.items
    place = next((at for at, item in enumerate(row) if item.kind in _LASTS and _of_this(row, at, sentence)), None)
    if place is None:
        yield from _expiring(sentence, row)
        return
    if goes_on_after_notice(sentence, place):
        return
    if has(row[:place], "PROVISIONAL") and not has(row[:place], "THIS", "IT"):
        return
    found = _duration(sentence, row, place)
    if found is not None:
        yield found


def _expiring(sentence: Sentence, row: Sequence[Item]) -> Iterator[Duration]:
    """'shall expire on 31 December 2005', 'shall terminate ten years after its entry into force'"""
    for place, item in enumerate(row):
        if item.kind not in ("EXPIRE", "TERMINATE") or not has(row[max(place - 2, 0) : place], "SHALL"):
            continue
        subject = subject_of(row, place)
        behind = row[place + 1 :]
        by_one = has(
            row, "NOTICE", "TERMINATION", "WITHDRAWAL", "EITHER", "PARTY", "FOR_THAT", "LATER", "OTHER", "PROVISIONAL"
        )
        if by_one or subject is None or subject.kind not in ("THIS", "IT") or not speaks_of_it(sentence, subject):
            continue
        time = next((each for each in behind[:3] if each.kind in (*_TIMES, "DATE")), None)
        if time is None or has(behind[: behind.index(time)], "BEFORE", "UNLESS", "LASTING"):
            continue
        since, since_date = _since(row, place)
        yield Duration(
            words=sentence.words,
            at=sentence.at,
            address=sentence.address,
            period=time.period,
            since=since,
            since_date=since_date,
            until=time.date,
        )
        return


def _of_this(row: Sequence[Item], place: int, sentence: Sentence) -> bool:
    """Whether what lasts is the instrument, and not a provision of it, a measure or another text."""
    if row[place].kind == "REMAIN" and row[place].words.lower() in ("duration", "validity", "term"):
        near = row[place + 1 : place + 3]
        if row[place - 1].kind in ("INDEFINITE", PERIOD) and has(row[:place], "SHALL"):
            return speaks_of_it(sentence, subject_of(row, place))
        return any(item.kind == "THIS" for item in near) and any(item.kind == "SHALL" for item in row[place:])
    subject = subject_of(row, place)
    if subject is None and (_PAPERS.search(sentence.heading) or has(row[max(place - 2, 0) : place], "PROVISIONAL")):
        return False
    if subject is not None and _SUPPOSED.search(sentence.words, 0, subject.start):
        return False
    return speaks_of_it(sentence, subject)


def _duration(sentence: Sentence, row: Sequence[Item], place: int) -> Duration | None:
    renew = _renewed_at(sentence, row, place)
    if has(row[place:], "ENTERS"):  # 'and shall enter into force thirty days after': that is no period of it
        row = row[: next(at for at, item in enumerate(row) if at > place and item.kind == "ENTERS")]
        renew = min(renew, len(row))
    notice = notice_before(row)
    own = [item for item in row[place:] if item.kind in _TIMES and item is not notice]
    first = [item for item in own if row.index(item) < renew]
    period = _first_period(row, place, first, renew)
    until = next((after.date for item, after in pairwise(row) if item.kind == "UNTIL" and after.kind == "DATE"), None)
    renewal = _renewal(row, renew, [item for item in own if row.index(item) > renew], period)
    since, since_date = _since(row, place)
    indefinite = any(item.kind == "INDEFINITE" for item in row)
    lasting = _while(sentence, row, place)
    by_then = has(row[place:], "UNLESS", "UNTIL") or has(row[place + 1 : place + 2], "BEFORE")
    ends_by_notice = by_then and has(row[place:], *_ENDS)
    replaced = has(row[place + 1 : place + 2], "UNTIL") and has(row[place:], "SUPERSEDE", "AGREE", "OTHER")
    if renewal is None and renew == len(row) and not has(row, "END_OF_PERIOD"):
        notice = None
    if lasting and _BETWEEN_SOME.search(sentence.words, row[place].end):
        return None
    if not (period or until or renewal or indefinite or lasting or ends_by_notice or replaced):
        return None
    thereafter = period is not None and renewal is None and (indefinite or has(row, "THEREAFTER"))
    return Duration(
        words=sentence.words,
        at=sentence.at,
        address=sentence.address,
        period=period,
        since=since,
        since_date=since_date,
        until=until,
        renewal=renewal,
        notice=notice.period if notice and notice.delay else None,
        while_other=lasting,
        then_notice=thereafter,
    )


def _renewed_at(sentence: Sentence, row: Sequence[Item], place: int) -> int:
    """Where it is told that it goes on: 'renewed', or 'remain in force for additional periods'."""
    for at in range(place, len(row)):
        further = row[at].kind == "PERIOD_NAMED" and _FURTHER.match(row[at].words)
        again = row[at].kind == "REMAIN" and at > place and has(row[place:at], "UNLESS")
        more = row[at].kind in _TIMES and _MORE.search(sentence.words, 0, row[at].start)
        if more and row[at - 1].kind != "RENEW":
            return at - 1
        if row[at].kind == "RENEW" or (further and at > place) or again:
            return at
    return len(row)


def _first_period(row: Sequence[Item], place: int, first: Sequence[Item], renew: int) -> Period | None:
    for item in first:
        behind = row[row.index(item) + 1 : row.index(item) + 4]
        until = has(row[place : row.index(item)], "UNTIL", "BEFORE")
        soon = row[row.index(item) + 1 : row.index(item) + 7]
        stop = next((at for at, each in enumerate(soon) if each.kind in _STOPS), 7)
        led = has(soon[:stop], "NOTICE") and has(soon[:stop], "EITHER", "PARTY")
        led |= until and (has(behind, "NOTICE") or not has(behind, "ENTRY", "ENTERS", "SIGNATURE"))
        if (
            led
            or any(each.kind in ("NOTICE", "BEFORE", "TERMINATION") for each in behind[:1])
            or _notice_leads(row, item)
        ):
            continue
        return item.period
    return None


def _notice_leads(row: Sequence[Item], item: Item) -> bool:
    """Whether a period is how long a notice runs: 'upon six months' notice', 'notice of six months'."""
    at = row.index(item)
    return any(each.kind in ("NOTICE", "TERMINATION", "GIVE") for each in row[max(at - 2, 0) : at])


def notice_before(row: Sequence[Item]) -> Item | None:
    """The time before the end of a period by which notice must be given."""
    for at, item in enumerate(row):
        if item.kind not in _TIMES:
            continue
        behind = [each.kind for each in row[at + 1 : at + 4]]
        if "BEFORE" in behind or "END_OF_PERIOD" in behind[:2]:
            return item
    return None


def _renewal(row: Sequence[Item], renew: int, behind: Sequence[Item], period: Period | None) -> Period | None:
    if renew == len(row) or (has(row[max(renew - 3, 0) : renew], "MAY") and "tacit" not in row[renew].words.lower()):
        # What the parties may agree on is no renewal until they have.
        return None
    near = row[renew : renew + 9]
    for item in near:
        if item.kind == "SAME_PERIOD":
            low = item.words.lower()
            return Period(1, Unit.YEAR) if "year" in low or "annual" in low else period
        if item in behind and item.period:
            return item.period
    return None


def _since(row: Sequence[Item], place: int) -> tuple[Since, datetime.date | None]:
    for at in range(place, len(row) - 1):
        if row[at].kind in ("AFTER", "FROM"):
            near = row[at + 1 : at + 3]
            dated = next((item.date for item in near if item.kind == "DATE"), None)
            if dated:
                return Since.DATE, dated
            if any(item.kind == "SIGNATURE" for item in near):
                return Since.SIGNATURE, None
    return Since.ENTRY_INTO_FORCE, None


def _the_other(row: Sequence[Item]) -> Item | None:
    """'the Treaty' behind 'so long as'."""
    return next((item for item in row if item.kind == "THIS" and item.words.lower().startswith("the ")), None)


def _while(sentence: Sentence, row: Sequence[Item], place: int) -> str:
    for at in range(place, len(row)):
        if row[at].kind == "LASTING":
            other = next((item for item in row[at:] if item.kind == "OTHER"), None) or _the_other(row[at : at + 2])
            return name_of(sentence, other) if other else ""
        if row[at].kind == "SAME_PERIOD" and has(row[at + 1 : at + 2], "OTHER", "THIS") and not has(row, "RENEW"):
            return name_of(sentence, row[at + 1])
    return ""
