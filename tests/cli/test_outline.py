"""`travaux outline`: the tree, the report, and both as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from travaux.cli.app import run

TREATY = "FERRY TREATY\nArticle 1\nThe ferry runs daily.\nArticle 3\nFares are free.\nDone at Morven.\n"


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TREATY)
    return path


def test_the_tree_and_the_report_are_printed(treaty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["outline", str(treaty)]) == 0
    printed = capsys.readouterr().out

    assert "article: Article 1" in printed
    assert "2 articles, numbered 1 to 3; missing: 2" in printed


def test_the_report_alone_has_no_tree(treaty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["outline", "--report", str(treaty)]) == 0

    assert "The ferry runs daily" not in capsys.readouterr().out


def test_the_same_is_given_as_data(treaty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["outline", "--json", str(treaty)]) == 0
    (draft,) = json.loads(capsys.readouterr().out)["drafts"]

    assert (draft["articles"], draft["missing"]) == (["1", "3"], ["2"])
    assert [each["kind"] for each in draft["provisions"]] == ["title", "article", "article", "testimonium"]
