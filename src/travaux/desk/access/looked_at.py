"""Notes which documents of a high level somebody looks at, for the journal to tell who saw what.

The one person at the machine is not noted; neither is what the program goes through by itself.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from travaux.desk.access.decide import sees_all
from travaux.desk.access.marking import Level, read
from travaux.desk.access.viewer import current

#: From this level on, who saw a document is kept.
NOTED = Level.SECRET
#: So long, in seconds, one who looks again at the same document is taken to look still.
_STILL = 600.0

#: Who looked, by the name they log in with, at which document, by its id.
Look = tuple[str, str]
_looked: ContextVar[set[Look] | None] = ContextVar("travaux_looked_at", default=None)


@contextmanager
def noting() -> Iterator[set[Look]]:
    """Gather who looks at which documents of a high level within."""
    found: set[Look] = set()
    token = _looked.set(found)
    try:
        yield found
    finally:
        _looked.reset(token)


def look(marked: Iterable[tuple[str, str | None]]) -> None:
    """Note that these documents, by id and by marking as it is kept, are shown to whoever looks now."""
    found = _looked.get()
    if found is None or sees_all():
        return
    who = current().key
    found |= {(who, ident) for ident, tree in marked if tree is None or _is_noted(tree)}


def _is_noted(tree: str) -> bool:
    marking = read(tree)
    return marking.level >= NOTED or bool(marking.eyes)


class Recently:
    """Remembers who looked at what of late, so that a page asked for again is not another look."""

    def __init__(self) -> None:
        self._at: dict[Look, float] = {}

    def fresh(self, looks: Iterable[Look]) -> list[Look]:
        """Those that are no longer look at what one looked at of late."""
        now = time.monotonic()
        self._at = {look: at for look, at in self._at.items() if now - at < _STILL}
        new = sorted(look for look in looks if look not in self._at)
        self._at |= dict.fromkeys(new, now)
        return new
