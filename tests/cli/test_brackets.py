from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "rolling-text"
READINGS = [EXAMPLE / f"reading-{number}.txt" for number in (1, 2, 3)]


def test_brackets_are_told_with_place_names_and_age(travaux: Travaux) -> None:
    said = travaux("brackets", *READINGS)
    assert said.status == 0
    for words in (
        "15 brackets, 4 of them to fill in",
        "Proposed by: nobody named 10, Estmark 3, Corvany 2, Halvern 2",
        "5. Article 1, paragraph 3, all of it",
        "- Option 2; Corvany; supported by Estmark: “three days”",
        "- Halvern: no words (delete)",
        "1. Article 1, paragraph 1; since March 3, 1964, 192 days, in 3 versions",
        "placeholder-or-word, reading-1",
    ):
        assert words in said.out


def test_the_curve_tells_what_came_and_what_went(travaux: Travaux) -> None:
    out = travaux("brackets", *READINGS).out
    rows = [line.split() for line in out.partition("Over time\n")[2].splitlines()[1:]]
    assert [row[3:7] for row in rows] == [["15", "4", "15", "0"], ["11", "4", "0", "4"], ["2", "1", "0", "9"]]


def test_the_same_is_given_as_data(travaux: Travaux) -> None:
    (text,) = json.loads(travaux("brackets", *READINGS, "--json").out)["texts"]
    assert [point["brackets"] for point in text["curve"]] == [15, 11, 2]
    first = text["versions"][2]["brackets"][0]
    assert first["address"] == "Article 1, paragraph 1"
    assert first["alternatives"][1]["proposers"] == ["Corvany"]
    assert first["since"]["date"] == "1964-03-03"


def test_the_clean_text_names_what_is_open_and_says_so_by_its_status(travaux: Travaux) -> None:
    said = travaux("brackets", "--clean", READINGS[2])
    assert said.status == 1
    assert "enters into force on [placeholder 2: date] and remains" in said.out


def test_a_text_without_brackets_is_clean(travaux: Travaux, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text("Ferry Treaty\n\nArticle 1\n\nIt sails.\n\nArticle 2\n\nFares are free.\n", encoding="utf-8")
    assert travaux("brackets", path).out == "1 text without brackets\n"
    clean = travaux("brackets", "--clean", path)
    assert clean.status == 0
    assert clean.out == "Ferry Treaty\nArticle 1\nIt sails.\nArticle 2\nFares are free.\n"


def test_a_name_given_is_that_of_a_party(travaux: Travaux, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("Ferry Treaty\n\nArticle 1\n\nIt [Halvern: never] sails.\n\nArticle 2\n\nIt rests.\n", "utf-8")
    assert "name-not-known" in travaux("brackets", path).out
    assert "name-not-known" not in travaux("brackets", path, "--party", "Halvern").out


def test_drafts_of_a_negotiation_are_counted_by_instrument(travaux: Travaux, tmp_path: Path) -> None:
    path = tmp_path / "rolling.travaux"
    assert travaux("build", *READINGS, "-o", path).status == 0
    texts = json.loads(travaux("brackets", path, "--json").out)["texts"]
    assert [[point["brackets"] for point in text["curve"]] for text in texts] == [[15, 11, 2]]


def test_a_sign_without_its_fellow_is_told(travaux: Travaux, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("Ferry Treaty\n\nArticle 1\n\nIt [never sails.\n\nArticle 2\n\nIt rests.\n", encoding="utf-8")
    out = travaux("brackets", path).out
    assert "never closes. Add “]” where it ends" in out


def test_no_sign_of_the_words_acts_on_the_terminal(travaux: Travaux, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("Ferry Treaty\n\nArticle 1\n\nIt [\x1b[2Jx] sails.\n\nArticle 2\n\nIt rests.\n", encoding="utf-8")
    assert "\x1b" not in travaux("brackets", path).out
    assert "\x1b" not in travaux("brackets", "--json", path).out
    assert "\x1b" not in travaux("brackets", "--clean", path).out


@pytest.mark.parametrize("name", ["absent.txt", "absent.travaux"])
def test_a_file_that_is_not_there_is_a_mistake(travaux: Travaux, tmp_path: Path, name: str) -> None:
    assert "cannot be read" in travaux("brackets", tmp_path / name).trouble


def test_a_negotiation_beside_texts_is_a_mistake(travaux: Travaux, built: Path) -> None:
    assert "Give it alone" in travaux("brackets", READINGS[0], built).trouble
