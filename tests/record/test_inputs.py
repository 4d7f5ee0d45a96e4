"""The ways in: packed files, patterns, standard input, and the lines that bench/reading.py prints."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from travaux.actions.collect import collect
from travaux.errors import FileTrouble, UnreadableInput
from travaux.record import read

ROOT = Path(__file__).parents[2]
TELEGRAM = "16. Telegram From the Embassy in Corvany to the Ministry 0\n\n312. Rook called.\n"


def test_a_packed_file_is_read_as_the_file_in_it() -> None:
    data = TELEGRAM.encode()
    assert read(gzip.compress(data), name="strait/d16.txt.gz") == read(data, name="strait/d16.txt")


def test_a_packed_file_of_several_members_is_read_whole() -> None:
    first, second = TELEGRAM[:40].encode(), TELEGRAM[40:].encode()
    assert read(gzip.compress(first) + gzip.compress(second), name="d16.gz") == read(TELEGRAM.encode(), name="d16")


def test_a_packed_file_that_grows_beyond_reason_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="million bytes") as refusal:
        read(gzip.compress(bytes(501_000_000), 1), name="zeros.gz")
    assert refusal.value.remedy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "a/d1.txt",
        "a/b/d2.txt.gz",
        "a/page.HTML",
        "a/office.docx",
        "a/~$office.docx",
        "a/.d3.txt",
        "a/x.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"-")
    return tmp_path


def _names(paths: tuple[Path, ...]) -> list[str]:
    return sorted(path.name for path in paths)


def test_a_folder_gives_what_is_of_the_record(folder: Path) -> None:
    assert _names(collect([folder])) == ["d1.txt", "d2.txt.gz", "office.docx", "page.HTML"]


def test_a_pattern_gives_the_files_it_fits_once(folder: Path) -> None:
    assert _names(collect([folder / "a" / "d*", folder / "**" / "d[12].*"])) == ["d1.txt", "d2.txt.gz"]


def test_a_pattern_that_fits_nothing_is_told(folder: Path) -> None:
    with pytest.raises(FileTrouble, match="No file fits") as trouble:
        collect([folder / "z*"])
    assert trouble.value.remedy


def test_a_file_named_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "d[1].txt"
    path.write_text(TELEGRAM)
    assert collect([path]) == (path,)


def _lines(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "bench" / "reading.py", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, cwd=ROOT)


def test_the_bench_prints_a_line_a_document_with_the_folder_as_volume(tmp_path: Path) -> None:
    (tmp_path / "strait").mkdir()
    (tmp_path / "strait" / "d16.txt").write_text(TELEGRAM)
    said = _lines(tmp_path)
    (line,) = map(json.loads, said.stdout.splitlines())
    assert (line["id"], line["number"], line["kind"], line["own_number"]) == ("strait/d16", "16", "telegram", "312")
    assert line["paragraphs"] == ["312. Rook called."]
    assert (said.returncode, said.stderr) == (0, "")


def test_the_bench_reads_standard_input() -> None:
    said = _lines("-", given=TELEGRAM)
    assert json.loads(said.stdout)["number"] == "16"


def test_the_bench_tells_what_it_cannot_read_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("eggs\nbutter\n")
    (tmp_path / "b.txt").write_text(TELEGRAM)
    said = _lines(tmp_path)
    assert len(said.stdout.splitlines()) == len(said.stderr.splitlines()) == said.returncode == 1
