"""How alike clauses are: the share of their words that stand in both, in order. A function over Arrow batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from travaux.precedent.bound import bound
from travaux.precedent.lighten import lighten

#: Clauses less alike than this are not told.
LEAST = 0.5
#: Of fewer words likeness says nothing: two formulas that have "the", "of" and "shall" in common are half alike.
FEWEST = 12
#: What `verify` gives.
SCHEMA = pa.schema([("one", pa.int64()), ("other", pa.int64()), ("likeness", pa.float32())])
#: So many pairs are compared at once.
_AT_ONCE = 100_000

_Places = npt.NDArray[np.int64]


def likenesses(
    signs: Sequence[str], one: _Places, other: _Places, *, least: float = LEAST, cores: int = 1
) -> npt.NDArray[np.float32]:
    """The likeness of texts in pairs, given as signs (one character a word) and as places in these: twice the words of
    the longest row that both have in order, by the words of both. 0 where it is below `least`.

    >>> [round(float(each), 2) for each in likenesses(["abcd", "abxd", "xy"], np.array([0, 0]), np.array([1, 2]))]
    [0.75, 0.0]
    """
    light = lighten(signs)
    # What cannot be alike by its words in any order need not be compared; the little less is for rounding.
    places = np.flatnonzero(bound(light, one, other) >= least - 1e-6)
    found = np.zeros(len(one), dtype=np.float32)
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        ones, others = ([light[place] for place in side[some].tolist()] for side in (one, other))
        found[some] = cpdist(
            ones, others, scorer=Indel.normalized_similarity, score_cutoff=least, dtype=np.float32, workers=cores
        )
    return found


def verify(batches: Iterable[pa.RecordBatch], *, least: float = LEAST) -> Iterator[pa.RecordBatch]:
    """The pairs that are at least so much alike. Each batch has `one`, `other`, `one_signs`, `other_signs`."""
    for batch in batches:
        signs = [*batch.column("one_signs").to_pylist(), *batch.column("other_signs").to_pylist()]
        first = np.arange(batch.num_rows)
        found = likenesses(signs, first, first + batch.num_rows, least=least)
        yield from told(batch.column("one"), batch.column("other"), found, least).to_batches()


def told(one: pa.ChunkedArray, other: pa.ChunkedArray, found: npt.NDArray[np.float32], least: float) -> pa.Table:
    """The pairs with their likeness, without those below `least`."""
    kept = pa.array(found >= np.float32(least))
    columns = [one.filter(kept), other.filter(kept), pa.array(found, pa.float32()).filter(kept)]
    return pa.Table.from_arrays(columns, schema=SCHEMA)
