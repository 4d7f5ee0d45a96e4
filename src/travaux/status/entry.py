"""On which day an instrument enters into force, by its own clauses or by VCLT article 24, from the acts done so far."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from travaux.status import law
from travaux.status.acts import Acts
from travaux.status.count import count
from travaux.status.event import Event, EventKind, Signing
from travaux.status.instrument import Instrument
from travaux.status.named_states import is_named
from travaux.status.state import Doubt, Rule, Undetermined
from travaux.status.terms import ALL, Condition, Consent, EntryIntoForce, Measure, Trigger


@dataclass(frozen=True, slots=True)
class Entry:
    """The day of entry into force, or what it waits on. `reached` is the day of the act that set it off."""

    day: datetime.date | None = None
    reached: datetime.date | None = None
    rules: tuple[Rule, ...] = ()
    events: tuple[Event, ...] = ()
    undetermined: tuple[Undetermined, ...] = ()
    #: Whether it counts instruments one by one, so that each party's own act decides for it.
    each: bool = False


#: The entry into force of the instrument that words name.
OtherEntry = Callable[[str], Entry]

_ACTS = {
    Trigger.EXCHANGE: (EventKind.EXCHANGE,),
    Trigger.NOTES: (EventKind.NOTES,),
    Trigger.NOTIFICATIONS: (EventKind.NOTIFICATION,),
    Trigger.ADOPTION: (EventKind.ADOPTION,),
}


def entry(instrument: Instrument, acts: Acts, other: OtherEntry) -> Entry:
    """When `instrument` enters into force, as far as `acts` settle it."""
    terms = instrument.clauses.of(EntryIntoForce)
    recorded = acts.standing(EventKind.ENTRY_INTO_FORCE)
    whole = [event for event in recorded if not event.party]
    found = _by_clauses(instrument, terms, acts, other) if terms else _by_consent(instrument, acts)
    return _as_recorded(whole[0], found, acts) if whole else found


def _as_recorded(event: Event, computed: Entry, acts: Acts) -> Entry:
    """What a document says of it, with a doubt where the clauses give another day."""
    day = event.effective or acts.dated(event)
    doubts: tuple[Undetermined, ...] = ()
    if computed.day is not None and computed.day != day:
        words = f"The record gives {day}; the clause and the acts recorded give {computed.day}."
        doubts = (Undetermined(Doubt.DIFFERS, words, event.at),)
    rules = (Rule(law.RECORDED, event.at), *(computed.rules if computed.day == day else ()))
    reached = computed.reached if computed.reached is not None and computed.reached <= day else day
    return Entry(day, reached, rules, (event, *(computed.events if computed.day == day else ())), doubts, computed.each)


def _by_clauses(instrument: Instrument, terms: Sequence[EntryIntoForce], acts: Acts, other: OtherEntry) -> Entry:
    found = [_of_term(instrument, term, acts, other) for term in terms]
    days = [each for each in found if each.day is not None]
    if terms[0].latest and len(days) < len(found):
        days = []
    if not days:
        doubts = tuple(doubt for each in found for doubt in each.undetermined)
        return Entry(undetermined=doubts, each=any(each.each for each in found))
    choose = max if terms[0].latest else min
    return choose(days, key=lambda each: each.day or datetime.date.max)


def _of_term(instrument: Instrument, term: EntryIntoForce, acts: Acts, other: OtherEntry) -> Entry:
    rule = Rule(term.words, term.at)
    each = term.trigger is Trigger.DEPOSITS
    reached, events, doubt = _reached(instrument, term, acts, other)
    if reached is None:
        return Entry(undetermined=(doubt,) if doubt else (), each=each)
    day = count(reached, term.delay)
    return Entry(max(day, term.not_before) if term.not_before else day, reached, (rule,), events, (), each)


_Reached = tuple[datetime.date | None, tuple[Event, ...], Undetermined | None]


def _reached(instrument: Instrument, term: EntryIntoForce, acts: Acts, other: OtherEntry) -> _Reached:
    """The day on which what the term waits on came about, the acts that did it, or why it is not known."""
    match term.trigger:
        case Trigger.DATE | Trigger.INSTRUMENT:
            return _on_date(instrument, term, acts, other)
        case Trigger.AGREED:
            return None, (), _waits("The day is to be agreed, and no agreement on it is recorded.", term)
        case Trigger.DEPOSITS:
            return _numbered(instrument, term, acts, acts.consents(), "instrument")
        case Trigger.SIGNATURE:
            signatures = [event for event in acts.get(EventKind.SIGNATURE) if binding(event)]
            return _numbered(instrument, term, acts, signatures, "signature")
        case _:
            return _numbered(instrument, term, acts, acts.get(*_ACTS[term.trigger]), term.trigger.value)


def _on_date(instrument: Instrument, term: EntryIntoForce, acts: Acts, other: OtherEntry) -> _Reached:
    """A day that does not depend on the parties' acts counts once there are acts by which anybody is bound."""
    done = acts.standing(EventKind.SIGNATURE) + acts.consents() + acts.get(EventKind.EXCHANGE, EventKind.NOTES)
    if not done:
        return None, (), Undetermined(Doubt.NO_RECORD, f"No signature of {instrument.title} is recorded.", term.at)
    if term.trigger is Trigger.DATE:
        return term.date, tuple(done), None
    entered = other(term.other)
    return entered.day, (*done, *entered.events), next(iter(entered.undetermined), None)


def binding(event: Event) -> bool:
    """Whether a signature may bind without a further act."""
    return event.signing in (Signing.DEFINITIVE, Signing.UNSAID)


def _waits(words: str, term: EntryIntoForce) -> Undetermined:
    return Undetermined(Doubt.NOT_YET, words, term.at)


def _numbered(instrument: Instrument, term: EntryIntoForce, acts: Acts, done: Sequence[Event], act: str) -> _Reached:
    """The day on which as many parties have done an act as the term asks, with those that its conditions name."""
    everyone = not term.share_of and not term.count
    wanted = frozenset(instrument.parties) if everyone else frozenset()
    number = _number(instrument, term, acts)
    if everyone and not wanted:
        # An act of all together is done once it is done; of others nobody knows who must.
        whole = [event for event in done if not event.party]
        if whole:
            return acts.dated(whole[0]), (whole[0],), None
        words = f"The register does not say who the parties of {instrument.title} are."
        return None, (), Undetermined(Doubt.NO_RECORD, words, term.at)
    lack = _unknown_shares(instrument, term)
    if lack:
        return None, (), lack
    found = _sweep(instrument, term, acts, done, number, wanted)
    return found if found[0] else (None, (), _missing(instrument, term, acts, done, number, act))


def _number(instrument: Instrument, term: EntryIntoForce, acts: Acts) -> int:
    if term.share_of:
        part, whole = term.share_of
        signed = {event.party for event in acts.standing(EventKind.SIGNATURE) if event.party}
        return math.ceil(len(instrument.parties or signed) * part / whole)
    return term.count if term.count else len(instrument.parties)


def _sweep(  # noqa: PLR0913 (the term and what it counts)
    instrument: Instrument,
    term: EntryIntoForce,
    acts: Acts,
    done: Sequence[Event],
    number: int,
    wanted: Collection[str],
) -> _Reached:
    """The first day on which enough hold at once; one taken back before that counts no more."""
    if not term.conditions and not acts.revoked and not wanted:
        return _nth(done, number, acts)
    steps = [(acts.dated(event), 1, event) for event in done]
    steps += [(day, 0, event) for event in done if (day := acts.revoked.get(event.id)) is not None]
    holding: dict[str, Event] = {}
    for day, act, event in sorted(steps, key=lambda step: (step[0], step[1], step[2].party, step[2].id)):
        for party in (event.party,) if event.party else (*wanted, *instrument.parties):
            if act:
                holding.setdefault(party, event)
            elif holding.get(party) is event:
                del holding[party]
        if act and _enough(instrument, term, holding, number, wanted):
            return day, tuple(dict.fromkeys(holding.values())), None
    return None, (), None


def _nth(done: Sequence[Event], number: int, acts: Acts) -> _Reached:
    """The plain case: the day of the n-th party's act."""
    first: dict[str, Event] = {}
    for event in sorted(done, key=acts.dated) if len(acts.of_kind) > 1 else done:
        if event.party and event.party not in first:
            first[event.party] = event
            if len(first) == number:
                return acts.dated(event), tuple(first.values()), None
    return None, (), None


def _enough(
    instrument: Instrument, term: EntryIntoForce, holding: Collection[str], number: int, wanted: Collection[str]
) -> bool:
    if wanted:
        return all(party in holding for party in wanted)
    if len(holding) < number:
        return False
    return all(_met(instrument, condition, holding) for condition in term.conditions)


def _met(instrument: Instrument, condition: Condition, holding: Collection[str]) -> bool:
    match condition.measure:
        case Measure.NAMED_STATES:
            there = sum(any(is_named(each, party) for party in holding) for each in condition.parties)
            return there >= (condition.count or len(condition.parties))
        case Measure.SHARE:
            held = sum(share.percent for share in instrument.shares if share.party in holding)
            return held >= (condition.share or 0)
        case Measure.STATES_OF_A_KIND:
            return sum(party in holding for party in instrument.of_kind) >= (condition.count or 1)


def _unknown_shares(instrument: Instrument, term: EntryIntoForce) -> Undetermined | None:
    for condition in term.conditions:
        if condition.measure is Measure.SHARE and not instrument.shares:
            return Undetermined(
                Doubt.NO_RECORD, f"The register does not say who has what share: {condition.words}.", term.at
            )
        if condition.measure is Measure.STATES_OF_A_KIND and not instrument.of_kind:
            return Undetermined(
                Doubt.NO_RECORD, f"The register does not say who these are: {condition.words}.", term.at
            )
    return None


def _missing(  # noqa: PLR0913 (told in one sentence)
    instrument: Instrument, term: EntryIntoForce, acts: Acts, done: Sequence[Event], number: int, act: str
) -> Undetermined:
    """Why it is not reached: acts that are lacking, or an instrument of whose fate nothing is known."""
    if not acts:
        return Undetermined(Doubt.NO_RECORD, f"Nothing that happened to {instrument.title} is recorded.", term.at)
    there = {event.party for event in done if event.id not in acts.revoked}
    if instrument.parties and not term.count and not term.share_of:
        lacking = ", ".join(party for party in instrument.parties if party not in there)
        return _waits(f"It waits on the {act} of {lacking}.", term)
    unmet = [one.words for one in term.conditions if not _met(instrument, one, there)]
    also = f", and this condition is not met: {'; '.join(unmet)}" if unmet else ""
    return _waits(f"{len(there)} of {number} ({act}){also}.", term)


def _by_consent(instrument: Instrument, acts: Acts) -> Entry:
    """VCLT art. 24(2): where it says nothing, once all that negotiated it have consented."""
    if not acts:
        words = f"It has no clause on entry into force, and nothing that happened to {instrument.title} is recorded."
        return Entry(undetermined=(Undetermined(Doubt.NO_RECORD, words),))
    done = acts.consents() + acts.get(EventKind.EXCHANGE, EventKind.NOTES)
    rules: tuple[Rule, ...] = (law.ALL_CONSENTED,)
    if not instrument.clauses.of(Consent):
        signatures = [event for event in acts.get(EventKind.SIGNATURE) if binding(event)]
        done, rules = done + signatures, (*rules, law.BY_SIGNATURE)
    if not instrument.parties:
        words = f"The register does not say who the parties of {instrument.title} are."
        return Entry(undetermined=(Undetermined(Doubt.NO_RECORD, words),))
    wanted = frozenset(instrument.parties)
    bare = EntryIntoForce(words=law.ALL_CONSENTED.words, at=instrument.at, trigger=Trigger.DEPOSITS, count=ALL)
    day, events, _ = _sweep(instrument, bare, acts, done, len(wanted), wanted)
    if day is None:
        doubt = _missing(instrument, bare, acts, done, len(wanted), "consent")
        return Entry(undetermined=(replace(doubt, at=None),))
    return Entry(day, day, rules, events)
