"""Makes documents findable: their words in the index of the database, what a search can be narrowed to in a table."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from travaux.desk.rows import FACETS, Ready
from travaux.desk.search.engine import engine

_FACETS = f"""
    INSERT INTO desk_facets (document, source, position, filed, {FACETS})
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_WITHHELD = """
    INSERT INTO desk_withheld (document, volume, unit, amount, stated, below, unstated)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
#: Where a document stands: the key of its row, its source, its place there, and the day that it is filed under.
Place = tuple[int, int, int, str | None]


def index(documents: Iterable[tuple[Place, Ready]]) -> None:
    """Make documents findable."""
    words, facets, withheld = [], [], []
    for (key, source, position, filed), ready in documents:
        words.append((key, *ready.words))
        facets.append((key, source, position, filed or "", *ready.facets))
        withheld += [(key, ready.volume, *tally) for tally in ready.withheld]
    engine().keep(words)
    with connection.cursor() as cursor:
        cursor.executemany(_FACETS, facets)
        cursor.executemany(_WITHHELD, withheld)


def settle() -> None:
    """Have the index answer faster. Best when a build is done."""
    engine().settle()
