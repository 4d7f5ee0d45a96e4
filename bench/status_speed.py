"""Measures what a state on a date costs: 2,000 instruments with 40,000 events, against passing once over the events.

`python bench/status_speed.py` prints processor time, the median of five days, for a register that is in memory.
"""

from __future__ import annotations

import datetime
import random
import statistics
from time import process_time

from measure import show

from travaux.findings import Citation
from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument, InstrumentKind
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.terms import (
    Delay,
    Ending,
    EntryIntoForce,
    FinalClauses,
    LaterEntry,
    Period,
    Termination,
    Trigger,
    Unit,
)

INSTRUMENTS, PARTIES = 2_000, 10
_AT = Citation("clauses", 0, 1)
_FIRST, _DAYS = datetime.date(1950, 1, 1), 20_000
_CLAUSES = FinalClauses(
    (
        EntryIntoForce(
            words="after three", at=_AT, trigger=Trigger.DEPOSITS, count=3, delay=Delay(Period(90, Unit.DAY))
        ),
        LaterEntry(words="after its own", at=_AT, delay=Delay(Period(30, Unit.DAY))),
        Termination(words="one year", at=_AT, ending=Ending.WITHDRAWAL, delay=Delay(Period(1, Unit.YEAR))),
    )
)


def register() -> Register:
    """Instruments that each of ten parties signs and ratifies, in no order."""
    chance = random.Random(1969)
    instruments, events = [], []
    for number in range(INSTRUMENTS):
        ident = f"instrument {number}"
        title = f"Convention on matter{number}"
        instruments.append(Instrument(id=ident, title=title, kind=InstrumentKind.TREATY, at=_AT, clauses=_CLAUSES))
        for party in range(PARTIES):
            for kind in (EventKind.SIGNATURE, EventKind.RATIFICATION):
                day = _FIRST + datetime.timedelta(days=chance.randrange(_DAYS))
                ident_of_event = f"{number}-{party}-{kind}"
                events.append(
                    Event(id=ident_of_event, instrument=ident, kind=kind, date=day, party=f"State {party}", at=_AT)
                )
    chance.shuffle(events)
    return Register(tuple(instruments), (), tuple(events))


def main() -> None:
    """One line: seconds, and how many times a single pass over the events."""
    known = register()
    on(known, _FIRST)  # The events are put in order once.
    taken = statistics.median(_time(known, datetime.date(1980 + year, 1, 1)) for year in (0, 5, 10, 15, 20))
    print(f"Status, {INSTRUMENTS:,} instruments, {len(known.events):,} events, median of 5 days, processor time")
    show("state on a date", taken, _floor(known), "one pass over the events")


def _time(known: Register, day: datetime.date) -> float:
    start = process_time()
    on(known, day)
    return process_time() - start


def _floor(known: Register) -> float:
    start = process_time()
    seen: dict[tuple[str, str], Event] = {}
    for event in known.events:
        seen[event.instrument, event.party] = event
    return process_time() - start


if __name__ == "__main__":
    main()
