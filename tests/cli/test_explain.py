from __future__ import annotations

import io
import json

import pytest
from tests.cli.conftest import Travaux

DOUBTED = "Galley proof: In Article IX, we propose to replace “twice” with “thrice”."


def test_an_instruction_is_told_step_by_step(travaux: Travaux) -> None:
    said = travaux("explain", "Article VI - Kindly and gladly substitute “Naval vessels may call.”")
    assert said.status == 0
    for words in (
        "place                 Article VI",
        "word of change        substitute",
        "wording               “Naval vessels may call.”",
        "not understood        gladly",
        "by the rule “put” of the telegraphic grammar",
        "Replace Article VI with: “Naval vessels may call.”",
        "Its standing: instructed",
    ):
        assert words in said.out


def test_doubts_and_the_words_that_say_how_it_stands_are_told(travaux: Travaux) -> None:
    out = travaux("explain", DOUBTED).out
    assert "Its standing: proposed, by the words “propose”" in out
    assert "In doubt, lead-not-understood" in out


def test_what_orders_nothing_is_said_to(travaux: Travaux) -> None:
    said = travaux("explain", "The drafters are to revise Article V in the sense discussed.")
    assert said.status == 0
    assert "It orders nothing that is understood." in said.out
    assert "not-understood: This speaks of a change" in said.out


def test_the_same_is_given_as_data(travaux: Travaux) -> None:
    told = json.loads(travaux("explain", DOUBTED, "--json").out)
    (instruction,) = told["instructions"]
    assert instruction["operations"][0]["operation"] == "SubstituteWords"
    assert instruction["because_of"] == "propose"
    assert [doubt["code"] for doubt in instruction["doubts"]] == ["lead-not-understood"]
    assert told["passages"][0]["clauses"][0]["dialect"] == "telegraphic"


def test_words_come_from_standard_input(travaux: Travaux, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Article IX.\n\nDelete it.\n\nDelete Article X."))
    assert "Delete Article X." in travaux("explain", "-").out


@pytest.mark.parametrize("words", ["", "  \n"])
def test_no_words_are_a_mistake(travaux: Travaux, words: str) -> None:
    assert "There are no words to explain." in travaux("explain", words).trouble


def test_no_sign_of_the_words_acts_on_the_terminal(travaux: Travaux) -> None:
    assert "\x1b" not in travaux("explain", "Delete \x1b[2JArticle V.").out
