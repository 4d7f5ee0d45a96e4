"""Notes which documents of a high level somebody is shown words of, for the journal to tell who saw what.

What an answer shows of a document it names the document with, as no word is shown without its source: `look_at_named`
finds every one by that, whatever page or operation made the answer. What may leave as a file of another kind, or
names a draft alone, is noted where it is taken from the file: by `look`, or `look_at_cited`.

The one person at the machine is not noted; neither is what the program goes through by itself.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

import msgspec
from django.db import connection

from travaux.desk.access.decide import admits, sees_all, visible_in_part
from travaux.desk.access.marking import Level, Marking, read
from travaux.desk.access.names import cited_in, named_in
from travaux.desk.access.viewer import current

#: From this level on, who saw a document is kept.
NOTED = Level.SECRET
#: So long, in seconds, one who looks again at the same document on the same kind of page is taken to look still.
_STILL = 600.0
#: So many names are sought at once.
_AT_ONCE = 500

_MARKINGS = "SELECT id, tree FROM desk_marking"
# A portion of a high level is a thing to note where it is shown; whoever may not see it sees the rest.
_HIGH = """
    SELECT ident FROM desk_document WHERE ident IN ({names}) AND id IN ({visible}) AND (
        marking_id IN ({high})
        OR id IN (SELECT document_id FROM desk_portion WHERE taken_back_at IS NULL AND marking_id IN ({high})))
"""


class Look(NamedTuple):
    """Who looked, by the name they log in with, at which document, by its id."""

    who: str
    document: str


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


def look(idents: Iterable[str]) -> None:
    """Note that of these documents, by their ids, those that are of a high level are shown to whoever looks now."""
    found = _looked.get()
    if found is None or sees_all():
        return
    who = current().key
    found |= {Look(who, ident) for ident in _high(set(idents) - {look.document for look in found if look.who == who})}


def look_at_named(answer: str, *, page: bool) -> None:
    """The same for all documents that an answer names: a page (HTML) in a link or a field, another (JSON) in a text."""
    if _looked.get() is not None and not sees_all():
        look(named_in(answer, page=page))


def look_at_cited(told: object) -> None:
    """The same for all documents that something to be shown cites."""
    if _looked.get() is not None and not sees_all():
        look(cited_in(msgspec.json.encode(told, enc_hook=str).decode()))


def _high(idents: set[str]) -> Iterator[str]:
    """Which of the ids are of documents to be noted that whoever looks now may see."""
    high = ", ".join(map(str, _high_markings())) if idents else ""
    if not high:
        return
    names, visible = sorted(idents), visible_in_part()
    with connection.cursor() as cursor:
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            cursor.execute(_HIGH.format(names=", ".join(["%s"] * len(some)), visible=visible, high=high), some)
            yield from (ident for (ident,) in cursor.fetchall())


def _high_markings() -> list[int]:
    """The keys of the markings of which to note who sees what is marked so, of those that whoever looks may see."""
    viewer = current()
    with connection.cursor() as cursor:
        cursor.execute(_MARKINGS)
        found = [(key, read(tree)) for key, tree in cursor.fetchall()]
    return [key for key, marking in found if _is_noted(marking) and admits(viewer, marking)]


def _is_noted(marking: Marking) -> bool:
    return marking.level >= NOTED or bool(marking.eyes)


#: A look, and on what kind of page it was.
Sight = tuple[str, str, str]


class Recently:
    """Remembers who looked at what, and where, of late, so that a page asked for again is not another look."""

    def __init__(self) -> None:
        self._at: dict[Sight, float] = {}

    def fresh(self, looks: Iterable[Look], page: str) -> list[Look]:
        """Those looks on a kind of page that are no longer one that was had there of late."""
        now = time.monotonic()
        self._at = {sight: at for sight, at in self._at.items() if now - at < _STILL}
        new = sorted(look for look in looks if (*look, page) not in self._at)
        self._at |= dict.fromkeys(((*look, page) for look in new), now)
        return new
