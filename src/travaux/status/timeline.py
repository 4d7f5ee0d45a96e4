"""The life of every instrument for every party as spans of time, from the first act recorded on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Standing, Status


@dataclass(frozen=True, slots=True)
class Span:
    """A standing from the day `start` on, until the day `end` when it is another; None: as far as is known."""

    start: datetime.date
    end: datetime.date | None
    standing: Standing


def timeline(register: Register) -> tuple[Span, ...]:
    """The spans of every instrument and party in order; days on which nothing is recorded give none."""
    days = _days_of_change(register)
    found: dict[tuple[str, str], list[Span]] = {}
    for day in days:
        for standing in on(register, day).standings:
            spans = found.setdefault((standing.instrument, standing.party), [])
            if spans and _same(spans[-1].standing, standing):
                continue
            if spans:
                spans[-1] = replace(spans[-1], end=day)
            if spans or standing.status is not Status.NO_RECORD:
                spans.append(Span(day, None, standing))
    return tuple(span for spans in found.values() for span in spans)


def _same(one: Standing, other: Standing) -> bool:
    return one.status is other.status and one.since == other.since


def _days_of_change(register: Register) -> list[datetime.date]:
    """The days on which a standing may change: of acts, and those to which what was done by then leads."""
    days = {day for event in register.events for day in (event.date, event.latest, event.effective) if day}
    done: set[datetime.date] = set()
    while rest := sorted(days - done):
        done.add(rest[0])
        for standing in on(register, rest[0]).standings:
            days.update(day for day in (standing.until, standing.expected) if day)
    return sorted(done)
