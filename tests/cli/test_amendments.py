from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

BEFORE = ["Ferry Treaty", "Article 1", "The ferry runs daily.", "Article 2", "Fares are free."]
AFTER = ["Ferry Treaty", "Article 1", "The ferry runs weekly.", "Article 2", "Fares are free."]
ITEM = "In the first paragraph of Article 1, the word “daily” shall be replaced by the word “weekly”."


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a treaty, each in a letter of its own."""
    paths = (tmp_path / "before.txt", tmp_path / "after.txt")
    for path, lines in zip(paths, (BEFORE, AFTER), strict=True):
        path.write_text("\n\n".join(["Dear Anna: We propose:", *lines]), "utf-8")
    return paths


def test_the_amendments_between_two_files_are_written_as_items(travaux: Travaux, texts: tuple[Path, Path]) -> None:
    assert travaux("amendments", *texts).out == f"Amendments to the Ferry Treaty\n1. {ITEM}\n"


def test_the_same_comes_as_data(travaux: Travaux, texts: tuple[Path, Path]) -> None:
    told = json.loads(travaux("amendments", *texts, "--json").out)

    assert told["exact"] is True
    assert [(item["words"], item["operation"]) for item in told["items"]] == [(ITEM, "SubstituteWords")]
    assert (told["before"]["id"], told["after"]["id"]) == ("before/draft", "after/draft")


def test_a_draft_against_itself_needs_none(travaux: Travaux, texts: tuple[Path, Path]) -> None:
    assert travaux("amendments", texts[0], texts[0]).out == "The two drafts say the same.\n"


def test_drafts_of_a_file_are_named_by_their_ids(travaux: Travaux, built: Path) -> None:
    shown = json.loads(travaux("show", built, "d1", "--json").out)
    first = shown["drafts"][0]["id"]
    later = json.loads(travaux("history", built, "Article I", "--json").out)["texts"][0]["versions"][-1]["draft"]["id"]

    assert travaux("amendments", first, later, "--in", built).out.startswith("Amendments to the ")
    assert "no draft" in travaux("amendments", first, "nowhere", "--in", built).trouble


def test_a_file_without_a_draft_is_told(travaux: Travaux, texts: tuple[Path, Path], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna: Nothing new.", "utf-8")

    assert "It holds 0 drafts" in travaux("amendments", texts[0], letter).trouble
    assert "missing.txt" in travaux("amendments", texts[0], tmp_path / "missing.txt").trouble
