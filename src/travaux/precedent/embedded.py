"""The engine by default: DuckDB in this process selects, a pool of processes verifies."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from travaux.precedent import folder as at
from travaux.precedent.compared import load, read, verified
from travaux.precedent.fingerprint import SCHEMA as PRINTS
from travaux.precedent.fingerprint import fingerprint
from travaux.precedent.pool import count, pool
from travaux.precedent.verify import SCHEMA

_BATCH = 65_536
#: Fewer clauses are compared before other processes have started.
_WORTH_A_PROCESS = 5_000
#: What DuckDB may hold at a time; more of it goes through files of its own.
_MEMORY = "700MB"


def pairs(folder: Path, selecting: str, *, inner: bool, least: float) -> pa.Table:
    """The pairs of clauses of a library that are at least so much alike; `selecting` is the text of `select.sql`."""
    with pool(at.clauses(folder), worth=_WORTH_A_PROCESS) as workers:
        workers.ready(load, (folder, inner))
        clauses = read(folder, ["id", "words", "same", "signs"], inner=inner)
        prints = _prints(clauses.select(["id", "signs"]))
        clauses = clauses.drop_columns(["signs"])
        candidates = query(selecting, clauses=clauses, prints=prints)
        del prints
        work = partial(verified, folder, inner, least)
        return pa.Table.from_batches(workers.over(work, candidates.to_batches(max_chunksize=_BATCH)), schema=SCHEMA)


def query(text: str, **tables: pa.Table) -> pa.Table:
    """What an SQL text gives from tables by their names."""
    with duckdb.connect(
        config={"threads": count(), "memory_limit": _MEMORY, "preserve_insertion_order": False}
    ) as engine:
        for name, content in tables.items():
            engine.register(name, content)
        found: pa.Table = engine.sql(text).to_arrow_table()
        return found


def _prints(signs: pa.Table) -> pa.Table:
    return pa.Table.from_batches(map(fingerprint, signs.to_batches(max_chunksize=_BATCH)), schema=PRINTS)
