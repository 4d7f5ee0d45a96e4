"""Makes documents findable: their words in one table, what a search can be narrowed to in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from travaux.desk.ready import Ready

_WORDS = "INSERT INTO desk_words (rowid, title, body, notes) VALUES (%s, %s, %s, %s)"
_FACETS = """
    INSERT INTO desk_facets
        (filed, source, position, document, date, kind, sender, recipient, signed, classification, volume, withheld,
         earliest, latest)
    SELECT coalesce(filed, ''), source_id, position, id, date, kind, sender, addressee, %s, classification, %s, %s,
           %s, %s
    FROM desk_document WHERE id = %s
"""
_WITHHELD = """
    INSERT INTO desk_withheld (volume, document, unit, amount, stated, below, unstated)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


def index(documents: Iterable[tuple[int, Ready]]) -> None:
    """Make documents findable, each under the key of its row, which is kept already."""
    words, facets, withheld = [], [], []
    for key, ready in documents:
        words.append((key, *ready.words))
        facets.append((ready.signed, ready.volume, ready.withholding.passages > 0, *ready.bounds, key))
        withheld += [(ready.volume, key, *astuple(tally)) for tally in ready.withholding.tallies]
    with connection.cursor() as cursor:
        cursor.executemany(_WORDS, words)
        cursor.executemany(_FACETS, facets)
        cursor.executemany(_WITHHELD, withheld)


def settle() -> None:
    """Join the parts that the index grew in, so that it answers faster. Best when a build is done."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO desk_words (desk_words) VALUES ('optimize')")
