"""The engine by default: DuckDB in this process selects, and every core verifies."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from travaux.precedent.compared import read
from travaux.precedent.fingerprint import SCHEMA as PRINTS
from travaux.precedent.fingerprint import fingerprint
from travaux.precedent.pool import count
from travaux.precedent.verify import likenesses, told

#: So many clauses are hashed at a time: their words stay within reach of a core.
_BATCH = 2_048
#: What DuckDB may hold at a time; more of it goes through files of its own.
_MEMORY = "700MB"


def pairs(folder: Path, selecting: str, *, inner: bool, least: float) -> pa.Table:
    """The pairs of clauses of a library that are at least so much alike; `selecting` is the text of `select.sql`."""
    clauses = _speaking(read(folder, ["id", "words", "same", "signs"], inner=inner))
    prints = _prints(clauses.select(["id", "signs"]))
    ids, signs = clauses["id"].to_numpy(), clauses["signs"].to_pylist()
    candidates = query(selecting, clauses=clauses.drop_columns(["signs"]), prints=prints)
    del prints
    one, other = (np.searchsorted(ids, candidates[side].to_numpy()) for side in ("one", "other"))
    found = likenesses(signs, one, other, least=least, cores=count())
    return told(candidates["one"], candidates["other"], found, least)


def query(text: str, **tables: pa.Table) -> pa.Table:
    """What an SQL text gives from tables by their names."""
    with duckdb.connect(
        config={"threads": count(), "memory_limit": _MEMORY, "preserve_insertion_order": False}
    ) as engine:
        for name, content in tables.items():
            engine.register(name, content)
        found: pa.Table = engine.sql(text).to_arrow_table()
        return found


def _speaking(clauses: pa.Table) -> pa.Table:
    """The first of the clauses with the same words: the others need no prints. `select.sql` chooses the same ones."""
    first = np.unique(clauses["same"].to_numpy(), return_index=True)[1]
    return clauses.take(pa.array(np.sort(first)))


def _prints(signs: pa.Table) -> pa.Table:
    return pa.Table.from_batches(map(fingerprint, signs.to_batches(max_chunksize=_BATCH)), schema=PRINTS)
