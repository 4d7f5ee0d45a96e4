"""An index, in memory, of what is shown of documents some portions of which are not: that of the file has all words."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from functools import lru_cache

from django.db import connection

from travaux.desk import models
from travaux.desk.access.decide import partly, state
from travaux.desk.search.fts5 import scratch


def seen_in_part() -> AbstractContextManager[sqlite3.Connection]:
    """The index of the documents that whoever looks now sees without some portions."""
    return scratch(_words(state(), str(connection.settings_dict["NAME"])))


@lru_cache(maxsize=8)
def _words(_state: object, _name: str) -> tuple[tuple[int, bytes, bytes, bytes], ...]:
    # With the grammar of dates and all that is told of documents: where something is not shown.
    from travaux.desk import convert
    from travaux.desk.ready import words

    rows = models.Document.objects.filter(pk__in=list(partly()))
    return tuple((row.pk, *words(convert.document(row))) for row in rows)
