"""An index, in memory, of what is shown of documents some portions of which are not: that of the file has all words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache

from django.db import connection

from travaux.desk import convert, models
from travaux.desk.access.decide import partly, state
from travaux.desk.ready import words
from travaux.desk.search.stems import TOKENIZE

_INDEX = f"CREATE VIRTUAL TABLE desk_words USING fts5(title, body, notes, tokenize = '{TOKENIZE}')"
_WORDS = """
    INSERT INTO desk_words (rowid, title, body, notes)
    VALUES (?, cast(? AS text), cast(? AS text), cast(? AS text))
"""


@contextmanager
def seen_in_part() -> Iterator[sqlite3.Connection]:
    """The index of the documents that whoever looks now sees without some portions."""
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(_INDEX)
        index.executemany(_WORDS, _words(state(), str(connection.settings_dict["NAME"])))
        yield index


@lru_cache(maxsize=8)
def _words(_state: object, _name: str) -> tuple[tuple[int, bytes, bytes, bytes], ...]:
    rows = models.Document.objects.filter(pk__in=list(partly()))
    return tuple((row.pk, *words(convert.document(row))) for row in rows)
