"""The instruments of a file, how they stand to one another, and all that happened to them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument, Relation, RelationKind
from travaux.status.naming import Name, named, names
from travaux.status.state import Rule
from travaux.status.terms import Continuation, Duration, EntryIntoForce, Supersession


@dataclass(frozen=True, slots=True)
class Replacement:
    """That the instrument `by` takes another's place, or keeps it in force, and the clause that says so."""

    by: str
    rule: Rule


@dataclass(frozen=True)
class Register:
    """All instruments, relations and events known; the order in which they were entered means nothing."""

    instruments: tuple[Instrument, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        _require_unique("instrument", (one.id for one in self.instruments))
        _require_unique("event", (event.id for event in self.events))
        known, acts = {one.id for one in self.instruments}, {event.id for event in self.events}
        for event in self.events:
            if event.instrument not in known:
                raise ValueError(f"event {event.id} is of {event.instrument}, which is no instrument of the register")
            if event.of and event.of not in acts:
                raise ValueError(f"event {event.id} is of event {event.of}, which is not in the register")
        for relation in self.relations:
            for end in (relation.of, relation.to):
                if end not in known:
                    raise ValueError(f"a relation names {end}, which is no instrument of the register")

    @cached_property
    def by_id(self) -> Mapping[str, Instrument]:
        """The instruments by their ids."""
        return {one.id: one for one in self.instruments}

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """The events of each instrument, in one order however they were entered."""
        found: dict[str, list[Event]] = {one.id: [] for one in self.instruments}
        for event in sorted(self.events, key=lambda event: (event.date, event.kind.value, event.party, event.id)):
            found[event.instrument].append(event)
        return {ident: tuple(events) for ident, events in found.items()}

    @cached_property
    def replaced_by(self) -> Mapping[str, tuple[Replacement, ...]]:
        """By which others each instrument is replaced once these are in force, as their clauses or a relation say."""
        found: dict[str, list[Replacement]] = {}
        for one in self.instruments:
            for term in one.clauses.of(Supersession):
                for other in self.named(term.other, besides=one.id):
                    found.setdefault(other, []).append(Replacement(one.id, Rule(term.words, term.at)))
        for relation in self.relations:
            known = found.setdefault(relation.to, [])
            if relation.kind is RelationKind.SUPERSEDES and all(each.by != relation.of for each in known):
                known.append(Replacement(relation.of, Rule(f"{relation.of} supersedes it.", relation.at)))
        return {ident: tuple(sorted(each, key=lambda one: one.by)) for ident, each in found.items()}

    @cached_property
    def continued_by(self) -> Mapping[str, tuple[Replacement, ...]]:
        """By which others each instrument is kept in force, as their clauses or a relation say."""
        found: dict[str, list[Replacement]] = {}
        for one in self.instruments:
            for term in one.clauses.of(Continuation):
                for other in self.named(term.other, besides=one.id):
                    found.setdefault(other, []).append(Replacement(one.id, Rule(term.words, term.at)))
        for relation in self.relations:
            if relation.kind is RelationKind.CONTINUES:
                rule = Rule(f"{relation.of} continues it in force.", relation.at)
                found.setdefault(relation.to, []).append(Replacement(relation.of, rule))
        return {ident: tuple(sorted(each, key=lambda one: one.by)) for ident, each in found.items()}

    @cached_property
    def hangs_on(self) -> Mapping[str, tuple[str, ...]]:
        """The instruments that the entry into force or the end of each waits on, as far as they are registered."""
        return {one.id: tuple(dict.fromkeys(self._asked(one))) for one in self.instruments}

    def _asked(self, one: Instrument) -> Iterator[str]:
        for entry in one.clauses.of(EntryIntoForce):
            yield from self.named(entry.other, besides=one.id)
        for duration in one.clauses.of(Duration):
            yield from self.named(duration.while_other, besides=one.id)
        for each in (*self.replaced_by.get(one.id, ()), *self.continued_by.get(one.id, ())):
            yield each.by

    @cached_property
    def together(self) -> Mapping[str, frozenset[str]]:
        """For each instrument all those whose fate hangs together with its own, itself among them."""
        near: dict[str, set[str]] = {one.id: {one.id} for one in self.instruments}
        for ident, others in self.hangs_on.items():
            for other in others:
                near[ident].add(other)
                near[other].add(ident)
        found: dict[str, frozenset[str]] = {}
        for ident in near:
            if ident not in found:
                group = frozenset(_reached(ident, near))
                found |= dict.fromkeys(group, group)
        return found

    @cached_property
    def exact(self) -> bool:
        """Whether the day of every event is known."""
        return all(event.precise for event in self.events)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """What the instruments are called, with the days of their signature."""
        signed: dict[str, frozenset[datetime.date]] = {}
        for event in self.events:
            if event.kind in (EventKind.SIGNATURE, EventKind.NOTES):
                signed[event.instrument] = signed.get(event.instrument, frozenset()) | {event.date}
        return names(self.instruments, signed)

    def named(self, words: str, *, besides: str = "") -> tuple[str, ...]:
        """The id of the instrument that `words` name, another than `besides`; () where none or not one alone."""
        if words not in self._named:
            self._named[words] = named(words, self.names) if words else ()
        found = tuple(ident for ident in self._named[words] if ident != besides)
        return found if len(found) == 1 else ()

    @cached_property
    def _named(self) -> dict[str, tuple[str, ...]]:
        """What words asked about name: the clauses of an instrument ask for the same at every date."""
        return {}

    def with_events(self, *events: Event) -> Register:
        """The register with more events."""
        return replace(self, events=(*self.events, *events))


def _reached(first: str, near: Mapping[str, set[str]]) -> set[str]:
    """All that can be reached from one step by step."""
    reached, waiting = {first}, [first]
    while waiting:
        for each in near[waiting.pop()] - reached:
            reached.add(each)
            waiting.append(each)
    return reached


def _require_unique(what: str, idents: Iterable[str]) -> None:
    seen: set[str] = set()
    for ident in idents:
        if ident in seen:
            raise ValueError(f"two {what}s are called {ident}")
        seen.add(ident)
