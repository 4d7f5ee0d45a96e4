"""`travaux table`: on the terminal, as data, and as files."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Travaux

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
NAMES = ("08-memorandum-tab-a", "13-telegram-redraft", "14-despatch-comments", "21-report-initialed-text")
TAB_A, REDRAFT, INITIALED = (EXAMPLE / f"{NAMES[place]}.txt" for place in (0, 1, 3))


@pytest.fixture
def ilvane(travaux: Travaux, tmp_path: Path) -> Path:
    path = tmp_path / "ilvane.travaux"
    assert travaux("build", *(EXAMPLE / f"{name}.txt" for name in NAMES), "-o", path).status == 0
    return path


def test_provisions_stand_side_by_side_however_they_are_numbered(travaux: Travaux) -> None:
    said = travaux("table", TAB_A, REDRAFT, "--head", "Ours", "--head", "Theirs", "--changed")

    assert said.status == 0
    assert "Article XI\n  Ours:" in said.out
    assert "  Theirs (Article XII):" in said.out
    assert "[-twelve-]{+eight+} years" in said.out


def test_the_reasons_of_the_record_are_comments(travaux: Travaux, ilvane: Path) -> None:
    names = ("08-memorandum-tab-a/tab-a", "13-telegram-redraft/draft", "21-report-initialed-text/draft")
    said = travaux("table", *names, "--in", ilvane)

    assert "comment: This was not made a condition. (14-despatch-comments, characters" in said.out
    assert "February 12, 1963, 13-telegram-redraft" in said.out


def test_the_table_is_given_as_data(travaux: Travaux) -> None:
    told = json.loads(travaux("table", "--json", TAB_A, REDRAFT, INITIALED).out)
    (row,) = [row for row in told["rows"] if row["name"] == "Article XI"]

    assert [cell["at"] for cell in row["cells"]] == ["Article XI", "Article XII", "Article XII"]


def test_the_table_is_written_as_a_word_file(travaux: Travaux, tmp_path: Path) -> None:
    out = tmp_path / "table.docx"
    assert travaux("table", TAB_A, REDRAFT, "-o", out).status == 0
    (laid,) = docx.Document(io.BytesIO(out.read_bytes())).tables

    assert len(laid.columns) == 3
    assert laid.rows[1].cells[0].text == "Title"


@pytest.mark.parametrize(
    ("names", "trouble"),
    [
        ((TAB_A,), "two to four drafts, not 1"),
        ((TAB_A,) * 5, "two to four drafts, not 5"),
        ((TAB_A, REDRAFT, "-o", "table.xyz"), "does not tell the format"),
        ((TAB_A, REDRAFT, "-o", "table.json"), "holds no table"),
    ],
)
def test_what_cannot_be_laid_out_is_told_in_one_line(
    travaux: Travaux, names: tuple[str | Path, ...], trouble: str
) -> None:
    assert trouble in travaux("table", *names).trouble
