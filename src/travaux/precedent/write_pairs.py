"""Writes the pairs of a library for other programs: Parquet, CSV, or a network of agreements in GraphML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from travaux.errors import UnknownFormat
from travaux.precedent import folder as at
from travaux.precedent.index import Index

FORMATS = (".parquet", ".csv", ".graphml")


def write_pairs(index: Index, pairs: pa.Table, out: Path) -> int:
    """Write pairs of clauses, each with its agreement and address; in GraphML, agreements with how many clauses they
    share. Gives the number of rows, or of edges. Raises UnknownFormat where the ending is none of `FORMATS`."""
    ending = out.suffix.lower()
    if ending not in FORMATS:
        remedy = f"Name a file that ends in one of {', '.join(FORMATS)}."
        raise UnknownFormat("Pairs cannot be written in this format.", at=str(out), remedy=remedy)
    beside = out.with_name(f"{out.name}.part")
    with at.troubles(out):
        if ending == ".graphml":
            edges = _edges(index, pairs)
            with beside.open("w", encoding="utf-8") as opened:
                opened.writelines(_graph(index, edges))
            written = len(edges)
        else:
            table = _told(index, pairs)
            if ending == ".csv":
                pcsv.write_csv(table, beside)
            else:
                pq.write_table(table, beside)
            written = table.num_rows
        beside.replace(out)
    return written


def _told(index: Index, pairs: pa.Table) -> pa.Table:
    addresses = [at.table(batch, "clauses", ["address"])["address"] for batch in at.batches(index.folder)]
    held = pa.chunked_array([chunk for column in addresses for chunk in column.chunks], pa.string())
    ids = pa.array([one.id for one in index.agreements], pa.string())
    columns: dict[str, pa.Array] = {}
    for side in ("one", "other"):
        numbers = pairs[side].to_numpy()
        columns[side] = ids.take(pa.array(index.of_agreement[numbers]))
        columns[f"{side}_clause"] = held.take(pairs[side])
    return pa.table({**columns, "likeness": pairs["likeness"]})


def _edges(index: Index, pairs: pa.Table) -> Counter[tuple[int, int]]:
    """How many pairs of clauses two agreements have."""
    one, other = (index.of_agreement[pairs[side].to_numpy()].tolist() for side in ("one", "other"))
    return Counter((min(pair), max(pair)) for pair in zip(one, other, strict=True) if pair[0] != pair[1])


def _graph(index: Index, edges: Counter[tuple[int, int]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name in ("title", "date", "kind"):
        yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>\n'
    yield '<key id="clauses" for="edge" attr.name="clauses" attr.type="int"/>\n<graph edgedefault="undirected">\n'
    for number in sorted({each for edge in edges for each in edge}):
        one = index.agreements[number]
        yield f"<node id={quoteattr(_plain(one.id))}>"
        for name, value in (("title", one.title), ("date", one.when), ("kind", one.kind)):
            yield f'<data key="{name}">{escape(_plain(value))}</data>'
        yield "</node>\n"
    for (first, second), count in sorted(edges.items()):
        source, target = (quoteattr(_plain(index.agreements[each].id)) for each in (first, second))
        yield f'<edge source={source} target={target}><data key="clauses">{count}</data></edge>\n'
    yield "</graph>\n</graphml>\n"


def _plain(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return "".join(sign for sign in words if sign >= " " and not "\ud800" <= sign <= "\udfff" and sign < "\ufffe")
