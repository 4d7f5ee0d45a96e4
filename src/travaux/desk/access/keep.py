"""Keeps markings: of new documents by their own words, and those that people give. The transaction is the action's."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

_KEPT = "SELECT tree, id FROM desk_marking"
_NEW = "INSERT INTO desk_marking (tree) VALUES (%s)"


def marking_keys(written: Iterable[str]) -> dict[str, int]:
    """The keys of markings as `marking.written` writes them; those that the file has not are kept."""
    with connection.cursor() as cursor:
        cursor.execute(_KEPT)
        known = {str(tree): int(key) for tree, key in cursor.fetchall()}
        new = sorted(set(written) - known.keys())
        if new:
            cursor.executemany(_NEW, [(tree,) for tree in new])
            cursor.execute(_KEPT)
            known = {str(tree): int(key) for tree, key in cursor.fetchall()}
    return known
