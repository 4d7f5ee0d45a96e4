"""The fingerprints of clauses: hashes of three words in a row, of which a long clause keeps a share. Reckoned over
Arrow batches, alike wherever a batch is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

#: How many words in a row a print is of; and what stands in its place where everybody uses these.
NARROW, WIDE = 3, 8
#: About so many prints are kept of a clause, however long it is.
KEPT = 32
#: What `fingerprint` gives. `print` and `wide` are hashes; `wide` is 0 where the clause ends before.
SCHEMA = pa.schema([("id", pa.int64()), ("words", pa.int32()), ("print", pa.int64()), ("wide", pa.int64())])

_Hashes = npt.NDArray[np.uint64]


def fingerprint(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The prints of clauses. The batch has the columns `id` and `signs` (one character a word).

    Which prints are kept hangs on their hashes alone, so that two clauses keep the same of what they share.
    """
    flat, lengths = flat_signs(batch.column("signs").to_pylist())
    owners = np.repeat(np.arange(len(lengths)), lengths)
    chosen, hashes, wide = _kept(flat, lengths, owners)
    ids = batch.column("id").to_numpy(zero_copy_only=False)
    return pa.RecordBatch.from_arrays(
        [
            pa.array(ids[chosen], pa.int64()),
            pa.array(lengths[chosen], pa.int32()),
            pa.array(hashes.view(np.int64)),
            pa.array(wide.view(np.int64)),
        ],
        schema=SCHEMA,
    )


def prints(signs: str) -> _Hashes:
    """The prints of one clause, each once."""
    flat = np.frombuffer(signs.encode("utf-32-le"), dtype=np.uint32)
    lengths = np.array([len(flat)])
    return np.asarray(np.unique(_kept(flat, lengths, np.zeros(len(flat), dtype=np.int64))[1]))


def flat_signs(signs: Sequence[str]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """The signs of all clauses in a row as numbers, and how many each clause has."""
    lengths = np.fromiter(map(len, signs), np.int64, len(signs))
    return np.frombuffer("".join(signs).encode("utf-32-le"), dtype=np.uint32), lengths


def _kept(
    flat: npt.NDArray[np.uint32], lengths: npt.NDArray[np.int64], owners: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], _Hashes, _Hashes]:
    """Of each print that is kept: the clause it is of, its hash, and the hash of the wider one that begins there."""
    mixed = _mix(flat.astype(np.uint64) + np.uint64(1))
    ends = np.cumsum(lengths)[owners] if len(owners) else owners
    left = ends - np.arange(len(flat))
    hashes = _rolled(mixed, NARROW)
    # The hash of every place, of which the few are looked at that are low enough for their clause.
    most = np.minimum(1.0, KEPT / np.maximum(lengths, 1)) * 2.0**64
    chosen = hashes.astype(np.float64) <= most[owners[: len(hashes)]]
    places = np.flatnonzero(chosen & (left[: len(hashes)] >= NARROW))
    hashes = hashes[places]
    by_clause = np.lexsort((hashes, owners[places]))
    order, found = places[by_clause], hashes[by_clause]
    own = owners[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (own[1:] != own[:-1]) | (found[1:] != found[:-1])
    order, found = order[first], found[first]
    wide = np.zeros(len(order), dtype=np.uint64)
    whole = left[order] >= WIDE
    wide[whole] = _rolled_at(mixed, order[whole], WIDE)
    return owners[order], found, wide


def _rolled(mixed: _Hashes, width: int) -> _Hashes:
    """The hash of the `width` words in a row that begin at each place, as far as so many follow."""
    count = max(len(mixed) - width + 1, 0)
    total = np.zeros(count, dtype=np.uint64)
    for step in range(width):
        total = _mix(total * np.uint64(31) + mixed[step : step + count])
    return total


def _rolled_at(mixed: _Hashes, places: npt.NDArray[np.int64], width: int) -> _Hashes:
    """The same, for some places only."""
    total = np.zeros(len(places), dtype=np.uint64)
    for step in range(width):
        total = _mix(total * np.uint64(31) + mixed[places + step])
    return total


def _mix(value: _Hashes) -> _Hashes:
    """The finishing step of MurmurHash3: every bit of the result hangs on every bit given."""
    value = value ^ (value >> np.uint64(33))
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    value ^= value >> np.uint64(33)
    return value
