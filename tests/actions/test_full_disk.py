"""A disk of PostgreSQL that is full, before an action or in the middle of it: told, nothing lost, no half of a change.

That of a file is in `test_killing`. Run with `--database postgresql`.
"""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import papers

from travaux.actions.build import build
from travaux.actions.mark import mark
from travaux.actions.remark import remark
from travaux.cli.app import run
from travaux.desk import file, models, remarks, shelf
from travaux.desk.access.marking import Level, Marking
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.verify import verify
from travaux.errors import FullDisk

pytestmark = pytest.mark.postgresql

DRAFT = "1-letter/draft"
#: What the server answers where it can write no more, at the moment when a row comes to a table.
FULL = """
    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$
"""


@pytest.fixture
def filled(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A database with the three papers and a remark."""
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        file.create_or_open(path)
        build(papers(tmp_path / "papers"), out=path)
        file.open_file(path)
        remark(DRAFT, "Article 1", "Usual.")
        yield path
        file.close()


def _state() -> tuple[object, ...]:
    """All that there is, as far as an action here may change it."""
    tables = (models.Remark, models.Marked, models.Marking, models.Document, models.Draft, models.Step, JournalEntry)
    counts = tuple(table._base_manager.count() for table in tables)
    return *counts, sorted(models.Document._base_manager.values_list("ident", "marking__tree"))


def _statement(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = off")
        cursor.execute(words)


@pytest.fixture
def small_disk(filled: Path) -> Iterator[Path]:
    """A disk of four million bytes, on which the server keeps the remarks."""
    with tempfile.TemporaryDirectory(prefix="travaux-disk-") as folder:
        os.chmod(folder, 0o755)
        disk = Path(folder) / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True).returncode:
            pytest.skip("only root mounts a disk")
        try:
            with connection.cursor() as cursor:
                cursor.execute("SHOW data_directory")
                owner = os.stat(cursor.fetchone()[0])
            os.chown(disk, owner.st_uid, owner.st_gid)
            _statement(f"CREATE TABLESPACE small LOCATION '{disk}'")
            _statement("ALTER TABLE desk_remark SET TABLESPACE small")
            yield disk
            _statement("ALTER TABLE desk_remark SET TABLESPACE pg_default")
            _statement("DROP TABLESPACE small")
        finally:
            subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_disk_without_room_is_told_and_loses_nothing(small_disk: Path) -> None:
    before = _state()
    # No server packs these into less.
    words = f"{random.Random(1958).getrandbits(48_000_000):x}"
    with pytest.raises(FullDisk, match="what was stored before stays"):
        remark(DRAFT, "Article 1", words)
    assert _state() == before
    assert verify().broken == ()
    remark(DRAFT, "Article 1", "Unusual.")
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    remark(DRAFT, "Article 1", words)
    assert [len(each.words) for each in remarks.of(DRAFT)] == [len("Usual."), len("Unusual."), len(words)]
    assert verify().broken == ()


@pytest.mark.parametrize("table", ["desk_remark", "desk_journal"])
def test_an_edit_in_the_middle_of_which_the_disk_is_full_changes_nothing(filled: Path, table: str) -> None:
    before = _state()
    _statement(FULL)
    _statement(f"CREATE TRIGGER full_disk AFTER INSERT ON {table} EXECUTE FUNCTION full_disk()")
    with pytest.raises(FullDisk, match="what was stored before stays"):
        remark(DRAFT, "Article 1", "Unusual.")
    assert _state() == before
    assert verify().broken == ()
    _statement(f"DROP TRIGGER full_disk ON {table}")
    remark(DRAFT, "Article 1", "Unusual.")
    assert verify().broken == ()


@pytest.mark.parametrize("table", ["desk_marking", "desk_marked", "desk_journal"])
def test_a_marking_in_the_middle_of_which_the_disk_is_full_changes_nothing(filled: Path, table: str) -> None:
    before = _state()
    _statement(FULL)
    _statement(f"CREATE TRIGGER full_disk AFTER INSERT ON {table} EXECUTE FUNCTION full_disk()")
    with pytest.raises(FullDisk):
        mark("1-letter", Marking(Level.SECRET))
    assert _state() == before
    assert verify().broken == ()


@pytest.mark.parametrize("table", ["desk_document", "desk_words", "desk_draft", "desk_journal"])
def test_a_build_in_the_middle_of_which_the_disk_is_full_keeps_what_was_in(
    filled: Path, table: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = tmp_path / "4-more.txt"
    more.write_text(
        "Treaty on Ferries\n\nArticle 1\n\nA ferry runs.\n\nArticle 2\n\nFares are free.\n", encoding="utf-8"
    )
    _statement(FULL)
    _statement(f"CREATE TRIGGER full_disk AFTER INSERT ON {table} EXECUTE FUNCTION full_disk()")
    file.close()
    assert run(["build", str(more), "-o", str(filled)]) == 2
    assert "The disk of the database is full; what was stored before stays." in capsys.readouterr().err
    file.open_file(filled)
    assert verify().broken == ()
    assert {"1-letter", "2-doubted", "3-later"} <= {row.ident for row in shelf.rows()}
    _statement(f"DROP TRIGGER full_disk ON {table}")
    file.close()
    assert run(["build", str(more), "-o", str(filled)]) == 0
    file.open_file(filled)
    assert verify().broken == ()
    assert {row.ident for row in shelf.rows()} == {"1-letter", "2-doubted", "3-later", "4-more"}
