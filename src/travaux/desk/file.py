"""A negotiation's file: makes it, opens it, and says in one line why it cannot be used.

One file is open in a process at a time; every thread's connection goes to it. Opening a file never
changes it, and a file that is not one of ours is never written to.
"""

from __future__ import annotations

import sqlite3 as library
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from django.db import connections, transaction
from django.db.utils import DatabaseError

from travaux.desk.database import sqlite
from travaux.desk.database.here import Database, database, open_now
from travaux.desk.database.postgresql import is_address
from travaux.desk.database.postgresql import shown as shown
from travaux.desk.journal.begin import begin, begun
from travaux.desk.journal.due import entry_due
from travaux.errors import FileTrouble, NewerFile

# The version of the format, raised with every migration that an older program could not read.
FORMAT = 11

#: What is open, for every thread.
_opened = [Path()]


def create_or_open(path: Path) -> None:
    """Open the file at `path` for writing; make it, or bring an older one up to date, where needed.

    Raises FileTrouble when something else is there, NewerFile, ReadOnlyPlace or FullDisk.
    """
    there = database(path)
    with troubles(path):
        there.require_writable(path)
        version = _version(path, writing=True) if there.exists(path) else 0
        there.point_at(path, writing=True)
        _opened[0] = path
        if version != FORMAT:
            _bring_up_to_date(there)


def make(path: Path) -> None:
    """Open a new file at `path`, or an empty database, with nothing but its tables: all of another is to come into it,
    with its journal."""
    there = database(path)
    with troubles(path):
        there.require_writable(path)
        there.point_at(path, writing=True)
        _opened[0] = path
        with there.making(FORMAT):
            _make_tables(there)


def copy_out(path: Path) -> None:
    """Copy the open database of PostgreSQL, as it is at one moment, into the file at `path` that `make` made."""
    from travaux.desk.database.transfer import into_sqlite  # with both indexes of words

    with reading():
        into_sqlite(path)


def copy_in(path: Path) -> None:
    """Copy the file at `path` into the open database of PostgreSQL that `make` made, all or nothing."""
    from travaux.desk.database.transfer import from_sqlite

    with transaction.atomic():
        from_sqlite(path)


def open_file(path: Path) -> None:
    """Open the file at `path` for reading only.

    Raises FileTrouble when it is missing or something else, and NewerFile.
    """
    there = database(path)
    with troubles(path):
        if there is sqlite and not path.exists():
            raise FileTrouble("There is no such file.", at=str(path), remedy=f"Make it: travaux build ... -o {path}")
        version = _version(path, writing=False)
        if version != FORMAT:
            raise _not_ready(path, version)
        there.point_at(path, writing=False)
        _opened[0] = path


def _not_ready(path: Path, version: int) -> FileTrouble:
    if version == 0:
        remedy = f"Fill it: travaux build ... -o {shown(path)}"
        return FileTrouble("There is nothing in this file yet.", at=shown(path), remedy=remedy)
    return FileTrouble(
        f"An older Travaux wrote this file (format {version}; this one reads {FORMAT}).",
        at=shown(path),
        remedy=f"Bring it up to date by building it again with any document of it: travaux build ... -o {shown(path)}",
    )


def exists(path: Path) -> bool:
    """Whether there is a file at `path`, or a database filled by us where it leads."""
    with troubles(path):
        return database(path).exists(path)


def is_negotiation(path: Path) -> bool:
    """Whether the path leads to a database, ours or another, and not to a text."""
    return database(path) is not sqlite or sqlite.is_one(path)


def place() -> Path:
    """The path that was opened."""
    return _opened[0]


def name() -> str:
    """What the open file is called, without its folder."""
    path = _opened[0]
    return str(connections["default"].settings_dict["NAME"]) if is_address(path) else path.stem


def close() -> None:
    """Let go of the file; what was stored is all in it."""
    sqlite.leave()


def discard(path: Path) -> None:
    """Remove the file at `path`, which was made in vain."""
    close()
    database(path).discard(path)


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
def writing_in_passing() -> Iterator[None]:
    """The same for what may as well not be kept: it waits for nobody. Raises FileTrouble where another writes."""
    with troubles(_opened[0]), open_now().in_writing(patient=False):
        yield


@contextmanager
def reading() -> Iterator[None]:
    """All that is looked up within is of one state of the file, whatever others write to it meanwhile."""
    with open_now().one_state():
        yield


@contextmanager
def in_turn() -> Iterator[None]:
    """Of all who ask for a turn on the open file, in whatever process, one has it at a time, and the others wait. It
    ends with the process that has it, however that ends."""
    with troubles(_opened[0]), open_now().in_turn(_opened[0]):
        yield


@contextmanager
def _writing() -> Iterator[None]:
    if connections["default"].in_atomic_block:
        with transaction.atomic():
            yield
        return
    with troubles(_opened[0]), open_now().in_writing():
        yield


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Turn what the database or the system says of the file at `path` into a FileTrouble."""
    try:
        yield
    except DatabaseError as error:
        cause = error.__cause__
        raise database(path).trouble(cause if isinstance(cause, Exception) else error, path) from error
    except BrokenPipeError:
        # Whoever reads what is printed has seen enough: that is no trouble of the file.
        raise
    except (library.Error, OSError) as error:
        raise database(path).trouble(error, path) from error
    except msgspec.MsgspecError as error:
        remedy = "Build it anew from its documents."
        raise FileTrouble(f"What it holds cannot be read: {error}.", at=shown(path), remedy=remedy) from error


def _bring_up_to_date(there: Database) -> None:
    """Run the migrations, and begin the journal where there is none."""
    with there.making(FORMAT):
        _make_tables(there)
        if not begun():
            with writing():
                begin(FORMAT)


def _make_tables(there: Database) -> None:
    if not there.tables_at_once():
        from django.core.management import call_command  # with all commands of Django's

        call_command("migrate", verbosity=0, interactive=False)


def _version(path: Path, *, writing: bool) -> int:
    version = database(path).version(path, writing=writing)
    if version > FORMAT:
        raise NewerFile(
            f"A newer Travaux wrote this file (format {version}; this one reads {FORMAT}).",
            at=shown(path),
            remedy="Update Travaux.",
        )
    return version
