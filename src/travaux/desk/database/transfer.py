"""Copies all that a database of PostgreSQL holds into a file of SQLite, and back, so that either can be restored as the
other. The index of words is made anew."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import connection

from travaux.desk.search import fts5, tsvector

_NAMES = """
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name NOT LIKE 'desk\\_words%' ESCAPE '\\' AND name <> 'django_migrations' ORDER BY name
"""
_TYPES = """
    SELECT column_name, data_type FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = %s ORDER BY ordinal_position
"""
_SEQUENCE = """
    SELECT setval(pg_get_serial_sequence(%s, 'id'), greatest((SELECT max(id) FROM {table}), 1))
    WHERE pg_get_serial_sequence(%s, 'id') IS NOT NULL
"""
_WORDS = "SELECT rowid, cast(title AS blob), cast(body AS blob), cast(notes AS blob) FROM desk_words"
_BATCH = 500


def into_sqlite(path: Path) -> None:
    """Copy the open database of PostgreSQL into the file at `path`, which has the same tables and nothing in them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        target.execute("BEGIN")
        for table in _tables(target):
            names = [name for name, _ in _types(table)]
            target.execute(f'DELETE FROM "{table}"')
            for batch in _rows(f'SELECT {_quoted(names)} FROM "{table}"'):
                places = ", ".join("?" * len(names))
                insert = f'INSERT INTO "{table}" ({_quoted(names)}) VALUES ({places})'
                target.executemany(insert, [tuple(map(_plain, row)) for row in batch])
        for batch in _rows("SELECT document, title, body, notes FROM desk_words"):
            target.executemany(fts5.KEPT, batch)
        target.execute("COMMIT")


def from_sqlite(path: Path) -> None:
    """Copy the file at `path` into the open database of PostgreSQL, which has the same tables and nothing in them. The
    transaction is the caller's."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source:
        with connection.cursor() as cursor:
            for table in _tables(source):
                types = _types(table)
                names = _quoted([name for name, _ in types])
                as_here = [_AS_HERE.get(kind, _same) for _, kind in types]
                cursor.execute(f'DELETE FROM "{table}"')
                insert = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(["%s"] * len(types))})'
                found = source.execute(f'SELECT {names} FROM "{table}"')
                while batch := found.fetchmany(_BATCH):
                    rows = [[make(value) for make, value in zip(as_here, row, strict=True)] for row in batch]
                    cursor.executemany(insert, rows)
                if any(name == "id" for name, _ in types):
                    cursor.execute(_SEQUENCE.format(table=f'"{table}"'), [table, table])
        words = source.execute(_WORDS)
        while batch := words.fetchmany(_BATCH):
            tsvector.keep(batch)


def _tables(file: sqlite3.Connection) -> list[str]:
    return [name for (name,) in file.execute(_NAMES).fetchall()]


def _types(table: str) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_TYPES, [table])
        return [(str(name), str(kind)) for name, kind in cursor.fetchall()]


def _rows(statement: str) -> Iterator[Sequence[Any]]:
    """What a statement gives, some hundreds at a time: the server keeps the rest."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while batch := cursor.fetchmany(_BATCH):
            yield batch


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _plain(value: Any) -> Any:
    """A value as SQLite has it, in the form that Django gives it there."""
    match value:
        case bool():
            return int(value)
        case datetime.datetime():
            return str(value.astimezone(datetime.UTC).replace(tzinfo=None))
        case datetime.date():
            return value.isoformat()
        case Decimal():
            return float(value)
        case dict() | list():
            return json.dumps(value)
    return value


def _same(value: Any) -> Any:
    return value


def _moment(value: Any) -> Any:
    return None if value is None else f"{value}+00:00"


def _truth(value: Any) -> Any:
    return None if value is None else bool(value)


#: How a value of SQLite becomes one of these types.
_AS_HERE: dict[str, Callable[[Any], Any]] = {"boolean": _truth, "timestamp with time zone": _moment}
