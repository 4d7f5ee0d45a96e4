"""The pairs of a library for other programs."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet as pq
import pytest

from travaux.errors import UnknownFormat
from travaux.precedent.index import Index
from travaux.precedent.pairs import expanded, pairs
from travaux.precedent.write_pairs import write_pairs


def test_the_same_pairs_stand_in_parquet_and_csv(library: Path, index: Index, tmp_path: Path) -> None:
    every = expanded(library, pairs(library))
    write_pairs(index, every, tmp_path / "pairs.parquet")
    write_pairs(index, every, tmp_path / "pairs.csv")
    table = pq.read_table(tmp_path / "pairs.parquet").to_pylist()
    with (tmp_path / "pairs.csv").open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert len(rows) == len(table) == every.num_rows
    assert [(row["one"], row["one_clause"], row["other"]) for row in rows] == [
        (row["one"], row["one_clause"], row["other"]) for row in table
    ]


def test_graphml_has_a_node_an_agreement_and_an_edge_a_pair_of_them(
    library: Path, index: Index, tmp_path: Path
) -> None:
    write_pairs(index, expanded(library, pairs(library)), tmp_path / "pairs.graphml")
    root = ElementTree.parse(tmp_path / "pairs.graphml").getroot()
    names = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert {node.get("id") for node in root.iterfind(".//g:node", names)} == {one.id for one in index.agreements}
    assert len(root.findall(".//g:edge", names)) == 3


def test_another_format_is_refused(library: Path, index: Index, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="format"):
        write_pairs(index, pairs(library), tmp_path / "pairs.docx")
