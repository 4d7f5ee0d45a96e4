from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

CASES = Path(__file__).resolve().parent.parent / "cases" / "references"


@pytest.fixture
def lake(travaux: Travaux, tmp_path: Path) -> Path:
    path = tmp_path / "lake.travaux"
    assert travaux("build", CASES / "telegrams_of_a_mission" / "input.xml", "-o", path).status == 0
    return path


def test_a_document_is_shown_with_what_it_refers_to_and_who_cites_it(travaux: Travaux, lake: Path) -> None:
    out = travaux("show", lake, "d2").out
    assert "  “Deptel 88”  lake1961v02/d4, certain: same number, to Ruritania, twelve days before\n" in out
    assert "  “Embtel 290”  telegram 290 from Ruritania: not in this library" in out
    assert "\nCited by\n  lake1961v02/d3  March 9, 1961, as “Your 312”, probable\n" in out


def test_references_come_as_data(travaux: Travaux, lake: Path) -> None:
    shown = json.loads(travaux("show", lake, "d2", "--json").out)
    first = shown["refers_to"][0]
    assert (first["words"], first["document"], first["confidence"]) == ("Deptel 88", "lake1961v02/d4", "certain")
    assert shown["cited_by"][0]["at"]["document"] == "lake1961v02/d3"


def test_absent_documents_are_listed(travaux: Travaux, lake: Path) -> None:
    lines = travaux("references", lake, "--limit", "2").out.splitlines()
    total = int(lines[0].split()[0])
    assert lines[0].endswith(f"cited and not in {lake}")
    assert lines[-1] == f"  … and {total - 2} more: --limit N"
    data = json.loads(travaux("references", lake, "--json").out)
    assert data["total"] == total == len(data["absent"])
    assert "telegram 315 from Ruritania" in {each["name"] for each in data["absent"]}


def test_a_file_is_brought_up_to_date_by_building_again(travaux: Travaux, lake: Path) -> None:
    before = travaux("show", lake, "d2").out
    assert travaux("build", CASES / "telegrams_of_a_mission" / "input.xml", "-o", lake).status == 0
    assert travaux("show", lake, "d2").out == before
