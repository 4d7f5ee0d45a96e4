"""Documents read into Parquet by a cluster."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from travaux.cli.app import run
from travaux.errors import LibraryTrouble
from travaux.precedent import cluster
from travaux.precedent.documents import documents

LETTERS = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"


@pytest.mark.skipif(cluster.java() is None, reason="no Java: Spark is not run")
def test_a_cluster_reads_documents_and_tells_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: Spark is not run")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"%PDF-1.4")
    given = [str(path) for path in sorted(LETTERS.glob("0[4-6]-*.txt"))]
    assert run(["build", *given, str(bad), "-o", str(tmp_path / "documents"), "--engine", "local[1]"]) == 2
    told = capsys.readouterr()
    assert "3 documents written" in told.out and "This is a PDF" in told.err
    rows = pq.read_table(tmp_path / "documents").to_pylist()
    letter = next(row for row in rows if row["id"] == "04-letter")
    assert letter["kind"] == "letter" and json.loads(letter["document"])["id"] == "04-letter"


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(LibraryTrouble, match="something of this name"):
        documents([], out=tmp_path, master="local[1]")
