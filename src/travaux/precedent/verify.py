"""How alike clauses are: the share of their words that stand in both, in order. A function over Arrow batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

#: Clauses less alike than this are not told.
LEAST = 0.5
#: Of fewer words likeness says nothing: two formulas that have "the", "of" and "shall" in common are half alike.
FEWEST = 12
#: What `verify` gives.
SCHEMA = pa.schema([("one", pa.int64()), ("other", pa.int64()), ("likeness", pa.float32())])


def likenesses(ones: Sequence[str], others: Sequence[str], *, least: float = LEAST) -> npt.NDArray[np.float32]:
    """The likeness of texts in pairs, given as signs (one character a word): twice the words of the longest row that
    both have in order, by the words of both. 0 where it is below `least`.

    >>> [round(float(each), 2) for each in likenesses(["abcd", "ab"], ["abxd", "xy"])]
    [0.75, 0.0]
    """
    return np.asarray(
        cpdist(ones, others, scorer=Indel.normalized_similarity, score_cutoff=least, dtype=np.float32, workers=1)
    )


def verify(batches: Iterable[pa.RecordBatch], *, least: float = LEAST) -> Iterator[pa.RecordBatch]:
    """The pairs that are at least so much alike. Each batch has `one`, `other`, `one_signs`, `other_signs`."""
    for batch in batches:
        found = likenesses(batch.column("one_signs").to_pylist(), batch.column("other_signs").to_pylist(), least=least)
        yield told(batch.column("one"), batch.column("other"), found, least)


def told(one: pa.Array, other: pa.Array, found: npt.NDArray[np.float32], least: float) -> pa.RecordBatch:
    """The pairs with their likeness, without those below `least`."""
    kept = pa.array(found >= np.float32(least))
    return pa.RecordBatch.from_arrays(
        [one.filter(kept), other.filter(kept), pa.array(found, pa.float32()).filter(kept)], schema=SCHEMA
    )
