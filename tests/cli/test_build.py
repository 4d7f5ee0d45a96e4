from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Travaux, apart


def test_the_report_says_what_was_read_and_found(travaux: Travaux, accord: Path, tmp_path: Path) -> None:
    said = travaux("build", accord, "-o", tmp_path / "a.travaux")
    assert (said.status, said.err) == (0, "")
    for line in (
        "Read 1 file: 3 new documents.",
        "from March 14, 1961 to April 9, 1961",
        "     2  telegram",
        "Drafts found: 1",
        "Instructions found: 2",
        "applied: 2",
        "refused: 0",
    ):
        assert line in said.out


def test_building_again_skips_what_is_in(travaux: Travaux, accord: Path, built: Path) -> None:
    said = travaux("build", accord, "-o", built)
    assert said.status == 0
    assert "Skipped 1 file, in already." in said.out
    assert "Drafts found: 1" in said.out


def test_trouble_with_one_file_is_told_after_the_report_of_the_others(
    travaux: Travaux, accord: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    said = travaux("build", bad, accord, "-o", tmp_path / "a.travaux")
    assert str(bad) in said.trouble
    assert "3 new documents" in said.out


def test_nothing_but_the_report_is_printed_where_there_is_no_terminal(accord: Path, tmp_path: Path) -> None:
    said = apart("build", accord, "-o", tmp_path / "a.travaux")
    assert (said.status, said.err) == (0, "")
    assert "\x1b" not in said.out
