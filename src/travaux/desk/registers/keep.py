"""Puts registers and mentions into the open file. The transaction is the action's."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from travaux.desk import models
from travaux.desk.database.here import open_now
from travaux.desk.registers.pack import ENTRY, Lists

_ENTRY = f"INSERT INTO desk_entry (register_id, {ENTRY}) VALUES (%s, %s, %s, %s, %s, %s, %s)"
_LINK = """
    INSERT INTO desk_linked (document, registers, tree) VALUES (%s, %s, %s)
    ON CONFLICT (document) DO UPDATE SET registers = excluded.registers, tree = excluded.tree
"""
_LINKED = "SELECT document FROM desk_linked WHERE {}"
_FORGET = "DELETE FROM desk_mention WHERE document = %s"
_COUNT = "INSERT INTO desk_mention (entry, document, times) VALUES (%s, %s, %s)"
# Documents are looked up by their source, in whatever order; what a search is narrowed by is in order of dates alone.
_SPAN = """
    SELECT min(day), max(day) FROM (
        SELECT cast(date AS text) AS day, percent_rank() OVER (ORDER BY date) AS placed FROM desk_document
        WHERE source_id = %s AND date IS NOT NULL
    ) AS dated WHERE placed BETWEEN 0.05 AND 0.95
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
    here = open_now()
    with connection.cursor() as cursor:
        # Mentions are in order of their entries: to forget those of a document takes going through all of them.
        cursor.execute(_LINKED.format(here.among("document")), [here.listed([each[0] for each in linked])])
        cursor.executemany(_FORGET, cursor.fetchall())
        cursor.executemany(_LINK, [(document, registers, tree) for document, registers, tree, _ in linked])
        counts = [(entry, document, n) for document, _, _, times in linked for entry, n in times.items()]
        cursor.executemany(_COUNT, counts)
