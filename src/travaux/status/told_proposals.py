"""Proposals of instruments and events, joined where several passages tell of one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.findings import Finding
from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument
from travaux.status.naming import dates_in, telling_words
from travaux.status.told_names import spelled
from travaux.text.parties import Party

_SIGNED = (EventKind.SIGNATURE, EventKind.NOTES)


@dataclass(frozen=True, slots=True)
class ToldInstrument:
    """An instrument that is told of, what happened to it, and the days that its names give."""

    instrument: Instrument
    events: tuple[Event, ...]
    days: frozenset[datetime.date] = frozenset()

    @property
    def signed(self) -> frozenset[datetime.date]:
        """The days by which it is known."""
        acts = {event.date for event in self.events if event.kind in _SIGNED and not event.party and event.precise}
        return frozenset(acts) | self.days | dates_in(self.instrument.title)

    @property
    def words(self) -> frozenset[str]:
        """The words that tell it from others."""
        return telling_words(spelled(self.instrument.title))


@dataclass(frozen=True, slots=True)
class Proposals:
    """What documents tell: proposals for a register, never facts, and what they leave open."""

    told: tuple[ToldInstrument, ...] = ()
    findings: tuple[Finding, ...] = ()


def together(every: Iterable[Proposals]) -> Proposals:
    """All proposals, those of one instrument joined; ids are given anew, in order of the first day told.

    Two names are of one instrument when the words of one are among those of the other and both give the same day of
    signature. A name without a day is of the only instrument whose words it fits; of several it is none.
    """
    found = list(every)
    told = [proposal for each in found for proposal in each.told]
    dated: list[ToldInstrument] = []
    for proposal in sorted((each for each in told if each.signed), key=lambda each: -len(each.words)):
        place = next((place for place, known in enumerate(dated) if _same(known, proposal)), None)
        if place is None:
            dated.append(proposal)
        else:
            dated[place] = _joined(dated[place], proposal)
    loose: list[ToldInstrument] = []
    for proposal in (each for each in told if not each.signed):
        alike = [place for place, known in enumerate(dated) if proposal.words <= known.words]
        exact = [place for place in alike if dated[place].words == proposal.words]
        fitting = exact if len(exact) == 1 else alike
        if len(fitting) == 1 and len(proposal.words) > 1:
            dated[fitting[0]] = _joined(dated[fitting[0]], proposal)
            continue
        place = next((place for place, known in enumerate(loose) if known.words == proposal.words), None)
        if place is None:
            loose.append(proposal)
        else:
            loose[place] = _joined(loose[place], proposal)
    findings = tuple(dict.fromkeys(finding for each in found for finding in each.findings))
    return Proposals(tuple(_named(sorted([*dated, *loose], key=_first))), findings)


def _first(proposal: ToldInstrument) -> tuple[datetime.date, str]:
    return min(event.date for event in proposal.events), proposal.instrument.title


def _same(known: ToldInstrument, other: ToldInstrument) -> bool:
    if not known.signed & other.signed:
        return False
    return known.words <= other.words or other.words <= known.words


def _joined(one: ToldInstrument, other: ToldInstrument) -> ToldInstrument:
    """Both as one; it keeps the longer title, and the others as further names."""
    longer, shorter = sorted((one, other), key=lambda each: (-len(each.words), -len(each.instrument.title)))
    names = dict.fromkeys((*longer.instrument.also, shorter.instrument.title, *shorter.instrument.also))
    names.pop(longer.instrument.title, None)
    parties = longer.instrument.parties or shorter.instrument.parties
    instrument = replace(longer.instrument, also=tuple(names), parties=parties)
    return ToldInstrument(instrument, tuple(_once((*longer.events, *shorter.events))), longer.days | shorter.days)


def _once(events: Sequence[Event]) -> Iterator[Event]:
    """The events, each once, as first told."""
    seen = set()
    for event in sorted(events, key=lambda event: (event.date, event.kind.value, event.party)):
        key = (event.kind, event.party, event.date, event.latest)
        if key not in seen:
            seen.add(key)
            yield event


def _named(told: Sequence[ToldInstrument]) -> Iterator[ToldInstrument]:
    taken: set[str] = set()
    for proposal in told:
        year = min(proposal.signed or {_first(proposal)[0]}).year
        ident = _free(f"{_slug(proposal.instrument.title)}-{year}", taken)
        events = []
        for event in proposal.events:
            name = _free("-".join(filter(None, (ident, _slug(event.kind.value), _slug(event.party)))), taken)
            events.append(replace(event, id=name, instrument=ident, party=_spelled(event.party, proposal.instrument)))
        yield replace(proposal, instrument=replace(proposal.instrument, id=ident), events=tuple(events))


def _spelled(party: str, instrument: Instrument) -> str:
    """A party as the instrument spells it."""
    alike = (name for name in instrument.parties if party and Party(name).is_same(Party(party)))
    return next(alike, party)


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def _slug(words: str) -> str:
    said = [
        word for word in re.findall(r"\w+", words.lower()) if word not in ("of", "the", "on", "and", "for", "in", "a")
    ]
    return "-".join([word for word in said if not word.isdigit()][:6])
