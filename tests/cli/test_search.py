from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux, apart


def test_the_documents_that_hold_the_words_are_printed(travaux: Travaux, built: Path) -> None:
    out = travaux("search", built, "roads", "harbor").out
    assert out.startswith("Searched for all of: roads, harbor.\n")
    assert "accord/d2  " in out
    assert "April 2, 1961" in out
    assert out.endswith("1 document.\n")


def test_words_in_quotes_of_their_own_stand_together(travaux: Travaux, built: Path) -> None:
    assert "1 document." in travaux("search", built, '"the roads"').out
    assert "No document" in travaux("search", built, '"roads the"').out
    assert "1 document." in travaux("search", built, "roads the").out


@pytest.mark.parametrize("query", ["road* NEAR/30 harbor", "harbor OR nowhere", "harbor NOT nowhere", "(harbor)"])
def test_a_query_is_one_argument_or_several(travaux: Travaux, built: Path, query: str) -> None:
    assert "accord/d2" in travaux("search", built, query).out
    assert "accord/d2" in travaux("search", built, *query.split()).out


@pytest.mark.parametrize(
    "limits",
    [
        ("--kind", "telegram"),
        ("--from", "1961-04", "--to", "1961-04"),
        ("--actor", "foreign ministry"),
        ("--sender", "Foreign Ministry"),
        ("--recipient", "Embassy in Moravel"),
        ("--volume", "accord", "--withheld"),
    ],
)
def test_a_search_is_narrowed_with_words_and_without(travaux: Travaux, built: Path, limits: tuple[str, ...]) -> None:
    assert "accord/d2" in travaux("search", built, "the", *limits).out
    assert "accord/d1 " not in travaux("search", built, *limits).out


def test_a_class_is_written_as_people_do(travaux: Travaux, built: Path) -> None:
    said = travaux("search", built, "the", "--classification", "Top Secret")
    assert "No document has the classification top-secret." in said.out


def test_a_page_says_which_it_is_and_what_it_can_be_narrowed_by(travaux: Travaux, built: Path) -> None:
    first = travaux("search", built, "the", "--limit", "1").out
    assert "--kind" in first
    assert "telegram (2)" in first
    assert first.endswith("3 documents, page 1 of 3. The next: --page 2\n")
    assert travaux("search", built, "the", "--limit", "1", "--page", "9").out.endswith("3 documents, page 3 of 3.\n")


def test_by_date_the_earliest_is_first(travaux: Travaux, built: Path) -> None:
    out = travaux("search", built, "the", "--order", "date").out
    assert out.index("accord/d1  ") < out.index("accord/d2  ") < out.index("accord/d3  ")


def test_the_same_comes_as_data(travaux: Travaux, built: Path) -> None:
    found = json.loads(travaux("search", built, "roads harbor ((", "--json").out)
    assert found["searched_for"] == "all of: roads, harbor"
    assert found["remarks"]
    assert (found["total"], found["page"], found["pages"]) == (1, 1, 1)
    (document,) = found["documents"]
    assert document["id"] == "accord/d2"
    assert document["snippet"]["at"]["document"] == "accord/d2"
    assert {"words": "harbor", "matched": True} in document["snippet"]["parts"]
    assert found["facets"]["kind"]["values"] == [{"value": "telegram", "documents": 1}]


def test_a_snippet_is_harmless(travaux: Travaux, built: Path) -> None:
    out = travaux("search", built, "columns").out
    assert r"[bold]prints[/bold]" in out
    assert "\x9b" not in out
    assert "\x9b" not in travaux("search", built, "columns", "--json").out


@pytest.mark.parametrize("signs", ['"', "AND", "*", "NEAR(", "\x1b[2J \u202e", "((((", "NOT NOT x"])
def test_signs_are_no_trouble(travaux: Travaux, built: Path, signs: str) -> None:
    said = travaux("search", built, "harbor", signs)
    assert (said.status, said.err) == (0, "")
    assert "\x1b" not in said.out


def test_what_was_left_out_of_the_query_is_told(travaux: Travaux, built: Path) -> None:
    assert "Left out, as there is no letter or figure in it: ***" in travaux("search", built, "harbor ***").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "nothing to look for"),
        (("harbor", "--from", "soon"), "1958-09-29"),
        (("harbor", "--kind", "postcard"), "telegram"),
        (("harbor", "--page", "0"), "--page"),
    ],
)
def test_a_mistake_is_told_in_one_line(travaux: Travaux, built: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in travaux("search", built, *arguments).trouble


def test_the_program_itself_searches(built: Path) -> None:
    said = apart("search", built, "roads NEAR harbor", "--kind", "telegram")
    assert (said.status, said.err) == (0, "")
    assert "Searched for roads near harbor; telegram." in said.out
