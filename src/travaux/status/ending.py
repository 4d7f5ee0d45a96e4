"""On which day an instrument ends, for all or for one party: by its term, by notice, by another in its place.

Notice that the clauses do not allow yet ends nothing and is told.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.status import law
from travaux.status.acts import Acts
from travaux.status.count import after, before, count
from travaux.status.event import NOTICES, Event, EventKind
from travaux.status.instrument import Instrument
from travaux.status.state import Doubt, Rule, Undetermined
from travaux.status.terms import Duration, Ending, Period, Since, Termination

#: What a notice is to bring about.
ENDING_OF = {EventKind.TERMINATION_NOTICE: Ending.TERMINATION, EventKind.WITHDRAWAL_NOTICE: Ending.WITHDRAWAL}


@dataclass(frozen=True, slots=True)
class End:
    """The first day on which the instrument is in force no more, for `party` or, with "", for all."""

    day: datetime.date
    rules: tuple[Rule, ...]
    events: tuple[Event, ...] = ()
    party: str = ""


@dataclass(frozen=True, slots=True)
class Ends:
    """The earliest end for each party ("" for all), and what is undetermined about notices given."""

    of: dict[str, End]
    undetermined: tuple[Undetermined, ...] = ()


@dataclass(frozen=True, slots=True)
class Running:
    """An instrument in force since `start` between `parties`; `own` tells since when for one that came later."""

    instrument: Instrument
    acts: Acts
    start: datetime.date
    parties: tuple[str, ...]
    own: dict[str, datetime.date]

    def start_for(self, party: str, term: Termination) -> datetime.date:
        """From when a time before which no notice may be given runs for a party."""
        return self.own.get(party, self.start) if term.own_entry else self.start


def ends(running: Running) -> Ends:
    """How what is in force ends by its own clauses, by notice and by recorded termination."""
    found: list[End] = [*_recorded(running.acts)]
    term_ends = term_end(running)
    if term_ends is not None:
        found.append(term_ends)
    doubts: list[Undetermined] = []
    for event in running.acts.get(*NOTICES) if not NOTICES.isdisjoint(running.acts.of_kind) else ():
        end, doubt = _by_notice(running, event)
        if end is not None and not _revoked_before(running.acts, event, end.day):
            found.append(end)
        elif doubt is not None and event.id not in running.acts.revoked:
            doubts.append(doubt)
    return Ends(earliest(found), tuple(doubts))


def earliest(found: Iterable[End]) -> dict[str, End]:
    """The earliest end for each party."""
    first: dict[str, End] = {}
    for end in found:
        if end.party not in first or end.day < first[end.party].day:
            first[end.party] = end
    return first


def _recorded(acts: Acts) -> Iterator[End]:
    for event in acts.standing(EventKind.TERMINATION):
        yield End(
            event.effective or acts.dated(event), (law.BY_CONSENT, Rule(law.RECORDED, event.at)), (event,), event.party
        )


def term_end(running: Running) -> End | None:
    """The end of a fixed term: the first at whose end it is not renewed; None where only an act ends it."""
    for term in running.instrument.clauses.of(Duration):
        rules = (Rule(term.words, term.at), law.EXPIRED)
        if term.until is not None and term.renewal is None and not term.then_notice:
            return End(term.until + datetime.timedelta(days=1), rules)
        if term.period is not None and term.renewal is None and not term.then_notice:
            start = term_start(running, term)
            return End(after(start, term.period), rules) if start else None
    return None


def term_start(running: Running, term: Duration) -> datetime.date | None:
    """From when a term of years runs; None where that is not recorded."""
    match term.since:
        case Since.SIGNATURE:
            signatures = running.acts.standing(EventKind.SIGNATURE)
            return running.acts.dated(signatures[-1]) if signatures else None
        case Since.DATE:
            return term.since_date
        case _:
            return running.start


def _by_notice(running: Running, event: Event) -> tuple[End | None, Undetermined | None]:
    given = running.acts.dated(event)
    party = event.party if _leaves_others(running, event) else ""
    if event.effective is not None:
        return End(event.effective, (Rule(law.RECORDED, event.at),), (event,), party), None
    if event.party in running.own and given < running.own[event.party]:
        return None, Undetermined(Doubt.NOT_YET, f"{event.party} gave notice before it was bound.", event.at)
    day, rule, doubt = notice_effect(running, ENDING_OF[event.kind], event.party, given)
    if doubt is not None or day is None:
        return None, doubt
    return End(day, (rule, law.EXPIRED) if rule else (law.EXPIRED,), (event,), party), None


def _leaves_others(running: Running, event: Event) -> bool:
    """Whether it stays in force among others: three parties at least, and no clause that ends it for all."""
    if len(running.parties) <= 2 or not event.party:
        return False
    terms = running.instrument.clauses.of(Termination)
    ending = ENDING_OF[event.kind]
    return not (ending is Ending.TERMINATION and any(term.ending is ending for term in terms))


def _revoked_before(acts: Acts, event: Event, day: datetime.date) -> bool:
    """VCLT art. 68: a notice may be revoked at any time before it takes effect."""
    revoked = acts.revoked.get(event.id)
    return revoked is not None and revoked < day


def notice_effect(
    running: Running, ending: Ending, party: str, given: datetime.date
) -> tuple[datetime.date | None, Rule | None, Undetermined | None]:
    """The day on which notice of the day `given` ends it, the rule, or why it does not."""
    terms = running.instrument.clauses.of(Termination)
    renewed = _renewal(running, given, terms)
    if not terms:
        if renewed is not None:
            return renewed
        return None, None, Undetermined(Doubt.NO_RECORD, law.NO_CLAUSE)
    term = next((each for each in terms if each.ending is ending), terms[0])
    first = first_notice(running, term, party)
    if first is not None and given < first:
        words = f"Notice of {given} came before {first}, the first day on which it could be given."
        return None, None, Undetermined(Doubt.NOT_YET, words, term.at)
    if renewed is not None and (term.at_end_of_period or term.delay.period is None):
        return renewed
    day = count(given, term.delay)
    floor = _fixed_until(running)
    if floor is not None and (term.at_end_of_period or (term.not_before is None and _goes_on_after(running))):
        day = max(day, floor)
    return day, Rule(term.words, term.at), None


def first_notice(running: Running, term: Termination, party: str) -> datetime.date | None:
    """The first day on which notice may be given under a term; None where it always may."""
    days = [term.not_before_date] if term.not_before_date else []
    if term.not_before is not None:
        days.append(after(running.start_for(party, term), term.not_before))
    return max(days, default=None)


def _fixed_until(running: Running) -> datetime.date | None:
    """The end of the first period, before which no notice has effect."""
    for term in running.instrument.clauses.of(Duration):
        start = term_start(running, term)
        if term.until is not None:
            return term.until + datetime.timedelta(days=1)
        if term.period is not None and start is not None:
            return after(start, term.period)
    return None


def _goes_on_after(running: Running) -> bool:
    """Whether a first period is fixed and it goes on behind it until notice."""
    return any(term.then_notice for term in running.instrument.clauses.of(Duration))


def _renewal(
    running: Running, given: datetime.date, terms: tuple[Termination, ...]
) -> tuple[datetime.date | None, Rule | None, Undetermined | None] | None:
    """The end of the first period before whose end notice of that day came early enough; None where none is renewed."""
    for term in running.instrument.clauses.of(Duration):
        end = _fixed_until(running)
        if term.renewal is None or end is None:
            continue
        notice = term.notice or next((each.delay.period for each in terms if each.at_end_of_period), None)
        first, turns = end, 0
        while before(end, notice) < given:
            turns += 1
            end = after(first, Period(term.renewal.count * turns, term.renewal.unit))
        return end, Rule(term.words, term.at), None
    return None
