"""How alike two clauses can be at most, by the words that they have, in whatever order: reckoned in a small part of the
time that comparing them takes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from travaux.precedent.fingerprint import flat_signs

#: Signs are counted in so many places; signs that share one make clauses seem more alike, never less.
_PLACES = 128
#: What a place counts to. Where a clause has more of a sign, nothing is said of it.
_FULL = 255
_CLAUSES, _PAIRS = 8_192, 4_096

_Numbers = npt.NDArray[np.int64]


def bound(signs: Sequence[str], one: _Numbers, other: _Numbers) -> npt.NDArray[np.float64]:
    """The greatest likeness that pairs of texts can have; the pairs are given as places in `signs`.

    >>> bound(["abcd", "dcba", "abxy"], np.array([0, 0]), np.array([1, 2])).tolist()
    [1.0, 0.5]
    """
    counts, full = _counted(signs)
    lengths = np.fromiter(map(len, signs), np.int64, len(signs))
    most = np.ones(len(one), dtype=np.float64)
    for start in range(0, len(one), _PAIRS):
        ones, others = one[start : start + _PAIRS], other[start : start + _PAIRS]
        both = np.minimum(counts[ones], counts[others]).sum(axis=1, dtype=np.int64)
        words = lengths[ones] + lengths[others]
        np.divide(2 * both, words, out=most[start : start + _PAIRS], where=words > 0)
    most[full[one] | full[other]] = 1.0
    return most


def _counted(signs: Sequence[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """How often each text has the signs of each place; and which texts have more than can be counted."""
    counts = np.zeros((len(signs), _PLACES), dtype=np.uint8)
    full = np.zeros(len(signs), dtype=bool)
    for start in range(0, len(signs), _CLAUSES):
        flat, lengths = flat_signs(signs[start : start + _CLAUSES])
        owners = np.repeat(np.arange(len(lengths)), lengths)
        found = np.bincount(owners * _PLACES + flat % _PLACES, minlength=len(lengths) * _PLACES)
        found = found.reshape(-1, _PLACES)
        full[start : start + _CLAUSES] = (found > _FULL).any(axis=1)
        counts[start : start + _CLAUSES] = np.minimum(found, _FULL)
    return counts, full
