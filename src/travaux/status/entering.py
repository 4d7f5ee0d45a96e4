"""A register as it would be if a draft had entered into force on a day, and as it would be without it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from travaux.status.event import Event, EventKind
from travaux.status.final_clauses import final_clauses
from travaux.status.instrument import Instrument, InstrumentKind
from travaux.status.mentions import kind_of
from travaux.status.naming import telling_words
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Status
from travaux.status.terms import NO_CLAUSES
from travaux.text.draft import Draft, ProvisionKind


@dataclass(frozen=True, slots=True)
class Entering:
    """The draft as an instrument, `registered` or not, and the register with it not in force, and in force."""

    instrument: Instrument
    registered: bool
    without: Register
    entered: Register


def entering(draft: Draft, register: Register, day: datetime.date) -> Entering:
    """The case that `draft` enters into force for all its parties on `day`.

    A draft of a registered instrument stands in its place: what happened to that one does not count, and where the
    draft is another version of its text, neither do the relations in which that one stands to others.
    """
    instrument, registered = _as_instrument(draft, register)
    without = _without(register, instrument.id)
    known = register.by_id.get(instrument.id)
    other = known is not None and known.text != draft.id
    relations = tuple(each for each in register.relations if not (other and each.of == instrument.id))
    entered = replace(without, instruments=(*without.instruments, instrument), relations=relations)
    # It keeps its name where it is not in force, so that what names it is not taken to name another.
    idle = replace(without, instruments=(*without.instruments, replace(instrument, clauses=NO_CLAUSES)))
    return Entering(instrument, registered, idle, entered.with_events(*_consenting(instrument, day)))


def recorded_entry(draft: Draft, register: Register) -> datetime.date | None:
    """The day on which the registered instrument that the draft is a version of entered into force, or will."""
    known = version_of(draft, register)
    events = register.events_of.get(known.id, ()) if known else ()
    if known is None or not events:
        return None
    standings = on(register, max(event.latest or event.date for event in events)).standings
    days = [each.expected or each.since for each in standings if each.instrument == known.id and _counts(each.status)]
    return min((day for day in days if day), default=None)


def version_of(draft: Draft, register: Register) -> Instrument | None:
    """The registered instrument whose text the draft is, or of whose title it is another version; None for none."""
    for one in register.instruments:
        if one.text == draft.id:
            return one
    titled = " ".join(each.text for each in draft.provisions if each.kind is ProvisionKind.TITLE) or draft.title
    words = telling_words(titled)
    found = [
        one
        for one in register.instruments
        if telling_words(one.title) <= words and kind_of(one.title) == kind_of(titled) != ""
    ]
    return found[0] if len(found) == 1 else None


def _as_instrument(draft: Draft, register: Register) -> tuple[Instrument, bool]:
    """The draft as an instrument; the parties of one that is not registered are those registered that it names."""
    known = version_of(draft, register)
    if known is not None:
        same = known.text == draft.id
        return (known if same else replace(known, clauses=final_clauses(draft), text=draft.id)), True
    opening = " ".join(
        each.text for each in draft.provisions if each.kind in (ProvisionKind.TITLE, ProvisionKind.PREAMBLE)
    )
    named = dict.fromkeys(
        party
        for one in register.instruments
        for party in one.parties
        if re.search(rf"\b{re.escape(party)}\b", opening or draft.title, re.IGNORECASE)
    )
    return Instrument(
        id=draft.id,
        title=draft.title,
        kind=InstrumentKind.TREATY,
        at=draft.at,
        parties=tuple(named),
        clauses=final_clauses(draft),
        text=draft.id,
    ), False


def _without(register: Register, ident: str) -> Register:
    """The register as if an instrument were not there: neither it, nor what happened to it, nor its relations."""
    gone = {event.id for event in register.events if event.instrument == ident}
    return Register(
        tuple(one for one in register.instruments if one.id != ident),
        tuple(each for each in register.relations if ident not in (each.of, each.to)),
        tuple(event for event in register.events if event.id not in gone and event.of not in gone),
    )


def _consenting(instrument: Instrument, day: datetime.date) -> Iterator[Event]:
    """Consent of every party, and entry into force, on that day."""
    for party in instrument.parties:
        yield Event(
            id=f"if {party} consents to {instrument.id}",
            instrument=instrument.id,
            kind=EventKind.RATIFICATION,
            party=party,
            date=day,
            at=instrument.at,
        )
    yield Event(
        id=f"if {instrument.id} enters into force",
        instrument=instrument.id,
        kind=EventKind.ENTRY_INTO_FORCE,
        date=day,
        at=instrument.at,
    )


def _counts(status: Status) -> bool:
    """Whether a standing tells a day of entry into force, come or to come."""
    return status in (Status.CONSENTED, Status.SIGNED, Status.PROVISIONAL, Status.IN_FORCE)
