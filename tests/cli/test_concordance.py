"""`travaux concordance` and `travaux alternat`: as lines, as data, and their exit status."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Travaux

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "two-languages"
ENGLISH, FRENCH = EXAMPLE / "agreement-en.txt", EXAMPLE / "agreement-fr.txt"


def test_what_does_not_correspond_is_listed_with_both_passages(travaux: Travaux) -> None:
    said = travaux("concordance", ENGLISH, FRENCH)

    assert said.status == 1
    assert "agreement-fr/draft (French)" in said.out
    assert "5 mismatches" in said.out
    assert "twelve (12) stands against dix (10)" in said.out
    assert "agreement-en, characters 889-895  |  agreement-fr" in said.out


def test_a_text_corresponds_with_itself_with_status_0(travaux: Travaux) -> None:
    said = travaux("concordance", "--all", FRENCH, FRENCH)

    assert said.status == 0
    assert "0 mismatches" in said.out
    assert "Un navire en détresse" in said.out


def test_the_concordance_is_given_as_data(travaux: Travaux) -> None:
    told = json.loads(travaux("concordance", "--json", "--languages", "en,fr", ENGLISH, FRENCH).out)

    assert told["languages"] == ["en", "fr"]
    assert told["to_settle"] == 5
    assert {"at": "Article 3, paragraph 3", "other": None}.items() <= next(
        each for each in told["provisions"] if each["other"] is None
    ).items()


def test_languages_that_are_not_known_are_refused(travaux: Travaux) -> None:
    assert "does not name two languages" in travaux("concordance", "--languages", "en,xx", ENGLISH, FRENCH).trouble


def test_the_alternat_is_printed_with_what_was_exchanged(travaux: Travaux) -> None:
    said = travaux("alternat", ENGLISH)

    assert "The Kingdom of Corvany and the Republic of Halvern," in said.out
    assert "Kingdom of Corvany first; exchanged in 8 lines" in said.out


def test_the_alternat_is_written_to_a_file(travaux: Travaux, tmp_path: Path) -> None:
    out = tmp_path / "other.txt"
    said = travaux("alternat", ENGLISH, "-o", out)
    back = travaux("alternat", out)

    assert said.status == 0
    assert out.read_text().startswith("AGREEMENT BETWEEN THE KINGDOM OF CORVANY AND THE REPUBLIC OF HALVERN")
    assert "AGREEMENT BETWEEN THE REPUBLIC OF HALVERN AND THE KINGDOM OF CORVANY" in back.out


def test_the_alternat_is_given_as_data(travaux: Travaux) -> None:
    told = json.loads(travaux("alternat", "--json", ENGLISH).out)

    assert told["first"] == "Kingdom of Corvany"
    assert told["exchanged"][0]["at"] == "Title"


def test_a_text_in_french_needs_the_names_of_its_parties(travaux: Travaux) -> None:
    assert "between which two parties" in travaux("alternat", FRENCH).trouble
