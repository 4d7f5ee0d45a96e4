"""`travaux lint`: findings with their passages, as lines and as data, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Travaux

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AGREEMENT = EXAMPLES / "two-languages" / "agreement-en.txt"
CLEAN = EXAMPLES / "strait-of-ilvane" / "21-report-initialed-text.txt"
FORM = EXAMPLES / "strait-of-ilvane" / "03-standard-form-1957.txt"


def test_what_is_to_settle_comes_first_with_its_passage(travaux: Travaux) -> None:
    said = travaux("lint", AGREEMENT)

    assert said.status == 1
    assert "2 findings to settle, 1 to look at" in said.out
    assert said.out.index("Article 4 refers to Article 11") < said.out.index("“salvor” is defined")
    assert "Accounts under Article 11 shall be exchanged" in said.out


def test_a_text_without_findings_ends_with_status_0(travaux: Travaux) -> None:
    said = travaux("lint", CLEAN)

    assert said.status == 0
    assert "0 findings to settle, 0 to look at" in said.out


def test_blanks_of_a_standard_form_are_told_as_data(travaux: Travaux) -> None:
    said = travaux("lint", "--json", FORM)
    told = json.loads(said.out)

    assert told["to_settle"] == 6
    assert {finding["code"] for finding in told["findings"]} == {"to-fill-in"}


def test_a_party_of_the_agreement_named_with_other_is_a_leftover(travaux: Travaux, tmp_path: Path) -> None:
    other = tmp_path / "lorn.txt"
    other.write_text(
        "CONVENTION BETWEEN THE KINGDOM OF LORN AND THE REPUBLIC OF HALVERN\nArticle 1\nIt is free.\n"
        "Article 2\nIt is daily.\n"
    )
    text = tmp_path / "text.txt"
    text.write_text(AGREEMENT.read_text().replace("any port of Halvern or Corvany", "any port of Halvern or Lorn"))

    said = travaux("lint", text, "--other", other)

    assert "Article 2, paragraph 1 has “Lorn”, a party to “CONVENTION BETWEEN" in said.out


def test_a_draft_of_a_file_is_named_by_its_id(travaux: Travaux, built: Path) -> None:
    assert "accord/d1/tab-a: " in travaux("lint", "accord/d1/tab-a", "--in", built).out
    assert "There is no draft accord/d9/draft." in travaux("lint", "accord/d9/draft", "--in", built).trouble


def test_a_file_without_a_draft_is_refused_in_one_line(travaux: Travaux, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("12. Telegram From the Embassy in Corvany to the Ministry\n\n312. Done.\n")

    assert "It holds no draft." in travaux("lint", empty).trouble
