from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Travaux, apart


def test_a_document_is_shown_as_people_read_it(travaux: Travaux, built: Path) -> None:
    lines = travaux("show", built, "d2").out.splitlines()
    assert lines[:2] == [
        "2. Telegram From the Foreign Ministry to the Embassy in Moravel",
        "Arven, April 2, 1961",
    ]
    for line in (
        "File number:    210.1/4-261",
        "Handling:       Priority",
        "Drafted by:     Ost",
        "Cleared with:   Treasury",
        "Repeated to:    Sarn",
    ):
        assert line in lines


def test_marks_of_pages_and_notes_stand_at_their_places(travaux: Travaux, built: Path) -> None:
    out = travaux("show", built, "d2").out
    assert "Speak of the customs [Page 12] only if asked. [3 lines of source text not declassified]" in out
    assert "for ten years.”[1]" in out
    assert "\n[1] Approved by the Minister.\n" in out


def test_what_its_date_means_and_how_much_was_withheld_is_told(travaux: Travaux, built: Path) -> None:
    lines = travaux("show", built, "d2").out.splitlines()
    assert "Date (EDTF):    1961-04-02" in lines
    assert "Withheld:       3 lines" in lines
    shown = json.loads(travaux("show", built, "d2", "--json").out)
    assert shown["document"]["when"]["edtf"] == "1961-04-02"
    assert shown["withheld_in_all"] == {
        "passages": 1,
        "in_full": False,
        "units": [{"unit": "lines", "amount": 3.0, "stated": 1, "less_than_one": 0, "amount_not_stated": 0}],
    }


def test_drafts_and_instructions_found_are_shown_with_their_outcome(travaux: Travaux, built: Path) -> None:
    assert "Drafts found here" in travaux("show", built, "d1").out
    out = travaux("show", built, "d2").out
    assert "Instructions found here" in out
    assert "Replace Article I with: “The Parties shall consult together" in out
    assert "    applied, " in out


def test_no_sign_of_a_document_acts_on_the_terminal(travaux: Travaux, built: Path) -> None:
    out = travaux("show", built, "d3").out
    assert r"[bold]prints[/bold] <script>alert(1)</script> and \u009b31m" in out
    assert "\x9b" not in travaux("show", built, "d3", "--json").out


def test_the_same_comes_as_data(travaux: Travaux, built: Path) -> None:
    shown = json.loads(travaux("show", built, "d2", "--json").out)
    assert shown["document"]["source_note"]["drafted_by"] == ["Ost"]
    assert [step["outcome"] for step in shown["instructions"]] == ["applied", "applied"]
    assert [step["operations"][0]["target"] for step in shown["instructions"]] == ["Article I", "Article II"]
    assert shown["drafts"][0]["derived_from"]


def test_letters_that_a_terminal_cannot_show_are_no_trouble(built: Path) -> None:
    said = apart("show", built, "d2", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (said.status, said.err) == (0, "")
    assert r"\u201c" in said.out


def test_how_much_was_withheld_is_told_by_volume_and_in_all(travaux: Travaux, built: Path) -> None:
    lines = travaux("withheld", built).out.splitlines()
    assert lines == ["accord", "  1 document; 1 passage", "  3 lines", "In all", "  1 document; 1 passage", "  3 lines"]
    told = json.loads(travaux("withheld", built, "--json").out)
    assert [volume["volume"] for volume in told["volumes"]] == ["accord"]
    assert told["in_all"]["units"][0]["amount"] == 3
