"""The acts on one instrument that count on a date: those done by then and not taken back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from travaux.status.event import CONSENTS, Event, EventKind

#: The day that an event is taken to have happened on.
Dated = Callable[[Event], datetime.date]


def on_its_day(event: Event) -> datetime.date:
    """The day of an event whose day is known; the first that it may have for another."""
    return event.date


@dataclass(slots=True)
class Acts:
    """The acts by kind, in order of their days, with the day on which some were taken back."""

    of_kind: dict[EventKind, list[Event]] = field(default_factory=dict)
    revoked: dict[str, datetime.date] = field(default_factory=dict)
    dated: Dated = on_its_day

    def __bool__(self) -> bool:
        return bool(self.of_kind)

    def get(self, *kinds: EventKind) -> list[Event]:
        """The acts of these kinds, taken back or not."""
        if len(kinds) == 1:
            return self.of_kind.get(kinds[0], [])
        return [event for kind in kinds for event in self.of_kind.get(kind, ())]

    def standing(self, *kinds: EventKind) -> list[Event]:
        """The acts of these kinds that nobody took back."""
        found = self.get(*kinds)
        return [event for event in found if event.id not in self.revoked] if self.revoked else found

    def consents(self) -> list[Event]:
        """The acts that the clauses count as instruments: deposits where any is recorded, else acts of consent."""
        return self.of_kind.get(EventKind.DEPOSIT) or self.get(*(kind for kind in self.of_kind if kind in CONSENTS))


def acts(events: Iterable[Event], date: datetime.date, dated: Dated = on_its_day) -> Acts:
    """The acts done by `date`. A revocation of a revocation lets the first act stand again."""
    found: dict[EventKind, list[Event]] = {}
    for event in events:
        if (event.date if dated is on_its_day else dated(event)) <= date:
            found.setdefault(event.kind, []).append(event)
    if dated is not on_its_day:
        for each in found.values():
            each.sort(key=lambda event: (dated(event), event.party, event.id))
    revocations = found.get(EventKind.REVOCATION, ())
    return Acts(found, _revoked(revocations, dated) if revocations else {}, dated)


def _revoked(revocations: Iterable[Event], dated: Dated) -> dict[str, datetime.date]:
    taken: dict[str, datetime.date] = {}
    for event in sorted(revocations, key=lambda event: (dated(event), event.id), reverse=True):
        if event.id not in taken:
            taken[event.of] = dated(event)
    return taken
