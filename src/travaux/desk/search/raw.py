"""The open file as SQLite itself gives it. A search is done in a millisecond, of which Django's cursors take a part."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


def raw() -> sqlite3.Connection:
    """The connection beneath Django's, open."""
    connection.ensure_connection()
    return connection.connection  # type: ignore[no-any-return]


@contextmanager
def at_one_moment() -> Iterator[None]:
    """All that is read within is of one state of the file, whatever a build writes to it meanwhile."""
    file = raw()
    if file.in_transaction:
        yield
        return
    file.execute("BEGIN")
    try:
        yield
    finally:
        file.execute("COMMIT")
