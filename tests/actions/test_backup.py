from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import papers

from travaux.actions.backup import backup, restore
from travaux.actions.build import build
from travaux.actions.remark import remark
from travaux.desk import file, models, remarks, search, shelf
from travaux.desk.journal.verify import verify
from travaux.errors import FileTrouble, FullDisk

DRAFT = "1-letter/draft"


@pytest.fixture
def path(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        build(papers(tmp_path / "papers"), out=path)
        file.open_file(path)
        remark(DRAFT, "Article 1", "Usual.")
        file.close()
        yield path
        file.close()


def _told(path: Path) -> object:
    """All that a person can look up in a file."""
    file.open_file(path)
    try:
        rows = [(row.ident, row.title, row.date, row.tree) for row in models.Document.objects.order_by("id")]
        found = [search.search(words).total for words in ("ferry", "dra*", "twice NEAR day", '"fares are free"')]
        said = [each.words for each in remarks.of(DRAFT)]
        reckoned = verify()
        assert reckoned.broken == ()
        return rows, found, said, shelf.overview(), shelf.proceedings(), reckoned.head
    finally:
        file.close()


def test_a_copy_is_a_whole_file_that_says_the_same(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.travaux"
    assert backup(path, out=copy).broken == ()
    with sqlite3.connect(copy) as database:  # whatever it is a copy of
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert _told(copy) == _told(path)


def test_a_file_is_restored_from_its_copy_and_goes_on(path: Path, tmp_path: Path) -> None:
    copy, again = tmp_path / "copy.travaux", tmp_path / "again.travaux"
    backup(path, out=copy)
    assert restore(copy, out=again).broken == ()
    assert _told(again) == _told(path)
    file.open_file(again)
    number = remark(DRAFT, "Article 2", "Unusual.")
    assert number == 2
    assert verify().broken == ()


def test_nothing_is_written_over(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.travaux"
    backup(path, out=copy)
    before = copy.read_bytes()
    with pytest.raises(FileTrouble, match="a file of that name"):
        backup(path, out=copy)
    with pytest.raises(FileTrouble, match=r"a file of that name|something in this database"):
        restore(copy, out=path)
    assert copy.read_bytes() == before


def test_a_copy_that_is_not_whole_is_not_restored(path: Path, tmp_path: Path) -> None:
    copy, again = tmp_path / "copy.travaux", tmp_path / "again.travaux"
    backup(path, out=copy)
    with sqlite3.connect(copy) as database:
        database.execute("UPDATE desk_document SET title = 'Other'")
    database.close()
    with pytest.raises(FileTrouble, match="not whole"):
        restore(copy, out=again)
    assert not again.exists()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(400), b"nothing"])
def test_what_is_no_copy_is_not_restored(tmp_path: Path, content: bytes, django_db_blocker: DjangoDbBlocker) -> None:
    copy = tmp_path / "copy.travaux"
    copy.write_bytes(content)
    with django_db_blocker.unblock(), pytest.raises(FileTrouble):
        restore(copy, out=tmp_path / "again.travaux")
    assert [each.name for each in tmp_path.iterdir()] == ["copy.travaux"]


def test_a_copy_for_which_there_is_no_room_leaves_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.rename", full)
    with pytest.raises(FullDisk):
        backup(path, out=tmp_path / "copy.travaux")
    assert [each.name for each in tmp_path.iterdir() if "copy" in each.name] == []


@pytest.mark.sqlite
def test_a_copy_is_made_while_somebody_writes(path: Path, tmp_path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE desk_remark SET words = 'Half a change.'")
    assert backup(path, out=tmp_path / "copy.travaux").broken == ()
    other.execute("ROLLBACK")
    other.close()
    shutil.copyfile(tmp_path / "copy.travaux", tmp_path / "moved.travaux")
    assert _told(tmp_path / "moved.travaux") == _told(path)
