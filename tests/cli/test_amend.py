from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

ARTICLES = "Ferry Treaty\n\nArticle 1\n\nThe ferry runs daily.\n\nArticle 2\n\nFares are free.\n"
ORDERS = "8. Telegram From the Embassy to the Ministry\n\nRe draft treaty. {}\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return _file(tmp_path / "draft.txt", ARTICLES)


def _file(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def _orders(folder: Path, words: str, name: str = "orders.txt") -> Path:
    return _file(folder / name, ORDERS.format(words))


def test_the_amended_text_and_the_outcome_of_each_instruction_are_printed(
    travaux: Travaux, draft: Path, tmp_path: Path
) -> None:
    said = travaux("amend", draft, _orders(tmp_path, "In Article 1 replace “daily” with “weekly”."))
    assert said.status == 0
    text, _, report = said.out.partition("\n\n")
    assert text == "Ferry Treaty\nArticle 1\nThe ferry runs weekly.\nArticle 2\nFares are free."
    assert report.startswith("1 instruction: 1 applied")
    assert "In Article 1, for “daily” put: “weekly”" in report


def test_instructions_are_taken_in_the_order_of_the_files(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    first = _orders(tmp_path, "In Article 1 replace “daily” with “weekly”.", "b.txt")
    second = _orders(tmp_path, "In Article 1 replace “weekly” with “monthly”.", "a.txt")
    assert "runs monthly." in travaux("amend", draft, first, second).out
    assert travaux("amend", draft, second, first).status == 1


def test_what_was_left_out_is_told_by_the_exit_status(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    said = travaux("amend", draft, _orders(tmp_path, "Delete Article 9."))
    assert said.status == 1
    assert "There is no Article 9 in the draft." in said.out
    assert "The ferry runs daily." in said.out


def test_a_passage_that_is_not_understood_is_told(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    said = travaux("amend", draft, _orders(tmp_path, "The drafters are to revise Article 2 in the sense discussed."))
    assert said.status == 1
    assert "Not understood" in said.out


def test_doubtful_readings_are_applied_once_they_are_accepted(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    orders = _file(tmp_path / "o.txt", "Galley proof: In Article 1, replace “daily” with “weekly”.")
    left = travaux("amend", draft, orders)
    assert (left.status, "runs daily" in left.out) == (1, True)
    accepted = travaux("amend", draft, orders, "--accept")
    assert (accepted.status, "runs weekly" in accepted.out) == (0, True)


def test_a_redline_is_shown_in_place_of_the_text(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    orders = _orders(tmp_path, "In Article 1 replace “daily” with “weekly”.")
    assert "The ferry runs [-daily-]{+weekly+}." in travaux("amend", draft, orders, "--redline").out


def test_the_text_is_written_to_a_file(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    said = travaux("amend", draft, _orders(tmp_path, "Delete Article 2."), "-o", out)
    assert out.read_text(encoding="utf-8") == "Ferry Treaty\nArticle 1\nThe ferry runs daily.\n"
    assert "The ferry runs" not in said.out
    missing = travaux("amend", draft, _orders(tmp_path, "Delete Article 2."), "-o", tmp_path / "no" / "out.txt")
    assert "It cannot be written" in missing.trouble


def test_the_same_is_given_as_data(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    orders = _orders(tmp_path, "In Article 1 replace “daily” with “weekly”. Delete Article 9.")
    told = json.loads(travaux("amend", draft, orders, "--json").out)
    assert "runs weekly" in told["text"]
    assert [step["outcome"] for step in told["instructions"]] == ["applied", "refused"]
    assert told["complete"] is False


@pytest.mark.parametrize(
    ("extract", "order", "text"),
    [
        ("Article 5\n\nThe ferry runs daily.\n\nIt is free.\n", "In Article 5 delete “daily”.", "The ferry runs."),
        (
            "The Parties shall consult together.\n",
            "Replace “consult” with “confer”.",
            "The Parties shall confer together.",
        ),
    ],
)
def test_an_extract_is_amended(travaux: Travaux, tmp_path: Path, extract: str, order: str, text: str) -> None:
    said = travaux("amend", _file(tmp_path / "extract.txt", extract), _file(tmp_path / "order.txt", order))
    assert text in said.out.split("\n")


def test_a_draft_of_a_negotiations_file_is_named_by_its_id(travaux: Travaux, built: Path, tmp_path: Path) -> None:
    orders = _file(tmp_path / "order.txt", "Delete Article II.")
    said = travaux("amend", "accord/d1/tab-a", orders, "--in", built)
    assert "Article I" in said.out
    assert "There is no draft accord/d9." in travaux("amend", "accord/d9", orders, "--in", built).trouble


def test_a_file_without_a_draft_is_refused(travaux: Travaux, tmp_path: Path) -> None:
    orders = _orders(tmp_path, "Delete Article 2.")
    assert "It holds no draft." in travaux("amend", orders, orders).trouble
    assert "cannot be read" in travaux("amend", tmp_path / "none.txt", orders).trouble


def test_a_file_with_several_drafts_is_refused_and_lists_them(travaux: Travaux, tmp_path: Path) -> None:
    tabs = "".join(f"Tab {tab}\n\nDraft {ARTICLES}\n" for tab in "AB")
    letter = _file(tmp_path / "letter.txt", f"Port Ost, March 14, 1961.\n\nDear Anna: Both are attached.\n\n{tabs}")
    trouble = travaux("amend", letter, _orders(tmp_path, "Delete Article 2.")).trouble
    assert "It holds 2 drafts: " in trouble
    assert "--in FILE" in trouble


def test_two_files_of_one_name_are_told_apart(travaux: Travaux, draft: Path, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
    first = _orders(tmp_path / "x", "In Article 1 replace “daily” with “weekly”.")
    second = _orders(tmp_path / "y", "In Article 2 replace “free” with “cheap”.")
    out = travaux("amend", draft, first, second).out
    assert "orders, characters" in out
    assert "orders-2, characters" in out
