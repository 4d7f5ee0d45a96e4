"""A negotiation in a PostgreSQL database, for an office: one database holds one negotiation.

A path leads there where it is the address itself (`postgresql://user@host/database`), where it is `postgresql:`, which
stands for the address in TRAVAUX_DATABASE, or where it is a file with nothing but the address in it.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

from django.db import connections, transaction

from travaux.desk.database.switch import switch
from travaux.errors import FileTrouble, FullDisk, ReadOnlyPlace, TravauxError

UTF8 = "convert_from(%s, 'UTF8')"

_SCHEME = "postgresql:"
_ENGINE = "django.db.backends.postgresql"
#: "Trvx": the lock that one writer holds at a time.
_LOCK = 0x54727678
#: So long a writer waits for those before it.
_PATIENCE = "60s"
#: So many seconds pass until a turn is asked for again.
_PAUSE = 0.2
_LONGEST = 4096
_TABLES = "SELECT to_regclass('travaux_format'), to_regclass('django_migrations')"
_FORMAT = "CREATE TABLE IF NOT EXISTS travaux_format (version integer NOT NULL)"
_REMEDY = "See docs/office.md for how the database is set up."
#: What the server says by its codes (appendix A of its manual).
_FULL, _NO_DATABASE, _NO_LOCK, _READ_ONLY = ("53100", "53200"), "3D000", ("55P03", "40P01"), ("25006", "42501")
#: Where an address may have a password: behind the name of the user, or among what is told at its end.
_PASSWORDS = (re.compile(r"(//[^:/@]*):[^@/]*@"), r"\1:***@"), (re.compile(r"([?&](?:ssl)?password=)[^&]*"), r"\1***")
_REFUSED = ("28000", "28P01")


def encoded(word: str) -> str:
    """An address as one name that no path takes apart; anything else as it is.

    >>> encoded("postgresql://office/japan")
    'postgresql:%2F%2Foffice%2Fjapan'
    """
    scheme, parted, rest = word.partition(":")
    return f"{_SCHEME}{quote(rest, safe='')}" if parted and scheme in ("postgresql", "postgres") else word


def address(path: Path) -> str:
    """The address that a path leads to; "" where it leads to a file of its own."""
    name = str(path)
    if name.startswith(_SCHEME):
        rest = unquote(name.removeprefix(_SCHEME))
        return f"{_SCHEME}{rest}" if rest else os.environ.get("TRAVAUX_DATABASE", _SCHEME)
    try:
        if path.is_file() and path.stat().st_size < _LONGEST:
            words = path.read_bytes()
            if words.startswith((b"postgresql://", b"postgres://")):
                return words.decode(errors="replace").strip()
    except OSError:
        return ""
    return ""


def is_address(path: Path) -> bool:
    """Whether the path is an address itself, and no file."""
    return str(path).startswith(_SCHEME)


def exists(path: Path) -> bool:
    return version(path, writing=False) > 0


def require_writable(path: Path) -> None:
    """Whether it takes writing, the server says."""


def version(path: Path, *, writing: bool) -> int:
    import psycopg  # where a database is asked for

    try:
        with psycopg.connect(address(path), connect_timeout=10) as connection:
            ours, other = connection.execute(_TABLES).fetchone() or (None, None)
            if ours is None:
                if other is not None:
                    raise _foreign(path)
                return 0
            found = connection.execute("SELECT max(version) FROM travaux_format").fetchone()
    except psycopg.Error as error:
        raise trouble(error, path) from error
    return int(found[0] or 0) if found else 0


def point_at(path: Path, *, writing: bool) -> None:
    from psycopg.conninfo import conninfo_to_dict

    told = conninfo_to_dict(address(path))
    name = str(told.pop("dbname", None) or told.get("user") or "travaux")
    read_only = "" if writing else " -c default_transaction_read_only=on"
    options = f"{told.pop('options', '') or ''} -c lock_timeout={_PATIENCE}{read_only}".strip()
    switch(_ENGINE, name, {"application_name": "travaux", "connect_timeout": 10, **told, "options": options})
    connections["default"].ensure_connection()


def tables_at_once() -> bool:
    return False


@contextmanager
def making(version: int) -> Iterator[None]:
    with connections["default"].cursor() as cursor:
        # Two that start at once do it one after the other.
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK + 1])
        try:
            cursor.execute(_FORMAT)
            yield
            cursor.execute("DELETE FROM travaux_format")
            cursor.execute("INSERT INTO travaux_format (version) VALUES (%s)", [version])
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK + 1])


@contextmanager
def in_writing(*, patient: bool = True) -> Iterator[None]:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute("SET TRANSACTION READ WRITE")
        if patient:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        else:
            (taken,) = cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK]).fetchone()
            if not taken:
                raise FileTrouble("Somebody else writes to it.", remedy="Try again later.")
        yield


@contextmanager
def one_state() -> Iterator[None]:
    within = connections["default"].in_atomic_block
    with transaction.atomic():
        if not within:
            with connections["default"].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@contextmanager
def in_turn(path: Path) -> Iterator[None]:
    with connections["default"].cursor() as cursor:
        while not cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK + 2]).fetchone()[0]:
            time.sleep(_PAUSE)
    try:
        yield
    finally:
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK + 2])


def among(column: str) -> str:
    return f"{column} = ANY(%s)"


def listed(values: Iterable[int]) -> list[int]:
    return list(values)


def discard(path: Path) -> None:
    """A database that was filled in vain stays: it was there before."""
    if path.is_file():
        path.unlink()


def trouble(error: Exception, path: Path) -> TravauxError:
    at, code = shown(path), getattr(error, "sqlstate", None) or ""
    words = " ".join(str(error).split())
    if code in _FULL:
        return FullDisk("The disk of the database is full; what was stored before stays.", at=at, remedy=_REMEDY)
    if code in _READ_ONLY:
        return ReadOnlyPlace("The database takes no writing.", at=at, remedy="Look at the rights of its user.")
    if code in _NO_LOCK:
        return FileTrouble("Others are writing to it.", at=at, remedy="Try again when that is done.")
    if code == _NO_DATABASE:
        return FileTrouble("There is no such database.", at=at, remedy=_REMEDY)
    if code in _REFUSED:
        return FileTrouble("The database does not let this user in.", at=at, remedy=_REMEDY)
    if not code:
        return FileTrouble(f"The database cannot be reached: {words}.", at=at, remedy=_REMEDY)
    return FileTrouble(f"The database cannot be used: {words}.", at=at, remedy=_REMEDY)


def shown(path: Path) -> str:
    """A path for people: an address without its password."""
    if not is_address(path):
        return str(path)
    told = address(path)
    for password, mask in _PASSWORDS:
        told = password.sub(mask, told)
    return told


def _foreign(path: Path) -> FileTrouble:
    return FileTrouble("This database is not one of Travaux.", at=shown(path), remedy="Name an empty one.")
