"""Reckons the standings on one date, with each act taken to have been done on one day."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from travaux.status import law
from travaux.status.acts import Acts, Dated, acts, on_its_day
from travaux.status.count import count
from travaux.status.ending import End, Ends, Running, earliest, ends
from travaux.status.entry import Entry, entry
from travaux.status.event import CONSENTS, Event, EventKind
from travaux.status.instrument import Instrument
from travaux.status.register import Register
from travaux.status.state import Doubt, Rule, Standing, Status, Undetermined
from travaux.status.terms import Duration, EntryIntoForce, LaterEntry, ProvisionalApplication, Trigger


@dataclass(frozen=True, slots=True)
class Life:
    """What is known on the date of one instrument: its acts, its entry into force, for whom, and how it ends."""

    instrument: Instrument
    acts: Acts
    entry: Entry
    since: dict[str, datetime.date]
    consented: dict[str, Event]
    ends: Ends
    rules: tuple[Rule, ...] = ()
    later_rules: tuple[Rule, ...] = ()
    running: Running | None = None

    @property
    def provisional(self) -> bool:
        """Whether a clause or an act may let a party apply it provisionally."""
        acted = EventKind.PROVISIONAL_APPLICATION in self.acts.of_kind
        return acted or bool(self.instrument.clauses.of(ProvisionalApplication))

    @property
    def undetermined(self) -> tuple[Undetermined, ...]:
        """What is not determined of its entry into force or its end."""
        return self.entry.undetermined + self.ends.undetermined


def _parties(life: Life, signed: dict[str, Event]) -> dict[str, None]:
    """The parties of an instrument: those that it names, then those that acted, whatever they did."""
    parties = dict.fromkeys((*life.instrument.parties, *signed, *life.consented))
    for kind, events in life.acts.of_kind.items():
        if kind is not EventKind.SIGNATURE and kind not in CONSENTS:
            parties.update((event.party, None) for event in events if event.party)
    return parties


@dataclass(slots=True)
class Reckoning:
    """The reckoning of one register on one date; what others wait on is reckoned once."""

    register: Register
    date: datetime.date
    dated: Dated = on_its_day
    _acts: dict[str, Acts] = field(default_factory=dict)
    _entries: dict[str, Entry | None] = field(default_factory=dict)
    _lives: dict[str, Life | None] = field(default_factory=dict)

    def standings(self, of: Container[str] | None = None) -> Iterator[Standing]:
        """How each party stands to each instrument, or to each of those."""
        for instrument in self.register.instruments:
            if of is not None and instrument.id not in of:
                continue
            yield from self._of(self.life(instrument.id) or _circular(instrument))
            if len(self.register.together[instrument.id]) == 1:
                self._forget(instrument.id)

    def _forget(self, ident: str) -> None:
        """Lets go of what no other instrument asks for: what is kept of thousands costs time to look through."""
        for kept in (self._acts, self._entries, self._lives):
            kept.pop(ident, None)

    def acts(self, ident: str) -> Acts:
        """The acts on an instrument that count."""
        found = self._acts.get(ident)
        if found is None:
            found = self._acts[ident] = acts(self.register.events_of[ident], self.date, self.dated)
        return found

    def entry(self, ident: str) -> Entry | None:
        """The entry into force of an instrument; None while it is being reckoned, which is a circle."""
        if ident not in self._entries:
            self._entries[ident] = None
            instrument = self.register.by_id[ident]
            self._entries[ident] = entry(instrument, self.acts(ident), lambda words: self._other(ident, words))
        return self._entries[ident]

    def _other(self, ident: str, words: str) -> Entry:
        """The entry into force of the instrument that words name."""
        found = self.register.named(words, besides=ident)
        if not found:
            doubt = Undetermined(Doubt.NO_RECORD, f"No registered instrument is called “{words}”.")
        elif (other := self.entry(found[0])) is None or _is_circular(other):
            doubt = Undetermined(Doubt.CIRCULAR, f"{ident} and {found[0]} each wait on the other.")
        elif other.day is None:
            doubt = Undetermined(Doubt.NOT_YET, f"It waits on {found[0]}, which is not in force.")
        else:
            return other
        return Entry(undetermined=(doubt,))

    def life(self, ident: str) -> Life | None:
        """All that is known of an instrument; None while it is being reckoned, which is a circle."""
        if ident not in self._lives:
            for each in self._in_order(ident):
                if each not in self._lives:
                    self._lives[each] = None
                    self._lives[each] = self._life(self.register.by_id[each])
        return self._lives[ident]

    def _in_order(self, ident: str) -> Iterator[str]:
        """What an instrument hangs on, each behind those that it hangs on itself, and the instrument last: so that a
        chain of any length is reckoned from its end, and not by calls within calls."""
        hangs_on, begun, waiting = self.register.hangs_on, {ident}, [(ident, iter(self.register.hangs_on[ident]))]
        while waiting:
            last, others = waiting[-1]
            more = next((each for each in others if each not in begun and each not in self._lives), None)
            if more is None:
                waiting.pop()
                yield last
            else:
                begun.add(more)
                waiting.append((more, iter(hangs_on[more])))

    def _life(self, instrument: Instrument) -> Life:
        done, entered = self.acts(instrument.id), self.entry(instrument.id)
        if entered is None:
            return _circular(instrument)
        exchanged = done.get(EventKind.EXCHANGE, EventKind.NOTES)
        consented = _first(done, [*done.consents(), *exchanged], instrument)
        since = _since(instrument, done, entered, consented)
        ended, running = Ends({}), None
        if entered.day is not None and since:
            own = {party: day for party, day in since.items() if day != entered.day}
            running = Running(instrument, done, entered.day, tuple(since), own)
            ended = ends(running)
            ended = Ends(earliest([*ended.of.values(), *self._from_others(instrument, since)]), ended.undetermined)
        rules = _rules_in_force(instrument, done, entered, ended)
        return Life(instrument, done, entered, since, consented, ended, rules, _later_rules(instrument), running)

    def _from_others(self, instrument: Instrument, since: dict[str, datetime.date]) -> Iterator[End]:
        """How other instruments end this one: by taking its place, or by ending with what it lasts as long as."""
        for replacement in self.register.replaced_by.get(instrument.id, ()):
            other = self.entry(replacement.by)
            if other is None or other.day is None:
                continue
            theirs = self.life(replacement.by)
            for party in since:
                day = theirs.since.get(party) if theirs else None
                if day is not None:
                    yield End(day, (replacement.rule, law.REPLACED), other.events, party)
        for term in instrument.clauses.of(Duration):
            for ident in self.register.named(term.while_other, besides=instrument.id):
                other_life = self.life(ident)
                for end in other_life.ends.of.values() if other_life else ():
                    if self._is_continued(instrument, end.day):
                        continue
                    yield End(end.day, (Rule(term.words, term.at), *end.rules), end.events, end.party)

    def _is_continued(self, instrument: Instrument, day: datetime.date) -> bool:
        """Whether another instrument that is in force on that day keeps this one in force."""
        entries = (self.entry(each.by) for each in self.register.continued_by.get(instrument.id, ()))
        return any(each is not None and each.day is not None and each.day <= day for each in entries)

    def _of(self, life: Life) -> Iterator[Standing]:
        signed = _first(life.acts, life.acts.get(EventKind.SIGNATURE), life.instrument)
        for party in _parties(life, signed):
            since = life.since.get(party)
            if since is not None and since <= self.date:
                yield self._bound(life, party, since)
            else:
                yield self._not_bound(life, party, since, signed.get(party))

    def _not_bound(self, life: Life, party: str, since: datetime.date | None, signed: Event | None) -> Standing:
        """The standing of one for whom it did not enter into force, or not yet."""
        consent = life.consented.get(party)
        provisional = _provisional(life, party, signed, self.date)
        if provisional is not None:
            status, day, rules, events = Status.PROVISIONAL, *provisional
        elif consent is not None:
            status, day, rules, events = Status.CONSENTED, life.acts.dated(consent), (law.CONTRACTING,), (consent,)
        elif signed is not None:
            withdrawn = tuple(event for event in life.acts.get(EventKind.REVOCATION) if event.party == party)
            status, day, rules, events = Status.SIGNED, life.acts.dated(signed), (law.SIGNED,), (signed, *withdrawn)
        else:
            return _unbound(life, party, life.acts)
        undetermined = life.entry.undetermined if since is None else ()
        return Standing(life.instrument.id, party, status, day, rules, events, None, since, undetermined)

    def _bound(self, life: Life, party: str, since: datetime.date) -> Standing:
        """The standing of one for whom it entered into force."""
        ident, undetermined = life.instrument.id, life.undetermined
        end = _end(life, party) if life.ends.of else None
        if end is not None and end.day <= self.date:
            return Standing(ident, party, Status.ENDED, max(end.day, since), end.rules, end.events)
        rules, events = life.rules, life.entry.events
        if since != life.entry.day and (consent := life.consented.get(party)) is not None:
            rules, events = life.later_rules, (consent,)
        until = end.day if end is not None else None
        suspended = _suspended(life.acts, party, self.date) if EventKind.SUSPENSION in life.acts.of_kind else None
        if suspended is not None:
            day = suspended.effective or life.acts.dated(suspended)
            return Standing(
                ident, party, Status.SUSPENDED, day, (law.SUSPENDED,), (suspended,), until, None, undetermined
            )
        return Standing(ident, party, Status.IN_FORCE, since, rules, events, until, None, undetermined)


def _is_circular(entered: Entry) -> bool:
    return any(each.doubt is Doubt.CIRCULAR for each in entered.undetermined)


def _circular(instrument: Instrument) -> Life:
    words = f"The fate of {instrument.title} waits on an instrument that waits on it."
    return Life(instrument, Acts(), Entry(undetermined=(Undetermined(Doubt.CIRCULAR, words),)), {}, {}, Ends({}))


def _end(life: Life, party: str) -> End | None:
    found = [end for key in ("", party) if (end := life.ends.of.get(key))]
    return min(found, key=lambda end: end.day) if found else None


def _first(done: Acts, events: list[Event], instrument: Instrument) -> dict[str, Event]:
    """The first act of each party that was not taken back; an act of all counts for each."""
    first: dict[str, Event] = {}
    revoked, exact = done.revoked, done.dated is on_its_day
    for event in events:
        if revoked and event.id in revoked:
            continue
        for party in (event.party,) if event.party else instrument.parties:
            known = first.get(party)
            if known is None:
                first[party] = event
            elif event.date < known.date if exact else done.dated(event) < done.dated(known):
                first[party] = event
    return first


def _since(instrument: Instrument, done: Acts, entered: Entry, consented: dict[str, Event]) -> dict[str, datetime.date]:
    """From when it is or will be in force for each party (VCLT art. 24)."""
    if entered.day is None or entered.reached is None:
        return {}
    own = {
        event.party: event.effective or done.dated(event)
        for event in done.standing(EventKind.ENTRY_INTO_FORCE)
        if event.party
    }
    if not entered.each and instrument.parties:
        return {party: own.get(party, entered.day) for party in instrument.parties} | own
    later = instrument.clauses.of(LaterEntry)
    delay = next((term.delay for term in later if term.trigger is Trigger.DEPOSITS), None)
    found: dict[str, datetime.date] = {}
    for party, event in consented.items():
        day = done.dated(event)
        if event.effective is not None:
            found[party] = event.effective
        elif day <= entered.reached:
            found[party] = entered.day
        else:
            found[party] = max(entered.day, count(day, delay) if delay else day)
    return found | own


def _later_rules(instrument: Instrument) -> tuple[Rule, ...]:
    later = instrument.clauses.of(LaterEntry)
    return tuple(Rule(term.words, term.at) for term in later[:1]) or (law.CONSENT_LATER,)


def _rules_in_force(instrument: Instrument, done: Acts, entered: Entry, ended: Ends) -> tuple[Rule, ...]:
    """The rules by which it is in force, with VCLT art. 55 where too few are left for it to enter into force now."""
    number = min((term.count for term in instrument.clauses.of(EntryIntoForce) if term.count), default=0)
    left = sum(1 for party in ended.of if party)
    if entered.each and left and len(done.consents()) - left < number:
        return (*entered.rules, law.BELOW_THRESHOLD)
    return entered.rules


def _suspended(done: Acts, party: str, date: datetime.date) -> Event | None:
    """The suspension that is in effect."""
    found: Event | None = None
    steps = done.standing(EventKind.SUSPENSION, EventKind.RESUMPTION)
    for event in sorted(steps, key=lambda event: (event.effective or done.dated(event), event.kind.value, event.id)):
        if event.party in ("", party) and (event.effective or done.dated(event)) <= date:
            found = event if event.kind is EventKind.SUSPENSION else None
    return found


_Provisional = tuple[datetime.date, tuple[Rule, ...], tuple[Event, ...]]


def _provisional(life: Life, party: str, signed: Event | None, date: datetime.date) -> _Provisional | None:
    """Since when a party applies it provisionally (VCLT art. 25), ended by its word that it will not be a party."""
    done = life.acts
    if not life.provisional:
        return None
    over = done.get(EventKind.PROVISIONAL_END, EventKind.WITHDRAWAL_NOTICE, EventKind.TERMINATION_NOTICE)
    if any(event.party in ("", party) for event in over):
        return None
    for event in done.standing(EventKind.PROVISIONAL_APPLICATION):
        day = event.effective or done.dated(event)
        if event.party in ("", party) and day <= date:
            return day, (law.PROVISIONAL,), (event,)
    for term in life.instrument.clauses.of(ProvisionalApplication):
        if signed is None or term.may:
            continue
        day = term.date or done.dated(signed)
        if day <= date and (term.date or term.trigger is Trigger.SIGNATURE):
            return max(day, done.dated(signed)), (Rule(term.words, term.at), law.PROVISIONAL), (signed,)
    return None


def _unbound(life: Life, party: str, done: Acts) -> Standing:
    """One that did not sign or consent, as far as the record goes."""
    ident = life.instrument.id
    for event in done.get(EventKind.INITIALLING, EventKind.ADOPTION):
        if event.party in ("", party):
            day = done.dated(event)
            return Standing(
                ident, party, Status.INITIALLED, day, (law.INITIALLED,), (event,), None, None, life.entry.undetermined
            )
    words = f"No act of {party} on {life.instrument.title} is recorded by that day."
    doubts = (Undetermined(Doubt.NO_RECORD, words), *life.entry.undetermined)
    return Standing(ident, party, Status.NO_RECORD, expected=life.since.get(party), undetermined=doubts)
