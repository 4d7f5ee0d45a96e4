"""What comes by standard input has a name of its own, which is told."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.cli.app import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane"
LETTER, NOTE = "04-letter.txt", "18-note.txt"


@pytest.fixture
def file_(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock():
        assert run(["build", str(EXAMPLE / "13-telegram-redraft.txt"), "-o", str(tmp_path / "ilvane.travaux")]) == 0
        yield str(tmp_path / "ilvane.travaux")


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have words come by standard input."""

    def stream(words: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words.encode())))

    return stream


def _of(name: str) -> str:
    return (EXAMPLE / name).read_text(encoding="utf-8")


def test_two_texts_are_taken_one_after_the_other_and_the_same_again_is_no_new_one(
    file_: str, given: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    names = []
    for words in (_of(LETTER), _of(NOTE), _of(LETTER)):
        given(words)
        capsys.readouterr()
        assert run(["build", "-", "-o", file_]) == 0
        told = capsys.readouterr().err
        assert told.startswith("travaux: Standard input is taken as stdin-")
        names.append(told.split()[-1].rstrip("."))
    assert names[0] == names[2] != names[1]
    assert run(["show", file_, names[1]]) == 0
    assert capsys.readouterr().out.startswith("18. Note")


def test_it_can_be_given_a_name(file_: str, given: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    given(_of(NOTE))
    assert run(["build", "-", "--as", "note-of-june.txt", "-o", file_]) == 0
    assert "Standard input is taken as note-of-june.txt." in capsys.readouterr().err
    assert run(["show", file_, "note-of-june"]) == 0
    assert run(["build", str(EXAMPLE / NOTE), "--as", "note", "-o", file_]) == 2


def test_a_package_is_opened_revised_and_changed_by_it(
    file_: str, given: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    clear = ["clear", file_, "note", "--by", "T"]
    given("The ferry runs twice a day.")
    assert run([*clear, "--new", "note", "--text", "-", "--route", "LA"]) == 0
    given("The ferry runs three times a day.")
    assert run([*clear, "--revise", "-"]) == 0
    assert run([*clear, "--circulate"]) == 0
    given("The ferry runs four times a day.")
    assert run(["clear", file_, "note", "--by", "LA", "--change", "-"]) == 0
    capsys.readouterr()
    assert run([*clear, "--accept", "1", "--json"]) == 0
    assert "four times a day" in capsys.readouterr().out


def test_words_are_checked_and_drafts_compared_by_it(
    file_: str, given: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    given("The ferry runs twice a day.")
    assert run(["check-authority", file_, "--from", "-"]) == 1
    given((EXAMPLE / "01-convention-1931.txt").read_text(encoding="utf-8"))
    capsys.readouterr()
    assert run(["compare", "-", str(EXAMPLE / "03-standard-form-1957.txt")]) == 0
    assert "Standard input is taken as stdin-" in capsys.readouterr().err
