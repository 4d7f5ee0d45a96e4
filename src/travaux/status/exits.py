"""Who may end what, when notice may first be given and when it takes effect; and what would be so if it were given."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.errors import UnknownInstrument
from travaux.status.ending import ENDING_OF, Running, first_notice, notice_effect
from travaux.status.event import Event
from travaux.status.on import on
from travaux.status.reckoning import Reckoning
from travaux.status.register import Register
from travaux.status.state import Standing, Status
from travaux.status.terms import Ending, Termination


@dataclass(frozen=True, slots=True)
class Exit:
    """How `party` may end `instrument`, or its part in it: notice on `notice`, the first day possible, takes effect on
    `effect`; None where the clauses do not settle it."""

    instrument: str
    party: str
    ending: Ending
    notice: datetime.date
    effect: datetime.date | None
    term: Termination


def exits(register: Register, date: datetime.date) -> tuple[Exit, ...]:
    """The ways out of what is in force on `date` by notice given then or later, each at the earliest."""
    reckoning = Reckoning(register, date)
    return tuple(
        each
        for standing in on(register, date).standings
        if standing.status in (Status.IN_FORCE, Status.SUSPENDED)
        for each in _of(reckoning, standing)
    )


def _of(reckoning: Reckoning, standing: Standing) -> Iterator[Exit]:
    life = reckoning.life(standing.instrument)
    if life is None or life.running is None:
        return
    for term in life.instrument.clauses.of(Termination):
        first = first_notice(life.running, term, standing.party)
        notice = max(reckoning.date, first) if first else reckoning.date
        effect = _effect(life.running, standing, notice, term)
        if effect is not None and effect == standing.until:
            continue  # It ends then without notice too.
        yield Exit(standing.instrument, standing.party, term.ending, notice, effect, term)


def _effect(running: Running, standing: Standing, notice: datetime.date, term: Termination) -> datetime.date | None:
    """When notice of that day takes effect, or it ends before; None where that hangs on a day that is not exact."""
    if standing.since is None:
        return None
    day, _, _ = notice_effect(running, term.ending, standing.party, notice)
    return min((end for end in (day, standing.until) if end), default=None)


def if_notice(
    register: Register, instrument: str, party: str, date: datetime.date, ending: Ending = Ending.TERMINATION
) -> Register:
    """The register as it would be if `party` gave notice on `date`. Raises UnknownInstrument."""
    known = register.by_id.get(instrument)
    if known is None:
        remedy = f"There are: {', '.join(register.by_id)}."
        raise UnknownInstrument(f"No instrument is called {instrument}.", remedy=remedy)
    kind = next(kind for kind, brought in ENDING_OF.items() if brought is ending)
    ident = f"if {party} gives notice on {date}"
    return register.with_events(Event(id=ident, instrument=instrument, kind=kind, party=party, date=date, at=known.at))
