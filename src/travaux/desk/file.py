"""A negotiation's file: makes it, opens it, and says in one line why it cannot be used.

One file is open in a process at a time; every thread's connection goes to it. Opening a file never
changes it, and a file that is not one of ours is never written to.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
from django.core.management import call_command
from django.db import connections, transaction
from django.db.utils import DatabaseError

from travaux.desk.journal.begin import begin, begun
from travaux.desk.journal.due import entry_due
from travaux.errors import FileTrouble, FullDisk, NewerFile, ReadOnlyPlace, TravauxError

# "Trvx": SQLite keeps it in the header of the file, where the `file` program sees it too.
APPLICATION_ID = 0x54727678
# The version of the format, raised with every migration that an older program could not read.
FORMAT = 9

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_AGAIN = "Make room and run the same command again."

_READING = "PRAGMA query_only = ON"
# 64 MB hold the pages that the rows of a volume change; from the log they come to the file itself by the 16 MB, those
# that several volumes change once.
_WRITING = (
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; "
    "PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 4000"
)


def create_or_open(path: Path) -> None:
    """Open the file at `path` for writing; make it, or bring an older one up to date, where needed.

    Raises FileTrouble when something else is there, NewerFile, ReadOnlyPlace or FullDisk.
    """
    if not path.parent.is_dir():
        raise FileTrouble("The folder is not there.", at=str(path), remedy="Make it first, or name another.")
    _require_writable(path)
    with troubles(path):
        version = _version(path, "rw") if path.exists() else 0
        _point_at(f"{_uri(path)}?mode=rwc", _WRITING)
        if version != FORMAT:
            _bring_up_to_date()


def open_file(path: Path) -> None:
    """Open the file at `path` for reading only.

    Raises FileTrouble when it is missing or something else, and NewerFile.
    """
    if not path.exists():
        raise FileTrouble("There is no such file.", at=str(path), remedy=f"Make it: travaux build ... -o {path}")
    with troubles(path):
        mode = _reading_mode(path)
        version = _version(path, mode)
        if version != FORMAT:
            raise _not_ready(path, version)
        _point_at(f"{_uri(path)}?mode={mode}", _READING)


def _not_ready(path: Path, version: int) -> FileTrouble:
    if version == 0:
        remedy = f"Fill it: travaux build ... -o {path}"
        return FileTrouble("There is nothing in this file yet.", at=str(path), remedy=remedy)
    return FileTrouble(
        f"An older Travaux wrote this file (format {version}; this one reads {FORMAT}).",
        at=str(path),
        remedy=f"Bring it up to date by building it again with any of its documents: travaux build ... -o {path}",
    )


def close() -> None:
    """Let go of the file; what was stored is all in it."""
    connections.close_all()
    settings = connections.settings["default"]
    settings["NAME"] = ":memory:"
    settings["OPTIONS"] = {}


def discard(path: Path) -> None:
    """Remove the file at `path`, which was made in vain."""
    close()
    path.unlink()


@contextmanager
def writing() -> Iterator[None]:
    """One change of the open file, also where it was opened for reading: a transaction with an entry in the journal.

    It holds the file from its first statement, so that what is looked up within is what the change meets. Within
    another it is a part of that. Raises ReadOnlyPlace, FullDisk or FileTrouble when the file does not take it, and
    NoEntry when no entry was made; nothing is then changed.
    """
    with _writing(), entry_due():
        yield


@contextmanager
def writing_aside() -> Iterator[None]:
    """The same for what is no part of the negotiation, and so makes no entry: sessions, attempts to log in."""
    with _writing():
        yield


@contextmanager
def reading() -> Iterator[None]:
    """All that is looked up within is of one state of the file, whatever others write to it meanwhile."""
    with transaction.atomic():
        yield


@contextmanager
def _writing() -> Iterator[None]:
    connection = connections["default"]
    if connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    path = Path(unquote(urlsplit(str(connection.settings_dict["NAME"])).path))
    with troubles(path), connection.cursor() as cursor:
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


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Turn what the database or the system says of the file at `path` into a FileTrouble."""
    try:
        yield
    except DatabaseError as error:
        cause = error.__cause__
        raise _trouble(cause if isinstance(cause, sqlite3.Error) else error, path) from error
    except (sqlite3.Error, OSError) as error:
        raise _trouble(error, path) from error
    except msgspec.MsgspecError as error:
        remedy = "Build it anew from its documents."
        raise FileTrouble(f"What it holds cannot be read: {error}.", at=str(path), remedy=remedy) from error


def _require_writable(path: Path) -> None:
    if path.is_dir():
        raise FileTrouble("This is a folder.", at=str(path), remedy="Name a file in it.")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise _read_only(path)


def _point_at(name: str, init_command: str) -> None:
    """Send every later connection, in whichever thread, to the database of that name."""
    connections.close_all()
    mode = "DEFERRED" if init_command == _READING else "IMMEDIATE"
    settings = connections.settings["default"]
    settings["NAME"] = name
    settings["OPTIONS"] = {"init_command": init_command, "timeout": 10, "transaction_mode": mode}
    connections["default"].ensure_connection()


def _bring_up_to_date() -> None:
    """Run the migrations. The mark of the format comes last, so that a file half made is known as such."""
    with connections["default"].cursor() as cursor:
        cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        call_command("migrate", verbosity=0, interactive=False)
        if not begun():
            with writing():
                begin(FORMAT)
        cursor.execute(f"PRAGMA user_version = {FORMAT}")


def _reading_mode(path: Path) -> str:
    """How the file can be read where it is. A log beside it wants writing, which not every place takes."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "rw"
    return "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"


def _version(path: Path, mode: str) -> int:
    """The version of the format, 0 for a file not filled yet. Raises FileTrouble when it is not ours."""
    connection = sqlite3.connect(f"{_uri(path)}?mode={mode}", uri=True)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    if application != APPLICATION_ID and (application or tables):
        raise _foreign(path)
    if version > FORMAT:
        raise NewerFile(
            f"A newer Travaux wrote this file (format {version}; this one reads {FORMAT}).",
            at=str(path),
            remedy="Update Travaux.",
        )
    return int(version)


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _trouble(error: Exception, path: Path) -> TravauxError:
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


def _read_only(path: Path) -> ReadOnlyPlace:
    return ReadOnlyPlace("This place takes no writing.", at=str(path), remedy="Name a file in another: -o FILE.")


def _foreign(path: Path) -> FileTrouble:
    return FileTrouble("This is not a Travaux file.", at=str(path), remedy="Name one that travaux build has made.")
