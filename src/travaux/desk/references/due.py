"""Tells whether references are to be settled: looking needs nothing of what it takes to do it."""

from __future__ import annotations

from django.db import connection

_FRESH = """
    SELECT id FROM desk_document d LEFT JOIN desk_citable c ON c.document = d.id
    WHERE coalesce(c.settled, 0) = 0 LIMIT 1
"""


def is_settled() -> bool:
    """Whether no document came in since references were last settled."""
    with connection.cursor() as cursor:
        return cursor.execute(_FRESH).fetchone() is None
