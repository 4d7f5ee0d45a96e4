"""Adding to a library: incremental, resumable, nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from travaux.errors import FullDisk, LibraryTrouble
from travaux.precedent import add as adding
from travaux.precedent import folder as at
from travaux.precedent.add import add
from travaux.precedent.index import opened


def test_a_file_is_added_once_whatever_it_is_called(tmp_path: Path, texts: list[Path]) -> None:
    first = add(tmp_path / "library", texts)
    again = tmp_path / "copy.txt"
    again.write_bytes(texts[0].read_bytes())
    second = add(tmp_path / "library", [*texts, again])
    assert (first.agreements, second.agreements, second.skipped) == (3, 0, 4)


def test_a_changed_file_is_added_beside_the_first_under_a_name_of_its_own(tmp_path: Path, texts: list[Path]) -> None:
    add(tmp_path / "library", texts)
    texts[0].write_text(texts[0].read_text() + "Article 5\nThe annex is part of this Treaty.\n")
    added = add(tmp_path / "library", texts)
    assert added.renamed == ((texts[0], "halvern-corvany-2"),)
    assert {one.id for one in opened(tmp_path / "library").agreements} >= {"halvern-corvany", "halvern-corvany-2"}


def test_a_text_in_no_look_and_not_in_utf_8_keeps_its_letters(tmp_path: Path) -> None:
    text = tmp_path / "cafe.txt"
    text.write_bytes("café\n".encode("cp1252") * 3)
    add(tmp_path / "library", [text])
    (one,) = opened(tmp_path / "library").agreements
    assert one.title == "café"


def test_a_text_that_cannot_be_outlined_is_one_passage_and_told(tmp_path: Path) -> None:
    path = tmp_path / "strange.txt"
    path.write_text("Distr.: General\nThe council notes with concern that nobody numbered what it decided.\n")
    added = add(tmp_path / "library", [path])
    assert added.not_outlined == (path,)
    (found,) = opened(tmp_path / "library").found([0])
    assert found.clause.address == "the whole text" and "nobody numbered" in found.clause.words


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_added(tmp_path: Path, texts: list[Path]) -> None:
    texts[1].write_bytes(b"%PDF-1.7 \x00\x01")
    added = add(tmp_path / "library", [*texts, tmp_path / "none.txt"])
    assert added.agreements == 2
    assert [trouble.at for trouble in added.troubles] == [str(texts[1]), str(tmp_path / "none.txt")]


def test_a_folder_of_other_things_is_not_made_a_library(tmp_path: Path, texts: list[Path]) -> None:
    with pytest.raises(LibraryTrouble, match="no library"):
        add(texts[0].parent, texts)


def test_a_library_of_another_version_is_refused(tmp_path: Path, texts: list[Path]) -> None:
    add(tmp_path / "library", texts)
    mark = tmp_path / "library" / at.MARK
    mark.write_text(json.dumps(json.loads(mark.read_text()) | {"format": 99}))
    with pytest.raises(LibraryTrouble, match="format 99"):
        opened(tmp_path / "library")


def test_a_parquet_file_that_is_not_ours_is_named(tmp_path: Path, texts: list[Path]) -> None:
    add(tmp_path / "library", texts)
    foreign = tmp_path / "library" / "batches" / "000001" / "clauses.parquet"
    pq.write_table(pa.table({"a": [1]}), foreign)
    with pytest.raises(LibraryTrouble, match="other columns") as raised:
        opened(tmp_path / "library")
    assert raised.value.at == str(foreign)


def test_a_parquet_file_that_is_broken_is_named(tmp_path: Path, texts: list[Path]) -> None:
    add(tmp_path / "library", texts)
    broken = tmp_path / "library" / "batches" / "000001" / "clauses.parquet"
    broken.write_bytes(broken.read_bytes()[:500])
    with pytest.raises(LibraryTrouble, match="cannot be read"):
        opened(tmp_path / "library")


def test_a_full_disk_leaves_what_was_stored(tmp_path: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path / "library", texts[:1])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(at.pq, "write_table", full)
    with pytest.raises(FullDisk, match="takes no more"):
        add(tmp_path / "library", texts)
    monkeypatch.undo()
    assert add(tmp_path / "library", texts).skipped == 1
    assert len(opened(tmp_path / "library").agreements) == 3


def test_a_killed_process_leaves_a_library_that_goes_on(tmp_path: Path, texts: list[Path]) -> None:
    stopped = """
import sys, time
from pathlib import Path
from travaux.precedent import add as adding, folder as at
adding._FILES = 1
write = at.pq.write_table
def slow(*given, **named):
    write(*given, **named)
    print(len(at.batches(Path(sys.argv[1]))), flush=True)
    time.sleep(0.2)
at.pq.write_table = slow
adding.add(Path(sys.argv[1]), [Path(each) for each in sys.argv[2:]])
"""
    process = subprocess.Popen(
        [sys.executable, "-c", stopped, tmp_path / "library", *texts], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == "1":
            break
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    added = add(tmp_path / "library", texts)
    assert (added.skipped, added.agreements) == (1, 2)
    assert sorted(one.id for one in opened(tmp_path / "library").agreements) == sorted(path.stem for path in texts)


def test_several_processes_give_the_same_library_as_one(
    tmp_path: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path / "one", texts)
    monkeypatch.setattr(adding.pool, "__kwdefaults__", {"worth": 1})
    add(tmp_path / "two", texts)
    for name in at.TABLES:
        one, two = (at.table(at.batches(tmp_path / each)[0], name) for each in ("one", "two"))
        assert one.equals(two)
