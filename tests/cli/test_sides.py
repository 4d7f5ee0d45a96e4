"""`travaux sides`: as lines, as data, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Travaux

CASES = Path(__file__).resolve().parents[1] / "cases" / "compare" / "sides"
COLLIDING = tuple(CASES / "two_words_for_one_collide" / f"{name}.txt" for name in ("common", "one", "other"))
TOGETHER = tuple(
    CASES / "changes_in_different_places_go_together" / f"{name}.txt" for name in ("common", "one", "other")
)
RENUMBERED = tuple(CASES / "one_renumbers_and_the_other_rewords" / f"{name}.txt" for name in ("common", "one", "other"))


def test_collisions_are_told_with_the_words_of_each_side(travaux: Travaux) -> None:
    said = travaux("sides", *COLLIDING, "--side", "Morven", "--side", "Skerry")

    assert said.status == 1
    assert "1 provision in collision" in said.out
    assert "they collide on “daily”" in said.out
    assert "Morven: “weekly”" in said.out
    assert "Skerry: “monthly”" in said.out


def test_changes_that_go_together_are_shown_together(travaux: Travaux) -> None:
    said = travaux("sides", *TOGETHER)

    assert said.status == 0
    assert "together\n    The old ferry shall run weekly in every season of the year." in said.out
    assert "Article 2" not in said.out
    assert "Article 2: untouched" in travaux("sides", "--all", *TOGETHER).out


def test_an_article_under_another_number_is_told_so(travaux: Travaux) -> None:
    said = travaux("sides", *RENUMBERED, "--side", "Morven", "--side", "Skerry")

    assert "Article 2: changed by one side" in said.out
    assert "Morven: unchanged (is Article 3)" in said.out
    assert "Morven: added as Article 2" in said.out


def test_sides_are_given_as_data(travaux: Travaux) -> None:
    told = json.loads(travaux("sides", "--json", *COLLIDING).out)
    (held,) = [each for each in told["provisions"] if each["fate"] == "colliding"]

    assert told["collisions"] == 1
    assert [reading["words"] for reading in held["collisions"][0]["readings"]] == ["weekly", "monthly"]


def test_one_draft_alone_is_refused(travaux: Travaux) -> None:
    assert "Two drafts at least" in travaux("sides", *COLLIDING[:2]).trouble
