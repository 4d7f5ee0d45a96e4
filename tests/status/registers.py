"""Registers that several tests use."""

from __future__ import annotations

import datetime
from itertools import count

from travaux.findings import Citation
from travaux.status.event import Event, EventKind, Signing
from travaux.status.instrument import Instrument, InstrumentKind
from travaux.status.register import Register
from travaux.status.terms import (
    ALL,
    AT_ONCE,
    Delay,
    Duration,
    Ending,
    EntryIntoForce,
    FinalClauses,
    LaterEntry,
    Period,
    Supersession,
    Term,
    Termination,
    Trigger,
    Unit,
)

AT = Citation("clauses", 0, 10)
YEAR, TEN_YEARS = Period(1, Unit.YEAR), Period(10, Unit.YEAR)
_NUMBERS = count(1)


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


def instrument(ident: str, *terms: Term, parties: tuple[str, ...] = (), title: str = "") -> Instrument:
    title = title or f"Convention called {ident}"
    return Instrument(
        id=ident, title=title, kind=InstrumentKind.TREATY, at=AT, parties=parties, clauses=FinalClauses(terms)
    )


def event(ident: str, kind: EventKind, on: str, party: str = "", **more: object) -> Event:
    known = {"id": f"e{next(_NUMBERS)}"} | more
    return Event(instrument=ident, kind=kind, date=day(on), party=party, at=AT, **known)  # type: ignore[arg-type]


def after_deposits(number: int, delay: Delay = AT_ONCE) -> EntryIntoForce:
    return EntryIntoForce(words="after the deposits", at=AT, trigger=Trigger.DEPOSITS, count=number, delay=delay)


BY_EXCHANGE = EntryIntoForce(words="on exchange", at=AT, trigger=Trigger.EXCHANGE, count=ALL)
LATER = LaterEntry(words="thirtieth day after its own", at=AT, delay=Delay(Period(30, Unit.DAY)))
MAY_WITHDRAW = Termination(words="may withdraw", at=AT, ending=Ending.WITHDRAWAL, delay=Delay(YEAR))
MAY_TERMINATE = Termination(words="after ten years", at=AT, delay=Delay(YEAR), not_before=TEN_YEARS)


def duration(**of: object) -> Duration:
    return Duration(words="remains in force", at=AT, **of)  # type: ignore[arg-type]


def replacing(other: str) -> Supersession:
    return Supersession(words="shall cease to have effect", at=AT, other=other)


def multilateral(*, number: int = 60) -> Register:
    """A convention in force on the 120th day after the deposit of so many instruments; one deposits every day."""
    terms = (after_deposits(number, Delay(Period(120, Unit.DAY))), LATER, MAY_WITHDRAW)
    first = day("1990-01-01")
    deposits = tuple(
        event("sea", EventKind.RATIFICATION, str(first + datetime.timedelta(days=n)), f"State {n + 1:02}")
        for n in range(number)
    )
    return Register((instrument("sea", *terms),), (), deposits)


SIGNED = {"signing": Signing.SUBJECT_TO_RATIFICATION}
