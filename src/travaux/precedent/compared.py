"""The clauses of a library that are compared with each other."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from travaux.precedent import folder as at
from travaux.precedent.verify import FEWEST


def read(folder: Path, columns: list[str], *, inner: bool) -> pa.Table:
    """Columns of the clauses of a library that are long enough to be compared, with or without the paragraphs of
    articles."""
    tables = []
    for batch in at.batches(folder):
        held = at.table(batch, "clauses", [*{*columns, "inner", "words"}])
        long = pc.greater_equal(held["words"], FEWEST)
        tables.append(held.filter(long if inner else pc.and_(long, pc.invert(held["inner"]))).select(columns))
    return pa.concat_tables(tables) if tables else at.CLAUSES.empty_table().select(columns)
