from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.actions.ferry import VAGUE, papers
from tests.cli.conftest import Travaux

SAME = """4. Telegram From the Ministry to the Embassy in Vey

Port Ost, April 10, 1961.

14. Re draft treaty. Article 2 should read “Fares are free.”
"""


@pytest.fixture
def ferry(travaux: Travaux, tmp_path: Path) -> Path:
    """A file with an instruction in doubt, one that does not fit, and a passage that is not understood."""
    path, same = tmp_path / "ferry.travaux", tmp_path / "4-same.txt"
    same.write_text(SAME, encoding="utf-8")
    assert travaux("build", *papers(tmp_path / "papers"), same, "-o", path).status == 0
    return path


def test_findings_stand_by_code_and_document_with_their_passages(travaux: Travaux, ferry: Path) -> None:
    out = travaux("check", ferry).out
    assert "1  not-understood (refused)" in out
    section = out[out.index("not-understood (refused): 1") :]
    assert section.split("\n")[1] == "  2-doubted"
    assert f"“{VAGUE}”" in section


def test_the_exit_status_says_whether_anything_is_to_settle(travaux: Travaux, ferry: Path, built: Path) -> None:
    assert travaux("check", ferry).status == 1
    assert travaux("check", built).status == 0


def test_what_was_only_assumed_is_told_and_not_to_settle(travaux: Travaux, ferry: Path) -> None:
    said = travaux("check", ferry, "--code", "already-there")
    assert said.status == 0
    assert "already-there (assumed)" in said.out


def test_findings_are_narrowed_by_document_and_code(travaux: Travaux, ferry: Path) -> None:
    assert "3-later" not in travaux("check", ferry, "--document", "2-doubted").out
    only = travaux("check", ferry, "--document", "2-doubted", "--code", "lead-not-understood")
    assert only.out.startswith("1 finding, 1 to settle")
    assert only.status == 1
    assert travaux("check", ferry, "--document", "1-letter", "--code", "lead-not-understood").status == 0


def test_a_code_or_document_that_is_not_there_is_a_mistake(travaux: Travaux, ferry: Path) -> None:
    assert "not-understood" in travaux("check", ferry, "--code", "nonsense").trouble
    assert "There is no document 9-none." in travaux("check", ferry, "--document", "9-none").trouble


def test_the_same_is_given_as_data(travaux: Travaux, ferry: Path) -> None:
    told = json.loads(travaux("check", ferry, "--json").out)
    assert told["to_settle"] == sum(each["severity"] == "refused" for each in told["findings"])
    (vague,) = [each for each in told["findings"] if each["code"] == "not-understood"]
    assert vague["passage"] == VAGUE
    assert {each["code"] for each in told["codes"]} == {each["code"] for each in told["findings"]}
