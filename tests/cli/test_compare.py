from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

FERRY = "The ferry shall run daily between the two shores."
FARES = "No fare shall be taken from children or from soldiers in uniform."
DOGS = "Dogs stay on the lower deck and are held on a leash at all times."


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """A treaty, and a version with an article put in, a word exchanged and a capital."""
    before = ["Ferry Treaty", "Article 1", FERRY, "Article 2", FARES]
    after = [
        "Ferry Treaty", "Article 1", FERRY.replace("daily", "weekly"),
        "Article 2", DOGS, "Article 3", FARES.replace("soldiers", "Soldiers"),
    ]  # fmt: skip
    paths = (tmp_path / "before.txt", tmp_path / "after.txt")
    for path, lines in zip(paths, (before, after), strict=True):
        path.write_text("\n\n".join(["Dear Anna: We propose:", *lines]), "utf-8")
    return paths


def test_what_became_of_provisions_and_every_changed_word_is_printed(
    travaux: Travaux, texts: tuple[Path, Path]
) -> None:
    out = travaux("compare", *texts).out

    assert "Provisions: 2 kept, 1 renumbered, 1 inserted" in out
    assert "Words: 2 deleted, 19 inserted" in out
    assert "The ferry shall run [-daily-]{+weekly+} between the two shores." in out
    assert "Article 3: was Article 2" in out
    assert "[-soldiers-]{+Soldiers+}" in out
    assert "Title" not in out


def test_form_is_left_out_when_asked(travaux: Travaux, texts: tuple[Path, Path]) -> None:
    out = travaux("compare", *texts, "--substance").out

    assert "Words: 1 deleted, 18 inserted" in out
    assert "1 change of form alone left out" in out
    assert "from Soldiers in uniform" in out


def test_unchanged_provisions_are_printed_when_asked(travaux: Travaux, texts: tuple[Path, Path]) -> None:
    assert "\nTitle\n  Ferry Treaty\n" in travaux("compare", *texts, "--all").out


def test_the_redline_is_written_as_a_page_without_a_script(
    travaux: Travaux, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "redline.html"
    travaux("compare", *texts, "-o", out)
    page = out.read_text("utf-8")

    assert "<del>daily</del><ins>weekly</ins>" in page
    assert "before/draft" in page and "after/draft" in page
    assert "<script" not in page


def test_the_same_comes_as_data(travaux: Travaux, texts: tuple[Path, Path]) -> None:
    told = json.loads(travaux("compare", *texts, "--json").out)

    assert told["words"] == {"deleted": 2, "inserted": 19, "moved": 0}
    assert [(each["before"], each["after"], each["fates"]) for each in told["provisions"]] == [
        ("Title", "Title", ["kept"]),
        ("Article 1", "Article 1", ["kept"]),
        (None, "Article 2", ["inserted"]),
        ("Article 2", "Article 3", ["renumbered"]),
    ]
    spans = [span for each in told["provisions"] for line in each["lines"] for span in line]
    assert {span["manner"] for span in spans} == {None, "number", "form"}
