"""Copies the open file while others work on it, as it is at one moment, and restores such a copy.

A copy is a whole file of Travaux in SQLite, whichever database it is of, that can be opened and verified as it is.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from travaux.actions.whole import whole
from travaux.desk import file
from travaux.desk.database import sqlite
from travaux.desk.database.here import database
from travaux.desk.journal.verify import Reckoned, verify
from travaux.errors import FileTrouble


def backup(path: Path, *, out: Path) -> Reckoned:
    """Copy the file at `path` to a new one at `out`, and reckon the journal of the copy.

    Raises FileTrouble where `out` is there already, where `path` cannot be used, and FullDisk.
    """
    with whole(out) as beside:
        if database(path) is sqlite:
            file.open_file(path)
            with file.troubles(path):
                _copy(path, beside)
        else:
            file.make(beside)
            file.close()
            file.open_file(path)
            with file.troubles(path):
                file.copy_out(beside)
        file.close()
    return _reckoned(out)


def restore(copy: Path, *, out: Path) -> Reckoned:
    """Make the copy at `copy` the file at `out`: a new one, or a database of PostgreSQL that has nothing in it.

    Raises FileTrouble where there is something at `out`, or the copy is not whole.
    """
    found = _reckoned(copy)
    if found.broken:
        raise FileTrouble(f"The copy is not whole. {found.broken[0]}", at=str(copy), remedy="Take another.")
    if database(out) is sqlite:
        with whole(out) as beside, file.troubles(copy):
            _copy(copy, beside)
        return _reckoned(out)
    if file.exists(out):
        raise FileTrouble("There is something in this database.", at=file.shown(out), remedy="Name an empty one.")
    file.make(out)
    with file.troubles(out):
        file.copy_in(copy)
    file.close()
    return _reckoned(out)


def _copy(path: Path, out: Path) -> None:
    """All pages in one go: others can write meanwhile, as what they write comes into a log."""
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(out)) as target,
    ):
        source.backup(target)


def _reckoned(path: Path) -> Reckoned:
    file.open_file(path)
    try:
        with file.troubles(path), file.reading():
            return verify()
    finally:
        file.close()
