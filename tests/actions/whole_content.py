"""Everything that is in a file, but for when it came in: two files are the same where it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from travaux.desk import file, search

#: When something was done differs from one build to the next; nothing else does.
TIMES = {"read_at", "applied"}
#: How the files looked that were read is no part of what was built from them: one that was written a moment before has
#: none of these, and gets it when it is next hashed, so that it depends on when a build came by.
STAMPS = "desk_stamp"
#: It has the hash of an entry of the journal, which tells of when it was made.
FINISHED = "desk_finished"
#: The columns of the journal that tell of no time, directly or by a hash.
TOLD = "verb, kind, name"
QUERIES = ["strait", "pilot* NEAR harbor", '"Article VI"', "ferry OR columns", "treaty area"]


def content(path: Path) -> dict[str, list[object]]:
    """Everything in a file: its tables, every word of the index at its place, and what searches find."""
    with sqlite3.connect(path) as database:
        database.execute("INSERT INTO desk_words (desk_words) VALUES ('integrity-check')")
        tables = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        # The pages in which the index of words is laid out: what they say is compared word by word.
        apart = ("desk_journal", STAMPS, FINISHED)
        compared = [name for name, _ in tables if not name.startswith("desk_words_") and name not in apart]
        held = {name: _rows(database, name) for name in compared}
        held["journal"] = database.execute(f"SELECT {TOLD} FROM desk_journal ORDER BY number").fetchall()
        database.execute("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab('main', 'desk_words', 'instance')")
        held["index"] = database.execute("SELECT * FROM temp.indexed ORDER BY doc, col, offset").fetchall()
        held["schema"] = tables
    database.close()
    file.open_file(path)
    held["answers"] = [search.search(query) for query in QUERIES]
    file.close()
    return held


def _rows(database: sqlite3.Connection, table: str) -> list[object]:
    columns = [name for _, name, *_ in database.execute(f'PRAGMA table_info("{table}")') if name not in TIMES]
    return database.execute(f'SELECT {", ".join(map(_quoted, columns))} FROM "{table}" ORDER BY 1, 2').fetchall()


def _quoted(name: str) -> str:
    return f'"{name}"'
