"""What of a register of instruments may be seen: what rests on documents that may, with all that it hangs on."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from travaux.desk import models
from travaux.desk.access.decide import sees_all
from travaux.desk.access.names import cited_in
from travaux.desk.shelf import idents_seen
from travaux.status.event import Event
from travaux.status.register import Register


def seen(register: Register) -> Register:
    """The register without the instruments, relations and events that cite a document that may not be seen."""
    if sees_all():
        return register
    shown = _shown(register)
    texts = set(models.Draft.objects.values_list("ident", flat=True))
    instruments = tuple(one for one in register.instruments if shown(one) and (not one.text or one.text in texts))
    known = {one.id for one in instruments}
    relations = tuple(each for each in register.relations if shown(each) and {each.of, each.to} <= known)
    events = tuple(event for event in register.events if event.instrument in known and shown(event))
    return Register(instruments, relations, _hanging_together(events))


def _shown(register: Register) -> Callable[[object], bool]:
    """Tells whether all that a part of the register cites may be seen."""
    cited = cited_in(_json(register))
    known = idents_seen(cited)
    return lambda part: cited_in(_json(part)) <= known


def _json(part: object) -> str:
    return msgspec.json.encode(part).decode()


def _hanging_together(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those that are of one that is left out."""
    acts = {event.id for event in events}
    kept = tuple(event for event in events if not event.of or event.of in acts)
    return kept if len(kept) == len(events) else _hanging_together(kept)
