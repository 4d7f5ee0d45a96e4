"""Reads how notice ends an instrument or a party's part in it, from the sentences of one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from travaux.status.clause_subjects import subject_of
from travaux.status.duration_clauses import notice_before
from travaux.status.ended import NOT_IT, goes_on_after_notice, is_ended
from travaux.status.items import DELAY, PERIOD, Item, has
from travaux.status.sentence import Sentence
from travaux.status.terms import AT_ONCE, Delay, Ending, Landing, Period, Termination, Unit
from travaux.status.until_notice import until_notice

_ENDS = frozenset({"TERMINATE", "WITHDRAW"})
_NOTICES = frozenset({"TERMINATION", "WITHDRAWAL", "NOTICE"})
_TIMES = frozenset({DELAY, PERIOD})
#: What says that another provision sets how.
_REFERS = re.compile(
    r"(?i)\b(?:as provided|in accordance with|pursuant to|under) (?:for |in |the )*(?:provisions? of )?"
    r"(?:this |the present )?(?:articles?|paragraphs?|sections?|herein|hereunder)\b"
)
#: What lets a party do what another article has set.
_BY_ARTICLE = re.compile(r"(?i)\bin accordance with (?:the provisions of )?article")
_BECAME = re.compile(
    r"(?i)\bbec[ao]mes? (?:a )?(?:party|member)|"
    r"\bits (?:acceptance|ratification|accession|approval|membership|admission)|"
    r"\bcommencement of its membership|\bdate of (?:acceptance|ratification|accession|admission)"
)
#: What a party takes back of its own, while it stays a party.
_ASIDE = re.compile(
    r"(?i)\b(?:declaration|reservation|objection|extension|territor)\w*\b[^.;]*\bwithdr|"
    r"\bwithdr\w+[^.;]*\b(?:declaration|reservation|objection)"
)
#: 'may be terminated at any time if the Parties so agree'
_IF_AGREED = re.compile(
    r"(?i)(?: this \w+)?(?: at any time)? (?:if|when|should) (?:both|all|the) [^.;,]{0,40}\bagree\b[^.;]{0,10}\.?$"
)
#: 'Termination of employment'
_OF_ANOTHER_MATTER = re.compile(
    r"(?i)\W*(?:termination|cancellation|withdrawal) of (?!(?:this|the|such|an?|any|its|their|that|each|either)\b)[a-z]"
)
#: An organ of the parties, which decides where notice does nothing.
_ORGAN = re.compile(r"(?i)\b(?:council|committee|commission|conference|assembly|board)\b")
#: What is ended for some territories only.
_TERRITORY = re.compile(
    r"(?i)[^.;]{0,60}\b(?:one or more|any|some) of (?:the|its) territor|"
    r"(?i:[^.;]{0,60}\bin respect of (?:the|such|that|any|a)(?: said| such)? territor)"
)


def terminations(sentences: Iterable[Sentence]) -> tuple[Termination, ...]:
    """How notice ends it: a sentence that allows it, completed by those that tell its effect."""
    found: list[Termination] = []
    article: object = None
    provisional: object = None
    aside: object = None
    led = False
    barred, bar_article = None, article
    for sentence in sentences:
        if _ends_provisional(sentence):
            provisional = sentence.article
            continue
        allowed = _allowed(sentence, elsewhere=bool(found) and article != sentence.article)
        barred = _barred(sentence) or (barred if bar_article == sentence.article else None)
        bar_article = sentence.article
        if allowed is not None and barred is not None and allowed.not_before is None:
            allowed = replace(allowed, not_before=barred)
        if allowed is not None:
            same = found and article == sentence.article and found[-1].ending is allowed.ending
            if not same or (allowed.delay != AT_ONCE and found[-1].delay not in (AT_ONCE, allowed.delay)):
                found.append(allowed)
            else:
                found[-1] = _joined(found[-1], allowed)
            article, led = sentence.article, True
            continue
        aside = sentence.article if _ASIDE.search(sentence.words) else aside
        effect = None if sentence.article == aside != article else _effect(sentence, led)
        if effect is None and found and article == sentence.article and found[-1].delay == AT_ONCE:
            found[-1] = _with_notice(found[-1], sentence.items)
        led = has(sentence.items, *_NOTICES) and article == sentence.article
        if effect is None:
            continue
        if found and (article == sentence.article or found[-1].delay == AT_ONCE):
            if found[-1].delay == AT_ONCE:
                found[-1] = replace(found[-1], delay=effect)
        elif not found and _tells_notice(sentence) and provisional != sentence.article:
            found.append(_term(sentence, delay=effect))
            article = sentence.article
    return tuple(found)


def _ends_provisional(sentence: Sentence) -> bool:
    """Whether it is provisional application that a sentence lets a party end."""
    row = sentence.items
    return any(
        item.kind in _ENDS and has(row[:at], "MAY") and has(row[at + 1 : at + 3], "PROVISIONAL")
        for at, item in enumerate(row)
    )


def _barred(sentence: Sentence) -> Period | None:
    """'may not be denounced until seven years have elapsed'"""
    row = sentence.items
    for at, item in enumerate(row[:-1]):
        if item.kind == "MAY" and item.words.lower().endswith("not") and row[at + 1].kind in _ENDS:
            until = next((each for each in row[at + 2 :] if each.kind in _TIMES), None)
            if until is not None and has(row[at + 2 : at + 5], "UNTIL", "BEFORE"):
                return until.period
    return None


def _with_notice(term: Termination, row: Sequence[Item]) -> Termination:
    """The term with the notice that a further sentence asks before the end of a period."""
    item = notice_before(row) if has(row, "NOTICE", "TERMINATION") else None
    if item is None or item.delay is None or has(row, "REMAIN", "RENEW", "AMENDMENT"):
        return term
    return replace(term, delay=item.delay, at_end_of_period=term.at_end_of_period or has(row, "END_OF_PERIOD"))


def _joined(first: Termination, more: Termination) -> Termination:
    return replace(
        first,
        delay=first.delay if first.delay != AT_ONCE else more.delay,
        not_before=first.not_before or more.not_before,
        not_before_date=first.not_before_date or more.not_before_date,
        own_entry=first.own_entry or more.own_entry,
        at_end_of_period=first.at_end_of_period or more.at_end_of_period,
    )


def _term(sentence: Sentence, *, delay: Delay) -> Termination:
    row = sentence.items
    return Termination(words=sentence.words, at=sentence.at, address=sentence.address, ending=_ending(row), delay=delay)


def _ending(row: Sequence[Item]) -> Ending:
    """Withdrawal is what leaves the instrument in force among others; either of two parties terminates it."""
    leaves = any(
        item.kind == "WITHDRAW" and not has(row[max(at - 2, 0) : at], *_NOTICES) for at, item in enumerate(row)
    )
    if has(row, "EITHER") and not leaves:
        return Ending.TERMINATION
    if (
        leaves
        or has(row, "WITHDRAWAL")
        or any(item.kind in ("NOTICE", "TERMINATION") and "withdraw" in item.words.lower() for item in row)
    ):
        return Ending.WITHDRAWAL
    denounces = any(item.kind in ("TERMINATE", "TERMINATION") and "denou" in item.words.lower() for item in row)
    return Ending.WITHDRAWAL if denounces and has(row, "PARTY") else Ending.TERMINATION


def _allowed(sentence: Sentence, *, elsewhere: bool) -> Termination | None:
    """The right to end it, where a sentence gives it. `elsewhere`: another article has given it, and what only lets a
    party do so in accordance with that gives no other."""
    row = sentence.items
    if elsewhere and _BY_ARTICLE.search(sentence.words):
        return None
    place = next(
        (
            at
            for at, item in enumerate(row)
            if item.kind in (*_ENDS, "TERMINATION", "NOTICE") and _is_right(sentence, row, at)
        ),
        None,
    )
    if place is None:
        return _ended_by_then(sentence)
    if not is_ended(row, place, sentence):
        return _ended_by_then(sentence)
    floor = _not_before(sentence, row, place)
    delay = _notice_time(row, floor)
    if delay == AT_ONCE:
        delay = _at_end_of_year(row) or until_notice(sentence) or AT_ONCE
    own = floor is not None and (
        has(row[row.index(floor) :], "FOR_THAT", "LATER") or _BECAME.search(sentence.words, floor.end) is not None
    )
    return replace(
        _term(sentence, delay=delay),
        not_before=floor.period if floor else None,
        own_entry=own,
        at_end_of_period=has(row[_until_at(row, place) :], "END_OF_PERIOD"),
    )


def _ended_by_then(sentence: Sentence) -> Termination | None:
    """'shall continue in force until one year after the day on which either Party gives notice'"""
    delay = until_notice(sentence)
    return _term(sentence, delay=delay) if delay is not None else None


def _until_at(row: Sequence[Item], place: int) -> int:
    """Where 'until' leads what ends it, if that stands before `place`; else the beginning."""
    return next((at for at in range(place - 1, -1, -1) if row[at].kind == "UNTIL" and has(row[:at], "REMAIN")), 0)


def _is_right(sentence: Sentence, row: Sequence[Item], place: int) -> bool:
    before = row[max(place - 6, 0) : place]
    if row[place].words.lower().endswith("terminable"):
        return has(row[place + 1 :], "EITHER", "PARTY") and has(row[place + 1 :], "NOTICE")
    if _TERRITORY.match(sentence.words, row[place].end):
        return False
    if has(row[place - 1 : place], "AGREE") or (row[place].kind not in _ENDS and not _gives(row, place)):
        return False
    unless = next((item for item in reversed(row[:place]) if item.kind == "UNLESS"), None)
    if unless is not None and _ORGAN.search(sentence.words, unless.end, row[place].start):
        return False
    modal = next((at for at in range(place - 1, max(place - 22, -1), -1) if row[at].kind in ("MAY", "SHALL")), None)
    if modal is not None and row[modal].kind == "MAY":
        led = row[:modal]
        if _ORGAN.search(sentence.words, 0, row[modal].start) and not has(
            led, "PARTY", "EITHER", "PARTIES", "THIS", "IT"
        ):
            return False
        if _by_all(row, place) or _IF_AGREED.match(sentence.words, row[place].end):
            return False
        between = row[modal:place]
        if not _relative([*row[max(modal - 3, 0) : modal], *between]) or row[place - 1].kind == "COMMA":
            return True
        if _wishes(row, place):
            return True
    if _REFERS.search(sentence.words, row[place].end) or has(before[-2:], "AGREE"):
        return False
    # 'shall remain in force until terminated by either party', 'unless denounced'
    lasts = has(row[:place], "REMAIN") and (has(before, "UNLESS", "UNTIL") or _unless_given(row, place))
    return lasts or _by_notice(row, place)


def _unless_given(row: Sequence[Item], place: int) -> bool:
    """'shall remain in force, unless either Party gives the other, through diplomatic channels, six months' notice of
    its willingness to terminate it'"""
    unless = next((at for at in range(place - 1, max(place - 13, -1), -1) if row[at].kind == "UNLESS"), None)
    given = row[unless + 1 : place] if unless is not None else ()
    if has(row, "RENEW", "END_OF_PERIOD", "PERIOD_NAMED") or has(given, "SEMICOLON", "SHALL", "MAY"):
        return False
    return has(given[:1], "EITHER", "PARTY") and has(given, "NOTICE")


def _by_all(row: Sequence[Item], place: int) -> bool:
    """Whether it is by agreement alone that it may be ended: 'may be terminated at any time by mutual consent'"""
    behind = [item for item in row[place + 1 :] if item.kind not in ("AT_ANY_TIME", "THIS", "IT", "COMMA")]
    return has(behind[:1], "AGREE") and not has(row, "EITHER", "PARTY", *_NOTICES, *_TIMES)


def _relative(row: Sequence[Item]) -> bool:
    """Whether a row has a relative clause, other than 'the date on which'."""
    return any(item.kind == "WHICH" and not has(row[max(at - 1, 0) : at], "ON") for at, item in enumerate(row))


def _gives(row: Sequence[Item], place: int) -> bool:
    """'may give notice of its withdrawal', 'may notify its intention to denounce it'"""
    given = row[place - 1].kind == "GIVE" and has(row[place - 2 : place - 1], "MAY")
    led = given or row[place - 1].kind in ("MAY", "AT_ANY_TIME")
    tells = row[place : place + 2]
    return led and any(re.search(r"(?i)withdraw|terminat|denunci|denounc", item.words) for item in tells)


def _wishes(row: Sequence[Item], place: int) -> bool:
    """'A Party that wishes to withdraw from it must communicate its decision'"""
    led = [item.kind for item in row[max(place - 3, 0) : place]]
    return led == ["PARTY", "WHICH", "MAY"] and has(row[place:], "SHALL") and has(row[place:], "NOTICE")


def _by_notice(row: Sequence[Item], place: int) -> bool:
    """'shall terminate upon six months' notice by either party'"""
    behind = row[place:]
    return (
        has(behind, "EITHER", "PARTY", "PARTIES")
        and has(behind, "NOTICE", "TERMINATION")
        and has(row[:place], "SHALL")
        and has(row[:place], "THIS", "IT")
    )


def _not_before(sentence: Sentence, row: Sequence[Item], place: int) -> Item | None:
    """The time in force before which no notice may be given."""
    for at, item in enumerate(row):
        if item.kind not in _TIMES:
            continue
        led = has(row[max(at - 2, 0) : at], "AFTER", "END_OF_PERIOD")
        led |= item.words.lower().startswith(("after ", "expir", "the expir"))
        after = led and (has(row[at + 1 : at + 2], "AFTER") or item.words.lower().rstrip().endswith("from"))
        behind = row[at + 1 : at + (12 if after else 6)]
        cut = next(
            (index for index, each in enumerate(behind) if each.kind in ("MAY", "TERMINATE", "GIVE", "END_OF_YEAR")),
            len(behind),
        )
        joined = led and _BECAME.search(sentence.words, item.end, item.end + 60) is not None
        if joined or has(behind[:cut], "ENTRY", "ENTERS", "SIGNATURE") or has(row[max(at - 3, 0) : at], "BEEN"):
            behind_term = has(row[:at], "AFTER", "THEREAFTER", "EXPIRY", "BEEN") or "expir" in item.words.lower()
            if behind_term or not has(row[:at], "REMAIN"):
                return item
    return None


def _notice_time(row: Sequence[Item], floor: Item | None) -> Delay:
    """How long after notice it ends."""
    ends = next((at for at, item in enumerate(row) if item.kind in (*_ENDS, "NOTICE", "TERMINATION")), 0)
    for at, item in enumerate(row):
        if item is floor or item.kind not in _TIMES or item.delay is None:
            continue
        near = row[max(at - 3, 0) : at + 4]
        if at >= ends - 1 and has(near, "NOTICE", "BEFORE", "AFTER", "GIVE", "TERMINATION", "RECEIPT", "EITHER", "ON"):
            return _landed(row, item.delay)
    return AT_ONCE


def _landed(row: Sequence[Item], delay: Delay) -> Delay:
    return replace(delay, landing=Landing.YEAR_ENDS) if has(row, "END_OF_YEAR") else delay


def _at_end_of_year(row: Sequence[Item]) -> Delay | None:
    """'at the end of the calendar year', 'at the end of the calendar year following that in which it is given'"""
    end = next((item for item in row if item.kind == "END_OF_YEAR"), None)
    if end is None:
        return None
    later = re.search(r"(?i)\b(?:follow(?:s|ing)|next|after)\b", end.words) is not None
    return Delay(Period(1, Unit.YEAR) if later else None, Landing.YEAR_ENDS)


def _effect(sentence: Sentence, led: bool) -> Delay | None:
    """How long after notice it has effect, where a sentence tells that; `led` by one that speaks of notice, of which
    'it' may be said."""
    row = sentence.items
    for at, item in enumerate(row):
        if item.kind not in ("EFFECT", "ENTERS", "EXPIRE", "TERMINATE", "WITHDRAW", "REMAIN"):
            continue
        if _supposed(row, at):
            continue
        subject = item if _leaves(row, at) else subject_of(row, at)
        if row[0].kind in _NOTICES and sentence.words.startswith(" of ", row[0].end):
            subject = row[0]  # 'Such termination of the consent to be bound shall become effective'
        remains = item.kind == "REMAIN" and not goes_on_after_notice(sentence, at)
        if remains and (subject is None or subject.kind not in _NOTICES):
            continue
        if subject is None or subject.kind in NOT_IT or (subject.kind == "THIS" and item.kind in ("ENTERS", "EFFECT")):
            continue
        behind = row[at + 1 :]
        time = next((each for each in behind if each.kind in _TIMES), None)
        if time is None and row[0].kind in (*_TIMES, "AFTER", "ON"):  # 'After the expiration of one year from ...'
            time = next((each for each in row[:at] if each.kind in _TIMES), None)
        told = has(row, "NOTICE", "RECEIPT", "TERMINATION", "WITHDRAWAL") or (
            (led or sentence.deed == "leaving") and subject.kind == "IT"
        )
        if subject.kind in ("THIS", "IT") and not told:
            continue
        if time is not None and time.delay is not None:
            return _landed(row, time.delay)
        if has(behind, "END_OF_YEAR"):
            return _at_end_of_year(behind)
    return None


def _supposed(row: Sequence[Item], at: int) -> bool:
    """'If this Agreement is terminated, accounts shall be settled within three months after the termination'"""
    bare = row[at].words.lower() in ("terminated", "denounced", "cancelled", "abrogated")
    return bare and not has(row[:at], "SHALL", "MAY") and not has(row[at + 1 : at + 2], *_TIMES)


def _leaves(row: Sequence[Item], at: int) -> bool:
    """'That Party shall cease to be a Party one year after the notification was received'"""
    item, behind = row[at], row[at + 1 :]
    return (
        item.kind == "WITHDRAW"
        and item.words.lower().startswith("cease")
        and has(row[:at], "SHALL")
        and not has(row, "AMENDMENT", "RATIFY", "MAY")
        and (has(behind[:2], *_TIMES) or has(behind[:3], "END_OF_YEAR"))
        and has(row, "NOTICE", "TERMINATION", "WITHDRAWAL")
    )


def _tells_notice(sentence: Sentence) -> bool:
    """Whether a sentence that tells an effect tells that of notice to end the instrument."""
    row = sentence.items
    heading = sentence.heading.lower()
    if has(row, "AMENDMENT") or "territor" in heading or _OF_ANOTHER_MATTER.match(sentence.words):
        return False
    if any(goes_on_after_notice(sentence, at) for at in range(len(row))):
        return True
    named = any(item.kind in ("TERMINATION", "WITHDRAWAL") and "cancel" not in item.words.lower() for item in row)
    return named or sentence.deed == "leaving" or any(word in heading for word in ("terminat", "denunc", "withdr"))
