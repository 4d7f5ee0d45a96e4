"""A negotiation in a file of its own: SQLite, in WAL mode, for one person or a few at one machine."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connections, transaction

from travaux.desk.database.new_file import tables_at_once as tables_at_once
from travaux.desk.database.switch import switch
from travaux.errors import FileTrouble, FullDisk, ReadOnlyPlace, TravauxError

# "Trvx": SQLite keeps it in the header of the file, where the `file` program sees it too.
APPLICATION_ID = 0x54727678
UTF8 = "cast(%s AS text)"

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_AGAIN = "Make room and run the same command again."
_ENGINE = "django.db.backends.sqlite3"
_HEAD = b"SQLite format 3\x00"
# 16 MB hold what one search has read twice: the index and the texts of a page.
_READING = "PRAGMA query_only = ON; PRAGMA cache_size = -16000"
# 64 MB hold the pages that the rows of a volume change; from the log they come to the file itself by the 16 MB, those
# that several volumes change once.
_WRITING = (
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; "
    "PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 4000"
)
#: So many seconds a writer waits for those before it.
_PATIENCE = 60
#: What the lock of `in_turn` is called after the file, and how many seconds pass until it is tried again.
_TURN, _PAUSE = "-turn", 0.1


def exists(path: Path) -> bool:
    return path.exists()


def is_one(path: Path) -> bool:
    """Whether the file at the path is a database."""
    try:
        with path.open("rb") as opened:
            return opened.read(len(_HEAD)) == _HEAD
    except OSError:
        return False


def require_writable(path: Path) -> None:
    if not path.parent.is_dir():
        raise FileTrouble("The folder is not there.", at=str(path), remedy="Make it first, or name another.")
    if path.is_dir():
        raise FileTrouble("This is a folder.", at=str(path), remedy="Name a file in it.")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise _read_only(path)


def version(path: Path, *, writing: bool) -> int:
    connection = sqlite3.connect(f"{_uri(path)}?mode={'rw' if writing else _reading_mode(path)}", uri=True)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (format_of_it,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    if application != APPLICATION_ID and (application or tables):
        raise _foreign(path)
    return int(format_of_it)


def point_at(path: Path, *, writing: bool) -> None:
    options = {
        "init_command": _WRITING if writing else _READING,
        "timeout": _PATIENCE,
        "transaction_mode": "IMMEDIATE" if writing else "DEFERRED",
    }
    switch(_ENGINE, f"{_uri(path)}?mode={'rwc' if writing else _reading_mode(path)}", options)
    connections["default"].ensure_connection()


def leave() -> None:
    """Point at nothing."""
    switch(_ENGINE, ":memory:", {})


@contextmanager
def making(version: int) -> Iterator[None]:
    with connections["default"].cursor() as cursor:
        cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        yield
        cursor.execute(f"PRAGMA user_version = {version}")


@contextmanager
def in_writing(*, patient: bool = True) -> Iterator[None]:
    connection = connections["default"]
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000 if patient else 0}")
        (reading,) = cursor.execute("PRAGMA query_only").fetchone()
        mode = connection.transaction_mode  # type: ignore[attr-defined]
        cursor.execute("PRAGMA query_only = OFF")
        connection.transaction_mode = "IMMEDIATE"  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                yield
        finally:
            connection.transaction_mode = mode  # type: ignore[attr-defined]
            cursor.execute(f"PRAGMA query_only = {reading}")
            cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")


@contextmanager
def one_state() -> Iterator[None]:
    with transaction.atomic():
        yield


@contextmanager
def in_turn(path: Path) -> Iterator[None]:
    # A database of its own, with nothing in it, as a lock that every system lets go of when its process ends. One that
    # was killed leaves it for the next.
    beside = path.with_name(f"{path.name}{_TURN}")
    while (turn := _taken(beside)) is None:
        time.sleep(_PAUSE)
    with closing(turn):
        yield
    beside.unlink(missing_ok=True)


def _taken(beside: Path) -> sqlite3.Connection | None:
    """The connection that has the lock, if nobody else has it."""
    turn = sqlite3.connect(beside, timeout=0, isolation_level=None)
    try:
        turn.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        turn.close()
        family = error.sqlite_errorcode & 0xFF
        # Whoever had it removes it, also under the hands of who asks for it.
        if family == sqlite3.SQLITE_BUSY or (family == sqlite3.SQLITE_IOERR and not beside.exists()):
            return None
        raise
    return turn


def among(column: str) -> str:
    # The statement is the same for any of them, and prepared but once.
    return f"{column} IN (SELECT value FROM json_each(%s))"


def listed(values: Iterable[int]) -> str:
    return str(list(values))


def discard(path: Path) -> None:
    path.unlink()


def trouble(error: Exception, path: Path) -> TravauxError:
    at = str(path)
    # The lower byte is the family: a write that failed is one of many kinds of I/O error.
    family = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if family == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) in _NO_ROOM:
        return FullDisk("The disk is full; what was stored before stays.", at=at, remedy=_AGAIN)
    if family == sqlite3.SQLITE_IOERR:
        return FullDisk(f"The disk takes no more ({error}); what was stored before stays.", at=at, remedy=_AGAIN)
    if family in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _read_only(path)
    if family in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileTrouble("Another program is writing to it.", at=at, remedy="Try again when that is done.")
    if family == sqlite3.SQLITE_NOTADB:
        return _foreign(path)
    return FileTrouble(f"It cannot be used: {error}.", at=at, remedy="Look at its rights, or build it anew.")


def _reading_mode(path: Path) -> str:
    """How the file can be read where it is. A log beside it wants writing, which not every place takes."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "rw"
    return "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _read_only(path: Path) -> ReadOnlyPlace:
    return ReadOnlyPlace("This place takes no writing.", at=str(path), remedy="Name a file in another: -o FILE.")


def _foreign(path: Path) -> FileTrouble:
    return FileTrouble("This is not a Travaux file.", at=str(path), remedy="Name one that travaux build has made.")
