"""All that is recorded of an instrument by a date, also what changes nobody's standing: reservations, objections,
declarations, territorial application, rectification. Each with what took it back, and with what it answers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from travaux.status.event import Event, EventKind
from travaux.status.register import Register


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event, the later one that took it back by the date asked, and the earlier one that it is of."""

    event: Event
    taken_back: Event | None = None
    of: Event | None = None


def recorded(register: Register, date: datetime.date, *, of: str) -> tuple[Recorded, ...]:
    """What is recorded of the instrument `of` by `date`, in order of the days; () where it is not registered."""
    events = [event for event in register.events_of.get(of, ()) if event.date <= date]
    by_id = {event.id: event for event in register.events}
    back = {event.of: event for event in events if event.kind is EventKind.REVOCATION}
    return tuple(Recorded(event, back.get(event.id), by_id.get(event.of)) for event in events)
