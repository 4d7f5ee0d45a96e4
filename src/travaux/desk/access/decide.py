"""The rule on who may see what: the one place that has it. All else asks here.

A person sees a document when their level is at least its own, they are on every list of its distribution, and, where it
is for the eyes of named people only, they are one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.db import connection

from travaux.desk.access.marking import Marking, read
from travaux.desk.access.viewer import Viewer, current

_MARKINGS = "SELECT id, tree FROM desk_marking"
_PORTIONS = "SELECT {columns} FROM desk_portion WHERE taken_back_at IS NULL AND marking_id NOT IN ({markings})"
# Neither is ever deleted, so their numbers tell one state of what is marked from another.
_STATE = """
    SELECT (SELECT max(id) FROM desk_document), (SELECT count(*) FROM desk_marked), (SELECT count(*) FROM desk_portion),
        (SELECT count(*) FROM desk_portion WHERE taken_back_at IS NOT NULL)
"""


def admits(viewer: Viewer, marking: Marking) -> bool:
    """Whether the viewer may see what is marked so."""
    if viewer.everything:
        return True
    if not viewer.key or marking.closed:
        return False
    on_lists = marking.level <= viewer.level and marking.lists <= viewer.lists
    return on_lists and (not marking.eyes or bool(_folded(marking.eyes) & _folded(viewer.names | {viewer.key})))


def _folded(names: frozenset[str]) -> set[str]:
    return {" ".join(name.casefold().split()) for name in names if name.strip()}


def sees_all() -> bool:
    """Whether whoever looks now may see the whole file: then nothing needs to be asked."""
    return current().everything


def admitted() -> tuple[int, ...]:
    """The keys of the markings that whoever looks now may see."""
    viewer = current()
    with connection.cursor() as cursor:
        cursor.execute(_MARKINGS)
        return tuple(key for key, tree in cursor.fetchall() if _admits(viewer, tree))


@lru_cache(maxsize=4096)
def _admits(viewer: Viewer, tree: str) -> bool:
    return admits(viewer, read(tree))


def visible(column: str) -> str:
    """A condition in SQL: the key of a document in `column` is that of one that whoever looks now may see whole.

    It holds numbers alone, so it goes into any statement as it is.
    """
    return "1 = 1" if sees_all() else f"{column} IN ({visible_documents()})"


def visible_documents(of: str = "id") -> str:
    """A query in SQL: that column of all documents that whoever looks now may see whole."""
    if sees_all():
        return f"SELECT {of} FROM desk_document"
    portions = _PORTIONS.format(columns="document_id", markings=_admitted_in_words())
    return f"{visible_in_part(of)} AND id NOT IN ({portions})"


def visible_in_part(of: str = "id") -> str:
    """The same of all documents that they may see, were it without some portions."""
    return f"SELECT {of} FROM desk_document WHERE marking_id IN ({_admitted_in_words()})"


def _admitted_in_words() -> str:
    return ", ".join(map(str, admitted())) or "-1"


#: Characters from here to there of the body of a document, or of its note with that mark.
Span = tuple[int, int, str]


def partly() -> Mapping[int, tuple[Span, ...]]:
    """The passages that whoever looks now may not see of documents that they may, by the keys of these."""
    return {} if sees_all() else _partly(state(), str(connection.settings_dict["NAME"]))


@lru_cache(maxsize=32)
def _partly(_state: object, _name: str) -> Mapping[int, tuple[Span, ...]]:
    asked = _PORTIONS.format(columns='document_id, start, "end", note', markings=_admitted_in_words())
    found: dict[int, tuple[Span, ...]] = {}
    with connection.cursor() as cursor:
        cursor.execute(f"{asked} AND document_id IN ({visible_in_part()}) ORDER BY id")
        for key, start, end, note in cursor.fetchall():
            found[key] = (*found.get(key, ()), (start, end, note))
    return found


def state() -> object:
    """What tells one answer on what may be seen from another: a key for what is remembered of a file."""
    viewer = current()
    if viewer.everything:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        return viewer, cursor.fetchone()
