"""People, offices and marks from the command line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import papers

from travaux.cli.app import run
from travaux.desk import file, models, shelf
from travaux.desk.access.marking import Level, Marking, written
from travaux.desk.access.viewer import Viewer, viewing
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.verify import verify
from travaux.desk.people.people import person, viewer

PASSWORD = "the old lighthouse"


@pytest.fixture
def ferry(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        assert run(["build", *map(str, papers(tmp_path / "papers")), "-o", str(path)]) == 0
        yield path
        file.close()


def _typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{words}\n"))


def test_a_person_is_added_changed_and_listed(
    ferry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, PASSWORD)
    assert run(["people", str(ferry), "--office", "Legal Adviser", "--party", "Ost", "--list", "department"]) == 0
    added = ["--name", "A. Rook", "--role", "keeper", "--role", "drafter", "--level", "top-secret"]
    assert run(["people", str(ferry), "--add", "rook", *added, "--of", "Legal Adviser", "--known-as", "Anna"]) == 0
    assert run(["people", str(ferry), "--add", "rook", "--level", "secret"]) == 0
    capsys.readouterr()
    assert run(["people", str(ferry)]) == 0
    assert capsys.readouterr().out == "rook  A. Rook: drafter, keeper; Secret; Legal Adviser\n"
    file.open_file(ferry)
    rook = viewer(person("rook"))
    assert (rook.level, rook.lists, rook.names) == (Level.SECRET, frozenset({"department"}), {"Anna", "A. Rook"})
    assert person("rook").password.startswith("argon2$")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--add", "rook", "--role", "king"], "There is no role king. Say one of: reader"),
        (["--add", "rook", "--level", "blue"], "There is no level blue. Say one of: Unclassified"),
        (["--add", "rook", "--list", "all"], "There is no list all. Say one of: limited distribution"),
        (["--add", "rook", "--of", "Nowhere"], "There is no office Nowhere."),
        (["--bar", "rook"], "Nobody is called rook."),
        (["--password", "rook"], "Nobody is called rook."),
    ],
)
def test_what_there_is_none_of_is_told(
    ferry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: list[str], told: str
) -> None:
    _typed(monkeypatch, PASSWORD)
    assert run(["people", str(ferry), *asked]) == 2
    assert told in capsys.readouterr().err


def test_a_password_that_would_be_guessed_is_refused_and_nobody_added(
    ferry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, "password")
    assert run(["people", str(ferry), "--add", "rook"]) == 2
    assert "Choose another password." in capsys.readouterr().err
    file.open_file(ferry)
    assert not models.Person.objects.exists()


def test_people_offices_and_marks_are_taken_from_a_file_as_often_as_one_likes(ferry: Path, tmp_path: Path) -> None:
    taken = tmp_path / "people.toml"
    taken.write_text(
        '[[office]]\nname = "Desk"\nlists = ["department"]\n'
        '[[person]]\nkey = "rook"\nname = "Rook"\noffices = ["Desk"]\n'
        '[[mark]]\ndocument = "1-letter"\nwords = "Fares are free."\nlevel = "secret"\n'
        '[[mark]]\ndocument = "3-later"\nlevel = "top secret"\neyes = ["Rook"]\n',
        encoding="utf-8",
    )
    for _ in range(2):
        assert run(["people", str(ferry), "--take", str(taken)]) == 0
    assert run(["verify", str(ferry)]) == 0
    file.open_file(ferry)
    assert models.Portion.objects.count() == 1
    with viewing(viewer(person("rook"))):
        assert "[portion not shown]" in shelf.document("1-letter").text
        assert [row.ident for row in shelf.rows()] == ["1-letter", "2-doubted"]


@pytest.mark.parametrize(
    "mark",
    [
        'document = "4-absent"\nlevel = "secret"',
        'document = "1-letter"\nlevel = "blue"',
        'document = "1-letter"\nlevel = "secret"\nwords = "No such words."',
    ],
)
def test_of_a_file_with_something_wrong_nothing_is_taken(ferry: Path, tmp_path: Path, mark: str) -> None:
    taken = tmp_path / "people.toml"
    good = '[[mark]]\ndocument = "3-later"\nlevel = "secret"\n'
    people = '[[office]]\nname = "Desk"\n[[person]]\nkey = "rook"\nname = "Rook"\noffices = ["Desk"]\n'
    taken.write_text(f"{people}{good}[[mark]]\n{mark}\n", encoding="utf-8")
    file.open_file(ferry)
    before = JournalEntry.objects.count()
    file.close()
    assert run(["people", str(ferry), "--take", str(taken)]) == 2
    file.open_file(ferry)
    tables = (models.Person, models.Office, models.Marked)
    assert not any(table._base_manager.exists() for table in tables)
    assert JournalEntry.objects.count() == before
    assert shelf.row("3-later").marking.tree == written(Marking())
    assert verify().broken == ()


@pytest.mark.parametrize(
    "words", ["[[person]", '[[person]]\nkey = "a"', '[[mark]]\ndocument = "1-letter"\nlevel = "x"']
)
def test_a_file_that_does_not_tell_of_people_is_refused(
    ferry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    (tmp_path / "people.toml").write_text(words, encoding="utf-8")
    assert run(["people", str(ferry), "--take", str(tmp_path / "people.toml")]) == 2
    assert "people.toml" in capsys.readouterr().err


def test_a_document_and_a_passage_are_marked_and_taken_back(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mark", str(ferry), "2-doubted", "--level", "secret", "--list", "department"]) == 0
    assert run(["mark", str(ferry), "1-letter", "Fares are free.", "--level", "secret", "--eyes-only", "Rook"]) == 0
    capsys.readouterr()
    assert run(["mark", str(ferry), "2-doubted"]) == 0
    assert capsys.readouterr().out == "2-doubted: Secret; No Distribution Outside Department\n"
    assert run(["mark", str(ferry), "1-letter"]) == 0
    assert "1. characters" in capsys.readouterr().out
    assert run(["mark", str(ferry), "--take-back", "1"]) == 0
    assert run(["mark", str(ferry), "--take-back", "1"]) == 2
    assert run(["verify", str(ferry)]) == 0
    file.open_file(ferry)
    with viewing(Viewer(key="rook")):
        assert [row.ident for row in shelf.rows()] == ["1-letter", "3-later"]
        assert "Fares are free." in shelf.document("1-letter").text


def _serve(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", "from travaux.cli import main; main()"]
    command = [*program, "serve", str(path), "--office", "--port", "0"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")} | environment
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_an_office_that_does_not_say_what_it_must_is_not_served(ferry: Path) -> None:
    key = {"TRAVAUX_SECRET_KEY": "".join(map(chr, range(40, 120)))}
    for environment, told in (
        ({}, "An office needs a secret key of at least 50 characters."),
        ({"TRAVAUX_SECRET_KEY": "a" * 60}, "An office needs a secret key"),
        ({"TRAVAUX_SECRET_KEY_FILE": "/nowhere/key"}, "The secret key cannot be read"),
        (key, "An office says under which names it is reached."),
        (key | {"TRAVAUX_HOSTS": "*"}, "An office says under which names it is reached."),
        (key | {"TRAVAUX_HOSTS": "a.example"}, "Nobody can log in to this file yet."),
    ):
        answer = _serve(ferry, **environment)
        assert (answer.returncode, told in answer.stderr) == (2, True), answer.stderr


def test_only_an_office_is_reached_from_elsewhere(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", str(ferry), "--host", "0.0.0.0", "--no-browser"]) == 2
    assert "Only an office is reached from elsewhere." in capsys.readouterr().err


def test_no_setting_from_outside_has_an_office_served_without_login(ferry: Path) -> None:
    answer = _serve(ferry, DJANGO_SETTINGS_MODULE="travaux.desk.settings")
    assert answer.returncode == 2
    assert "An office needs a secret key" in answer.stderr
