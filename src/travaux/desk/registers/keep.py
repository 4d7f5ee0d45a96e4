"""Puts registers and mentions into the open file. The transaction is the action's."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from travaux.desk import models
from travaux.desk.registers.pack import ENTRY, Lists

_ENTRY = f"INSERT INTO desk_entry (register_id, {ENTRY}) VALUES (%s, %s, %s, %s, %s, %s, %s)"
_LINK = "INSERT OR REPLACE INTO desk_linked (document, registers, tree) VALUES (?, ?, ?)"
_LINKED = "SELECT 1 FROM desk_linked WHERE document = ?"
_FORGET = "DELETE FROM desk_mention WHERE document = ?"
_COUNT = "INSERT INTO desk_mention (entry, document, times) VALUES (?, ?, ?)"
_SPAN = """
    SELECT min(date), max(date) FROM (
        SELECT date, percent_rank() OVER (ORDER BY date) AS rank FROM desk_facets
        WHERE source = %s AND date IS NOT NULL
    ) WHERE rank BETWEEN 0.05 AND 0.95
"""


def keep_register(lists: Lists, source: models.Source) -> models.Register:
    """Keep the register of a source whose documents are in. The few that are much older or later than most do not
    count for its time."""
    with connection.cursor() as cursor:
        since, until = cursor.execute(_SPAN, [source.pk]).fetchone()
        row = models.Register.objects.create(
            source=source,
            ident=lists.ident,
            since=since,
            until=until,
            persons=lists.persons,
            abbreviations=lists.abbreviations,
            tree=lists.tree,
        )
        cursor.executemany(_ENTRY, [(row.pk, *entry) for entry in lists.entries])
    return row


def keep_mentions(linked: Sequence[tuple[int, str, str, dict[int, int]]]) -> None:
    """Keep what documents name, in place of what was kept of them before: for each the key of its row, the registers
    it was linked with, its mentions as `pack` gives them, and how often it names each entry."""
    connection.ensure_connection()
    file = connection.connection
    # Mentions are in order of their entries: to forget those of a document takes going through all of them.
    before = [(document,) for document, _, _, _ in linked if file.execute(_LINKED, (document,)).fetchone()]
    file.executemany(_FORGET, before)
    file.executemany(_LINK, [(document, registers, tree) for document, registers, tree, _ in linked])
    file.executemany(_COUNT, [(entry, document, n) for document, _, _, times in linked for entry, n in times.items()])
