"""The clauses of a library that are compared with each other, read where they are needed: here, or in each process of a
pool."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from travaux.precedent import folder as at
from travaux.precedent.verify import FEWEST, likenesses, told


def read(folder: Path, columns: list[str], *, inner: bool) -> pa.Table:
    """Columns of the clauses of a library that are long enough to be compared, with or without the paragraphs of
    articles."""
    tables = []
    for batch in at.batches(folder):
        held = at.table(batch, "clauses", [*{*columns, "inner", "words"}])
        long = pc.greater_equal(held["words"], FEWEST)
        tables.append(held.filter(long if inner else pc.and_(long, pc.invert(held["inner"]))).select(columns))
    return pa.concat_tables(tables) if tables else at.CLAUSES.empty_table().select(columns)


def verified(folder: Path, inner: bool, least: float, candidates: pa.RecordBatch) -> pa.RecordBatch:
    """The candidates that are alike; the signs are read once in each process."""
    ids, signs = _signs(folder, inner)
    ones, others = ([signs[place] for place in np.searchsorted(ids, column).tolist()] for column in candidates.columns)
    return told(candidates.column(0), candidates.column(1), likenesses(ones, others, least=least), least)


@lru_cache(maxsize=1)
def _signs(folder: Path, inner: bool) -> tuple[npt.NDArray[np.int64], list[str]]:
    clauses = read(folder, ["id", "signs"], inner=inner)
    return clauses["id"].to_numpy(), clauses["signs"].to_pylist()


def load(of: tuple[Path, bool]) -> None:
    """Read the signs of a library before they are needed."""
    _signs(*of)
