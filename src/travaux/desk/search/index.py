"""Makes documents findable: their words in one table, what a search can be narrowed to in another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connection

from travaux.record.document import Document

# Control characters are signs of the snippets, so the index holds none; each stands for one, so offsets hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_WORDS = "INSERT INTO desk_words (rowid, title, body, notes) VALUES (%s, %s, %s, %s)"
_FACETS = """
    INSERT INTO desk_facets
        (filed, source, position, document, date, kind, sender, recipient, signed, classification, volume, withheld)
    SELECT coalesce(filed, ''), source_id, position, id, date, kind, sender, addressee, %s, classification, %s, %s
    FROM desk_document WHERE id = %s
"""


def index(documents: Iterable[tuple[int, Document]]) -> None:
    """Make documents findable, each under the key of its row, which is kept already."""
    words, facets = [], []
    for key, document in documents:
        words.append((key, _plain(document.title), _plain(document.text), _plain(_margin(document))))
        facets.append((document.signed or "", document.id.rpartition("/")[0], bool(document.withheld), key))
    with connection.cursor() as cursor:
        cursor.executemany(_WORDS, words)
        cursor.executemany(_FACETS, facets)


def settle() -> None:
    """Join the parts that the index grew in, so that it answers faster. Best when a build is done."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO desk_words (desk_words) VALUES ('optimize')")


def _margin(document: Document) -> str:
    """What stands around the body: source note, subject and footnotes."""
    source = document.source_note.text if document.source_note else ""
    notes = (note.text for note in document.notes)
    return "\n".join(filter(None, (document.subject, source, *notes)))


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)
