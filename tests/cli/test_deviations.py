"""`travaux deviations` and `travaux remark`: as lines, as data, and their exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
FORM, DRAFT = EXAMPLE / "03-standard-form-1957.txt", EXAMPLE / "08-memorandum-tab-a.txt"
AIRGRAM = EXAMPLE / "07-airgram.txt"


@pytest.fixture
def ilvane(travaux: Travaux, tmp_path: Path) -> Path:
    path = tmp_path / "ilvane.travaux"
    assert travaux("build", FORM, DRAFT, AIRGRAM, EXAMPLE / "01-convention-1931.txt", "-o", path).status == 0
    return path


def test_departures_are_listed_by_weight_with_their_reasons(travaux: Travaux) -> None:
    said = travaux("deviations", FORM, DRAFT, "--record", AIRGRAM)

    assert said.status == 1
    assert said.out.index("Article X: added, a whole clause") < said.out.index("Article III: changed, what is owed")
    assert "one thousand → eight hundred" in said.out
    assert "because: “Form sets pilotage at one thousand tons." in said.out
    assert "Article XI (Article X of the form): changed" in said.out
    assert "Article IX: (place) is Dunmarch" in said.out


def test_a_text_held_against_itself_departs_nowhere(travaux: Travaux) -> None:
    said = travaux("deviations", FORM, FORM)

    assert said.status == 0
    assert "0 departures without a reason" in said.out


def test_deviations_are_given_as_data(travaux: Travaux) -> None:
    told = json.loads(travaux("deviations", "--json", FORM, DRAFT).out)
    by_name = {clause["at"]: clause for clause in told["clauses"]}

    assert by_name["Article I"]["filled"] == [{"blank": "(name of waters)", "words": "the Strait"}]
    assert by_name["Article XI"]["form_at"] == "Article X"
    assert by_name["Article XI"]["weight"] == "what is owed"


def test_the_words_are_shown_when_asked_for(travaux: Travaux) -> None:
    assert "[-fifteen-]{+twelve+} years" in travaux("deviations", "--redline", FORM, DRAFT).out


def test_a_remark_is_kept_told_and_taken_back(travaux: Travaux, ilvane: Path) -> None:
    drafts = ("03-standard-form-1957/draft", "08-memorandum-tab-a/tab-a", "--in", ilvane)
    kept = travaux("remark", ilvane, drafts[1], "Article V", "The Embassy asked for it.", "--cites", "7")
    assert "Kept as remark 1 on Article V" in kept.out
    assert "because: “The Embassy asked for it.” (07-airgram" in travaux("deviations", *drafts).out

    assert "Remark 1 no longer counts." in travaux("remark", ilvane, "--take-back", "1").out
    assert "The Embassy asked for it." not in travaux("deviations", *drafts).out


def test_a_conflict_cites_the_provision_it_is_with(travaux: Travaux, ilvane: Path) -> None:
    about = (ilvane, "08-memorandum-tab-a/tab-a", "Article VI", "The guardship has its own title.", "--conflict")
    assert "A conflict cites the provision" in travaux("remark", *about).trouble
    assert travaux("remark", *about, "--cites", "01-convention-1931", "--where", "Article II").status == 0

    said = travaux("deviations", "03-standard-form-1957/draft", "08-memorandum-tab-a/tab-a", "--in", ilvane)
    assert "in conflict with 01-convention-1931, characters 353-" in said.out


def test_the_summary_says_what_a_memorandum_begins_with(travaux: Travaux) -> None:
    said = travaux("deviations", FORM, DRAFT, "--record", AIRGRAM)

    assert "The draft follows the standard form in Articles I and IX." in said.out
    assert "It adds Article X." in said.out
    assert "No reason is known for the Preamble and Article V." in said.out


def test_deviations_are_written_as_a_file(travaux: Travaux, tmp_path: Path) -> None:
    out = tmp_path / "memorandum.md"
    assert travaux("deviations", FORM, DRAFT, "--record", AIRGRAM, "-o", out).status == 1

    written = out.read_text()
    assert "It adds Article X." in written
    assert "Form sets fifteen years. (07-airgram, characters 1462-1486)" in written
