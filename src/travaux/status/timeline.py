"""The life of every instrument for every party as spans of time, from the first act recorded on."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
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


def timeline(register: Register, *, of: Collection[str] | None = None) -> tuple[Span, ...]:
    """The spans of every instrument and party in order, or of those instruments; days on which nothing is recorded give
    none. Those that hang together are reckoned together, and apart from all others."""
    groups = dict.fromkeys(register.together[one.id] for one in register.instruments if of is None or one.id in of)
    spans: dict[str, list[Span]] = {}
    for group in groups:
        for span in _spans(register, group):
            spans.setdefault(span.standing.instrument, []).append(span)
    wanted = (one.id for one in register.instruments if of is None or one.id in of)
    return tuple(span for ident in wanted for span in spans.get(ident, ()))


def _spans(register: Register, group: Collection[str]) -> Iterator[Span]:
    found: dict[tuple[str, str], list[Span]] = {}
    for day in _days_of_change(register, group):
        for standing in on(register, day, of=group).standings:
            spans = found.setdefault((standing.instrument, standing.party), [])
            if spans and _same(spans[-1].standing, standing):
                continue
            if spans:
                spans[-1] = replace(spans[-1], end=day)
            if spans or standing.status is not Status.NO_RECORD:
                spans.append(Span(day, None, standing))
    return (span for spans in found.values() for span in spans)


def _same(one: Standing, other: Standing) -> bool:
    return one.status is other.status and one.since == other.since


def _days_of_change(register: Register, group: Collection[str]) -> list[datetime.date]:
    """The days on which a standing may change: of acts, and those to which what was done by then leads."""
    events = [event for ident in group for event in register.events_of[ident]]
    days = {day for event in events for day in (event.date, event.latest, event.effective) if day}
    done: set[datetime.date] = set()
    while rest := sorted(days - done):
        done.add(rest[0])
        for standing in on(register, rest[0], of=group).standings:
            days.update(day for day in (standing.until, standing.expected) if day)
    return sorted(done)
