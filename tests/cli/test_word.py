"""Drafts handed over as Word files, and the other side's taken in, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.amend.texts import draft_of
from tests.cli.conftest import Travaux
from tests.exchange.test_word_counter import FERRY, ferry, gone, ins
from tests.record.word_files import word_file

from travaux.exchange.paper import Paper
from travaux.exchange.word.file import write
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.tracked import text_of, view

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
REDRAFT, LAST = "13-telegram-redraft/draft", "19-memorandum-of-conversation/amended"


@pytest.fixture
def strait(travaux: Travaux, tmp_path: Path) -> Path:
    """The example negotiation."""
    path = tmp_path / "strait.travaux"
    assert travaux("build", EXAMPLE, "-o", path).status == 0
    return path


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    """A file in which Pell makes fares low."""
    path = tmp_path / "answer.docx"
    path.write_bytes(word_file("".join(ferry("Fares are ", gone("free"), ins("low"), ". Dogs are carried."))))
    return path


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Our draft, as it was exported to be sent."""
    path = tmp_path / "ours.docx"
    path.write_bytes(write(Paper(draft_of("\n".join(FERRY)))))
    return path


def test_a_redline_over_several_drafts_has_the_changes_of_each_of_their_authors(
    travaux: Travaux, strait: Path, tmp_path: Path
) -> None:
    out = tmp_path / "strait.docx"

    assert travaux("export", LAST, "--in", strait, "--against", REDRAFT, "-o", out).status == 0

    text = from_word(out.read_bytes(), name="strait.docx")
    assert text.authors == ("Ministry of External Affairs", "Vasarel", "Proposer not stated")
    ministry = text_of(view(text, frozenset({"Ministry of External Affairs"})))
    assert "six naval vessels" in ministry and "fishing" not in ministry
    assert "fishing" in text_of(view(text, frozenset(text.authors)))
    (said,) = [comment for comment in text.comments if "licensed" in comment.words]
    assert "Reason: Owners have complained of boatmen" in said.words
    assert said.words.endswith("Source: 16-telegram-reply, characters 483-565")


def test_the_redline_comes_back_as_the_operations_that_made_it(travaux: Travaux, strait: Path, tmp_path: Path) -> None:
    out = tmp_path / "strait.docx"
    travaux("export", LAST, "--in", strait, "--against", REDRAFT, "-o", out)

    told = json.loads(travaux("import", out, "--in", strait, "--against", REDRAFT, "--json").out)

    assert told["text"] == json.loads(travaux("export", LAST, "--in", strait, "--as", "json").out)["text"]
    assert told["before"]["id"] == REDRAFT
    assert {one["proposer"] for one in told["orders"]} == {"Ministry of External Affairs", "Vasarel", ""}


def test_an_answer_is_told_change_by_change(travaux: Travaux, answer: Path, ours: Path) -> None:
    said = travaux("import", answer, "--against", ours, "--by", "Corvany")

    assert "counter-proposed by Corvany (Pell)" in said.out
    assert "In Article 2, first paragraph, for “free” put: “low”" in said.out
    assert "To look at" not in said.out


def test_an_answer_in_plain_text_is_compared(travaux: Travaux, tmp_path: Path) -> None:
    ours = EXAMPLE / "03-standard-form-1957.txt"
    theirs = tmp_path / "theirs.txt"
    theirs.write_text(ours.read_text(encoding="utf-8").replace("fifteen years", "nine years"), encoding="utf-8")

    said = travaux("import", theirs, "--against", ours, "--by", "Corvany")

    assert "counter-proposed by Corvany" in said.out
    assert "for “fifteen” put: “nine”" in said.out
    assert "The file has no tracked changes; it was compared with 03-standard-form-1957/draft." in said.out


def test_what_is_kept_is_found_in_the_negotiation(travaux: Travaux, strait: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.docx"
    travaux("export", REDRAFT, "--in", strait, "-o", clean)
    theirs = tmp_path / "theirs.docx"
    theirs.write_bytes(clean.read_bytes())

    said = travaux("import", theirs, "--in", strait, "--against", REDRAFT, "--by", "Corvany", "--keep")

    assert said.status == 0
    assert "From:           Corvany" in travaux("show", strait, "theirs").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--keep",), "It is not said where to keep it. Say --in NEGOTIATION."),
        (("--in", "strait.travaux"), "It is not said which draft it answers."),
        (("--against", "nothing.txt"), "nothing.txt: It cannot be read"),
    ],
)
def test_a_mistake_is_told_with_place_and_cure(
    travaux: Travaux, answer: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert said in travaux("import", answer, *arguments).trouble


def test_a_broken_file_is_told_in_one_line(travaux: Travaux, answer: Path) -> None:
    answer.write_bytes(answer.read_bytes()[:300])

    assert "answer.docx" in travaux("import", answer).trouble
