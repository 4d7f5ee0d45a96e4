"""Every pair of clauses of a library that are alike: text reuse over all its agreements at once."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from travaux.precedent import embedded
from travaux.precedent import folder as at
from travaux.precedent.compared import read
from travaux.precedent.verify import FEWEST, LEAST

EXPANDING = Path(__file__).with_name("expand.sql").read_text(encoding="utf-8")
SELECTING = Path(__file__).with_name("select.sql").read_text(encoding="utf-8")
#: A run of three words that more clauses have says little, and is taken with the five that follow.
OFTEN = 192
#: A print that more clauses have pairs none.
MOST = 2048
#: So many in a hundred of their prints two clauses share at least, to be compared; and where both have so many words,
#: so many more.
SHARED, LONG, SHARED_LONG = 3, 60, 6
EMBEDDED = "duckdb"


def pairs(folder: Path, *, inner: bool = False, least: float = LEAST, engine: str = EMBEDDED) -> pa.Table:
    """The pairs of clauses (`one`, `other`, `likeness`) of the library at `folder` that are at least so much alike.

    Of clauses with the same words in the same order one stands for all (`same` tells which); the shorter of a pair is
    `one`. `inner`: paragraphs of articles are compared too, each with every other clause. `engine` is "duckdb", in this
    process, or the address of a Spark cluster. Clauses of fewer than twelve words are left out.
    """
    selecting = SELECTING.format(
        often=OFTEN, most=MOST, shared=SHARED, long=LONG, shared_long=SHARED_LONG, least=FEWEST
    )
    if engine == EMBEDDED:
        return embedded.pairs(folder, selecting, inner=inner, least=least)
    # What a cluster needs is read in where one is asked for.
    from travaux.precedent.cluster import pairs as on_cluster

    return on_cluster(folder, selecting, inner=inner, least=least, master=engine)


def kept(folder: Path) -> pa.Table | None:
    """The pairs that were stored with a library, where they are of all that it holds; articles and passages in none."""
    try:
        table = pq.read_table(folder / _FOLDER / _FILE)
        return table if (folder / _FOLDER / _MARK).read_text(encoding="utf-8") == _state(folder) else None
    except (OSError, pa.ArrowException):
        return None


def keep(folder: Path, alike: pa.Table) -> None:
    """Store pairs with their library, so that they need not be reckoned again."""
    with at.replacing(folder / _FOLDER) as unfinished:
        pq.write_table(alike, unfinished / _FILE)
        (unfinished / _MARK).write_text(_state(folder), encoding="utf-8")


def _state(folder: Path) -> str:
    return " ".join([str(at.FORMAT), *(batch.name for batch in at.batches(folder))])


_FOLDER, _FILE, _MARK = "pairs", "pairs.parquet", "batches.txt"


def expanded(folder: Path, alike: pa.Table, *, inner: bool = False) -> pa.Table:
    """The pairs of all clauses, those of the same words among them, from pairs of those that stand for others."""
    clauses = read(folder, ["id", "within", "same"], inner=inner)
    return embedded.query(EXPANDING, clauses=clauses, alike=alike)
