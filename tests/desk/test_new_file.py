"""What a new file is made of at once is what the migrations make one by one.

TRAVAUX_REWRITE_CASES=1 writes the script anew after a migration was added; the run fails while it is on.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from travaux.desk import file
from travaux.desk.database import new_file, sqlite

pytestmark = pytest.mark.sqlite

SCRIPT = Path(new_file.__file__).with_suffix(".sql")
_MADE = """
    SELECT sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'desk\\_words\\_%' ESCAPE '\\'
    ORDER BY rowid
"""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name"
#: Of the time when a file was made, or drawn for it alone.
_OWN = {"desk_journal": "number, verb, kind, name", "django_migrations": "id, app, name"}


def _script(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(path)) as database:
        for (statement,) in database.execute(_MADE):
            yield f"{statement.strip()};\n"
        for name, value in database.execute("SELECT k, v FROM desk_words_config WHERE k <> 'version' ORDER BY k"):
            yield f"INSERT INTO desk_words (desk_words, rank) VALUES ('{name}', {value});\n"
        for (name,) in database.execute("SELECT name FROM django_migrations ORDER BY id"):
            now = "strftime('%Y-%m-%d %H:%M:%f000', 'now')"
            yield f"INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '{name}', {now});\n"


def _all(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        told = {name: database.execute(f'SELECT {_OWN.get(name, "*")} FROM "{name}"').fetchall()
                for (name,) in database.execute(_TABLES).fetchall()}  # fmt: skip
        made = database.execute(
            "SELECT type, name, tbl_name, rtrim(sql, char(10)) FROM sqlite_master ORDER BY type, name"
        ).fetchall()
        return {**told, "": made}


@pytest.fixture
def migrated(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file made one migration after the other."""
    path = desk.with_name("migrated.travaux")
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "tables_at_once", lambda: False)
        file.create_or_open(path)
    file.close()
    return path


def test_the_script_of_a_new_file_is_what_its_migrations_come_to(migrated: Path) -> None:
    script = "\n".join(_script(migrated))
    if os.environ.get("TRAVAUX_REWRITE_CASES"):
        SCRIPT.write_text(script, encoding="utf-8")
        pytest.fail("The script was written anew: run this without TRAVAUX_REWRITE_CASES.")
    assert SCRIPT.read_text(encoding="utf-8") == script


def test_a_file_made_at_once_is_one_that_migrations_made(migrated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.core.management.call_command", lambda *_, **__: pytest.fail("migrations were run"))
    new = migrated.with_name("new.travaux")
    file.create_or_open(new)
    file.close()
    assert _all(new) == _all(migrated)


def test_with_a_migration_that_the_script_does_not_know_a_file_is_made_one_by_one(
    migrated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, new = migrated.with_name("older.sql"), migrated.with_name("new.travaux")
    older.write_text("".join(SCRIPT.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    monkeypatch.setattr(new_file, "_SCRIPT", older)
    file.create_or_open(new)
    file.close()
    assert _all(new) == _all(migrated)
