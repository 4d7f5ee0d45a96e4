"""Whether anything is left to finish is looked up once, and again when anything came in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from tests.actions.test_link import letter, volume

from travaux.actions.build import build
from travaux.actions.remark import remark
from travaux.desk import file, finished, models, shelf
from travaux.desk.journal.verify import verify
from travaux.desk.registers import lookup
from travaux.desk.registers.due import Loan

pytestmark = pytest.mark.usefixtures("unblocked")

ACCORD = Path(__file__).with_name("record") / "accord.xml"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A file with a volume in it."""
    build([ACCORD], out=tmp_path / "library.travaux")
    return tmp_path / "library.travaux"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often it was looked up whether anything is left to link."""
    times: list[str] = []
    due = finished.due

    def counted() -> Iterator[tuple[tuple[Loan, ...], list[int]]]:
        times.append("looked")
        return due()

    monkeypatch.setattr(finished, "due", counted)
    monkeypatch.setattr("travaux.actions.link.due", counted)
    return times


def test_building_again_with_nothing_new_nothing_is_looked_up(out: Path, looked: list[str]) -> None:
    build([ACCORD], out=out)
    assert looked == []


def test_what_came_in_meanwhile_is_looked_up_once(out: Path, looked: list[str]) -> None:
    file.open_file(out)
    (draft, _) = shelf.drafts()
    remark(draft.ident, "Article 1", "Usual.")
    file.close()
    build([ACCORD], out=out)
    assert looked
    looked.clear()
    build([ACCORD], out=out)
    assert looked == []


def test_by_other_rules_it_is_looked_up(out: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finished, "_rules", lambda: "of another version")
    build([ACCORD], out=out)
    assert looked
    file.open_file(out)
    assert [row.rules for row in models.Finished.objects.all()] == ["of another version"]


def test_where_something_is_left_it_is_not_remembered_that_nothing_is(out: Path, tmp_path: Path) -> None:
    build([volume(tmp_path, "one", 1961, person="Astley, John", meaning="Air Command")], out=out)
    file.create_or_open(out)
    assert finished.finished()
    with file.writing_aside(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_linked")
    assert not finished.finished()


def test_what_was_cut_short_is_linked_by_the_next_build(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([volume(tmp_path, "one", 1961, person="Astley, John", meaning="Air Command")], out=out)

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("travaux.actions.link.link", stopped)
        with pytest.raises(KeyboardInterrupt):
            build([letter(tmp_path, 1961)], out=out)
    build([letter(tmp_path, 1961)], out=out)
    file.open_file(out)
    assert lookup.links(shelf.row("letter")).named


def test_it_is_no_part_of_what_the_journal_proves(out: Path, looked: list[str]) -> None:
    file.create_or_open(out)
    assert models.Finished.objects.exists()
    models.Finished.objects.all().delete()
    assert verify().broken == ()
    file.close()
    build([ACCORD], out=out)
    assert looked
