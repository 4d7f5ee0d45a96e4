"""Reads a register of instruments and events that a person keeps as a TOML file. Takes nothing that cites no passage.

[[instrument]]
id = "passage-1931"                       # what the others call it
title = "Convention on Passage through the Strait"
kind = "treaty"
parties = ["Aurelia", "Brisland"]
clauses = "convention-1931/draft"         # the draft whose final clauses are taken, and its text
document = "convention-1931"
words = "Convention on Passage"           # the passage, as it stands there
# text = "convention-1931/draft"          # the draft that is its text, where its clauses are all entered by hand

[[instrument.term]]                       # a term that is entered by hand, with the words that set it
kind = "Termination"
delay = "1 year"
document = "convention-1931"
words = "one year after"

[[relation]]
kind = "implements"
of = "arrangement-1948"
to = "passage-1931"
document = "arrangement-1948"
words = "in execution of Article 4"

[[event]]
instrument = "passage-1931"
kind = "ratification"
party = "Aurelia"
date = 1932-03-01
document = "convention-1931"
words = "ratified by Aurelia on 1 March 1932"
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from travaux.errors import UnknownDocument, UnreadableRegister
from travaux.findings import Citation
from travaux.record.entries import Cited, Documents, cited, entries
from travaux.status import terms
from travaux.status.event import Event, EventKind, Signing
from travaux.status.instrument import Instrument, InstrumentKind, Relation, RelationKind, Share
from travaux.status.register import Register
from travaux.status.terms import Delay, FinalClauses, Landing, Period, Term, Unit

#: The final clauses of the draft of an id; raises UnknownDocument.
Clauses = Callable[[str], FinalClauses]


@dataclass(frozen=True, kw_only=True)
class _Share(Cited):
    party: str
    percent: float


@dataclass(frozen=True, kw_only=True)
class _Instrument(Cited):
    id: str
    title: str
    kind: InstrumentKind
    parties: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    clauses: str = ""
    text: str = ""
    term: tuple[dict[str, Any], ...] = ()
    share: tuple[_Share, ...] = ()
    of_kind: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Relation(Cited):
    kind: RelationKind
    of: str
    to: str


@dataclass(frozen=True, kw_only=True)
class _Event(Cited):
    instrument: str
    kind: EventKind
    date: datetime.date
    id: str = ""
    party: str = ""
    latest: datetime.date | None = None
    effective: datetime.date | None = None
    signing: Signing = Signing.UNSAID
    of: str = ""
    territory: str = ""


@dataclass(frozen=True, kw_only=True)
class _Whole:
    instrument: tuple[_Instrument, ...] = ()
    relation: tuple[_Relation, ...] = ()
    event: tuple[_Event, ...] = ()


def register_file(content: bytes, *, name: str, documents: Documents, clauses: Clauses) -> Register:
    """The register that a file holds. Raises UnreadableRegister, which names the entry and what to do."""
    whole = entries(content, _Whole, name=name)
    reader = _Reader(name, documents, clauses)
    try:
        return Register(
            tuple(reader.instrument(each, number) for number, each in enumerate(whole.instrument, 1)),
            tuple(reader.relation(each, number) for number, each in enumerate(whole.relation, 1)),
            tuple(reader.event(each, number) for number, each in enumerate(whole.event, 1)),
        )
    except ValueError as error:
        raise UnreadableRegister(f"{error}.", at=name, remedy="Correct that entry.") from None


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    documents: Documents
    clauses: Clauses

    def instrument(self, entry: _Instrument, number: int) -> Instrument:
        at = f"{self.name}, instrument {number} ({entry.id})"
        read = self._clauses(entry.clauses, at).terms if entry.clauses else ()
        if entry.text:
            self._clauses(entry.text, at)
        by_hand = tuple(self._term(term, at) for term in entry.term)
        return Instrument(
            id=entry.id,
            title=entry.title,
            kind=entry.kind,
            at=self._cited(entry, at),
            parties=entry.parties,
            also=entry.also,
            clauses=FinalClauses((*read, *by_hand)),
            shares=tuple(Share(share.party, share.percent, self._cited(share, at)) for share in entry.share),
            of_kind=entry.of_kind,
            text=entry.text or entry.clauses,
        )

    def relation(self, entry: _Relation, number: int) -> Relation:
        return Relation(entry.kind, entry.of, entry.to, self._cited(entry, f"{self.name}, relation {number}"))

    def event(self, entry: _Event, number: int) -> Event:
        at = f"{self.name}, event {number}"
        known = {
            field.name: getattr(entry, field.name) for field in dataclasses.fields(Event) if hasattr(entry, field.name)
        }
        return Event(**known | {"id": entry.id or f"event-{number}", "at": self._cited(entry, at)})

    def _clauses(self, draft: str, at: str) -> FinalClauses:
        try:
            return self.clauses(draft)
        except UnknownDocument as error:
            raise UnreadableRegister(f"There is no draft {draft}.", at=at, remedy=error.remedy) from None

    def _cited(self, entry: Cited, at: str) -> Citation:
        return cited(entry, self.documents, at=at)

    def _term(self, entry: Mapping[str, Any], at: str) -> Term:
        kinds = {kind.__name__: kind for kind in Term.__subclasses__()}
        kind = kinds.get(str(entry.get("kind")))
        if kind is None:
            raise UnreadableRegister(
                f"There is no kind of term {entry.get('kind')}.", at=at, remedy=f"Kinds: {', '.join(kinds)}."
            )
        given = {key: value for key, value in entry.items() if key not in ("kind", "document", "words", "note")}
        try:
            cited = msgspec.convert({key: entry[key] for key in ("document", "words", "note") if key in entry}, Cited)
            return _built(kind, given, cited.words, self._cited(cited, f"{at}, term {kind.__name__}"))
        except (msgspec.ValidationError, TypeError, ValueError) as error:
            raise UnreadableRegister(f"{kind.__name__}: {error}.", at=at, remedy="Correct that term.") from None


_Kind = TypeVar("_Kind", bound=Term)


def _built(kind: type[_Kind], given: Mapping[str, Any], words: str, at: Citation) -> _Kind:
    """A term of the values given; a period is written '10 years', a delay the same or '2 months, first day of the next
    month'."""
    hints = {field.name: str(field.type) for field in dataclasses.fields(kind)}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in hints:
            raise ValueError(f"it has no {key}")
        if hints[key].startswith("Delay"):
            values[key] = _delay(str(value))
        elif hints[key].startswith("Period"):
            values[key] = _period(str(value))
        elif hints[key].startswith("tuple[Condition"):
            values[key] = msgspec.convert(value, tuple[terms.Condition, ...])
        else:
            values[key] = value
    if "count" in values and values["count"] == "all":
        values["count"] = terms.ALL
    plain = {key: value for key, value in values.items() if not isinstance(value, Delay | Period | tuple)}
    kinds = {name: getattr(terms, hint) for name, hint in hints.items() if hint in ("Trigger", "Since", "Ending")}
    plain |= {name: kinds[name](value) for name, value in plain.items() if name in kinds}
    return kind(words=words, at=at, **values | plain)


def _period(said: str) -> Period:
    found = re.fullmatch(r"(\d+) (day|week|month|year)s?", said.strip())
    if found is None:
        raise ValueError(f"“{said}” is no period such as “10 years”")
    return Period(int(found[1]), Unit(found[2]))


def _delay(said: str) -> Delay:
    first, _, landing = said.partition(", ")
    if first in [each.value for each in Landing]:
        return Delay(None, Landing(first))
    return Delay(_period(first), Landing(landing) if landing else Landing.THAT_DAY)
