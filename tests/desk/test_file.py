from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from tests.desk.keeping import kept, letter

from travaux.desk import file, shelf
from travaux.desk.database import sqlite
from travaux.errors import FileTrouble, NewerFile


def _set(path: Path, pragma: str) -> None:
    database = sqlite3.connect(path)
    database.execute(pragma)
    database.close()


@pytest.mark.sqlite
def test_a_new_file_says_what_it_is_and_which_format_it_has(desk: Path) -> None:
    file.close()
    database = sqlite3.connect(desk)
    assert database.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)
    assert database.execute("PRAGMA user_version").fetchone() == (file.FORMAT,)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()


def test_closing_leaves_nothing_beside_the_file(desk: Path) -> None:
    file.close()
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


def test_opening_an_up_to_date_file_runs_no_migration(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.close()
    monkeypatch.setattr(file, "_bring_up_to_date", lambda: pytest.fail("it was brought up to date again"))
    file.create_or_open(desk)
    assert shelf.overview().documents == 0


def test_a_file_that_was_opened_for_reading_takes_no_writing(desk: Path) -> None:
    file.close()
    file.open_file(desk)
    with pytest.raises(DatabaseError):
        kept([letter(1)])


@pytest.mark.sqlite
def test_a_file_half_made_is_finished_by_the_next_build(desk: Path) -> None:
    file.close()
    _set(desk, "PRAGMA user_version = 0")
    with pytest.raises(FileTrouble, match="nothing in this file yet"):
        file.open_file(desk)
    file.create_or_open(desk)
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA user_version").fetchone() == (file.FORMAT,)


@pytest.mark.parametrize("opening", [file.open_file, file.create_or_open])
class TestWhatCannotBeOpened:
    @pytest.mark.sqlite
    def test_a_newer_file(self, desk: Path, opening: Callable[[Path], None]) -> None:
        file.close()
        _set(desk, f"PRAGMA user_version = {file.FORMAT + 1}")
        with pytest.raises(NewerFile, match="Update Travaux"):
            opening(desk)

    def test_bytes_that_are_no_database(self, desk: Path, opening: Callable[[Path], None]) -> None:
        other = desk.with_name("other.travaux")
        other.write_bytes(bytes(range(256)) * 40)
        with pytest.raises(FileTrouble, match="not a Travaux file"):
            opening(other)
        assert other.read_bytes() == bytes(range(256)) * 40

    def test_a_database_of_another_program(self, desk: Path, opening: Callable[[Path], None]) -> None:
        other = desk.with_name("other.travaux")
        _set(other, "CREATE TABLE notes (words)")
        with pytest.raises(FileTrouble, match="not a Travaux file"):
            opening(other)

    def test_a_folder(self, desk: Path, opening: Callable[[Path], None]) -> None:
        with pytest.raises(FileTrouble):
            opening(desk.parent)


def test_a_missing_file_is_told_with_the_way_to_make_it(desk: Path) -> None:
    with pytest.raises(FileTrouble, match="travaux build"):
        file.open_file(desk.with_name("none.travaux"))


def test_a_path_with_signs_that_mean_something_in_an_address_is_opened(desk: Path) -> None:
    path = desk.with_name("50% of a?b#c :memory: mode=memory é.travaux")
    file.create_or_open(path)
    file.close()
    assert path.stat().st_size
    file.open_file(path)
    assert shelf.overview().documents == 0
