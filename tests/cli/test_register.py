"""`travaux register` says who is who, and `travaux show` who is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

LETTER = """7. Letter From Pell to Ash

Arven, May 2, 1961.

Dear Ash: Astley told the GOC so. Kerrow knows.
"""
LISTS = """Persons

Astley, Colm, Consul in Sarn until April 1961; thereafter Counselor of Embassy in Corvany

Kerrow, Ada, Minister of Justice

Kerrow, Tobias, Attaché

Abbreviations

GOC, Government of Corvany
"""


@pytest.fixture
def listed(travaux: Travaux, tmp_path: Path) -> Path:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "lists.txt").write_text(LISTS, encoding="utf-8")
    path = tmp_path / "listed.travaux"
    assert travaux("build", tmp_path / "letter.txt", tmp_path / "lists.txt", "-o", path).status == 0
    return path


def test_a_document_tells_who_is_named_with_the_office_on_its_date(travaux: Travaux, listed: Path) -> None:
    out = travaux("show", listed, "7").out
    named = out[out.index("Named here") :].splitlines()
    assert named == [
        "Named here",
        "  Astley, Colm, Counselor of Embassy in Corvany (1 mention)",
        "  GOC: Government of Corvany (1 mention)",
        "  not decided: Kerrow, Ada or Kerrow, Tobias (1 mention)",
    ]


def test_the_same_as_data_says_by_which_rule_and_how_sure(travaux: Travaux, listed: Path) -> None:
    named = json.loads(travaux("show", listed, "7", "--json").out)["named"]
    astley, goc, kerrow = named
    assert astley["id"] == "lists/p1"
    assert [(office["title"], office["held"]) for office in astley["offices_on_date"]] == [
        ("Counselor of Embassy in Corvany", "yes")
    ]
    assert (astley["mentions"][0]["rule"], astley["mentions"][0]["sure"]) == ("surname", "certain")
    assert goc["meaning"] == "Government of Corvany"
    assert [each["name"] for each in kerrow["may_be"]] == ["Kerrow, Ada", "Kerrow, Tobias"]
    assert kerrow["mentions"][0]["sure"] == "ambiguous"


def test_a_person_is_told_with_offices_over_time_and_documents(travaux: Travaux, listed: Path) -> None:
    assert travaux("register", listed, "astley").out.splitlines() == [
        "Astley, Colm",
        "  lists: Astley, Colm, Consul in Sarn until April 1961; thereafter Counselor of Embassy in Corvany",
        "    also written: Colm Astley",
        "    ../1961-04  Consul in Sarn",
        "    1961-04/..  Counselor of Embassy in Corvany",
        "  1 mention in 1 document",
        "    letter  May 2, 1961  Letter From Pell to Ash (1)",
    ]


def test_without_a_name_the_registers_are_told(travaux: Travaux, listed: Path) -> None:
    assert travaux("register", listed).out == "lists: 3 persons, 1 abbreviation\n"
    assert travaux("register", listed, "--kind", "person").out == "lists: 3 persons\n"


def test_a_build_reports_what_is_listed_also_where_there_is_nothing_else(travaux: Travaux, tmp_path: Path) -> None:
    (tmp_path / "lists.txt").write_text(LISTS, encoding="utf-8")
    said = travaux("build", tmp_path / "lists.txt", "-o", tmp_path / "lists.travaux")
    assert "Read 1 file: 0 new documents." in said.out
    assert "Listed in 1 source: 3 persons and 1 abbreviation" in said.out
    assert travaux("register", tmp_path / "lists.travaux").status == 0


def test_entries_as_data(travaux: Travaux, listed: Path) -> None:
    told = json.loads(travaux("register", listed, "GOC", "--json").out)
    (entry,) = told["entries"]
    assert (entry["kind"], entry["mentions"], entry["documents"]) == ("abbreviation", 1, 1)
    assert entry["listed"][0]["entry"]["meaning"] == "Government of Corvany"


def test_a_name_that_nobody_has_is_a_mistake_of_one_line(travaux: Travaux, listed: Path, built: Path) -> None:
    said = travaux("register", listed, "Nobody")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert "Nothing in the registers is called Nobody." in said.err
    assert travaux("register", built).out == "No source in this file lists persons or abbreviations.\n"
