"""The index of a library: what is asked of one clause is answered from files that are only looked into, not read."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from travaux.errors import LibraryTrouble
from travaux.precedent import folder as at
from travaux.precedent.clause import Agreement, Clause, Dated
from travaux.precedent.fingerprint import fingerprint, flat_signs
from travaux.precedent.words import numbers
from travaux.text.draft import ProvisionKind

_FOLDER, _MARK = "index", "batches.json"
_ARRAYS = ("prints", "owners", "signs", "starts", "agreements", "within", "word_starts", "word_clauses")

_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Found:
    """A clause of the library, by its number, with the agreement that has it."""

    id: int
    clause: Clause
    agreement: Agreement


class Index:
    """A library opened for asking. Its arrays are on the disk, and only what is asked of them is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        place = folder / _FOLDER
        self._batches = at.batches(folder)
        try:
            arrays = {name: np.load(place / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}
            self.agreements = tuple(map(_agreement, pq.read_table(place / "agreements.parquet").to_pylist()))
        except (OSError, ValueError, pa.ArrowException) as error:
            message = f"The index cannot be read: {str(error).splitlines()[0].rstrip('.')}."
            remedy = "Take the folder index away; the next travaux library add makes it anew."
            raise LibraryTrouble(message, at=str(place), remedy=remedy) from error
        self.prints, self.owners = arrays["prints"], arrays["owners"]
        self.of_agreement, self.within = arrays["agreements"], arrays["within"]
        self.starts, self._signs = arrays["starts"], arrays["signs"]
        self.word_starts, self.word_clauses = arrays["word_starts"], arrays["word_clauses"]

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """The words of the library with their numbers."""
        words = [word for batch in self._batches for word in at.table(batch, "words")["word"].to_pylist()]
        return {word: number for number, word in enumerate(words)}

    @cached_property
    def days(self) -> _Numbers:
        """The date of each agreement as a number that counts on; those without one come last."""
        return np.array([each.date.toordinal() if each.date else 1 << 40 for each in self.agreements], dtype=np.int64)

    @property
    def count(self) -> int:
        """How many clauses the library has."""
        return len(self.starts) - 1

    @cached_property
    def lengths(self) -> _Numbers:
        """How many words each clause has."""
        return np.asarray(np.diff(self.starts))

    def signs(self, id: int) -> str:
        """The words of a clause, a sign each."""
        return bytes(self._signs[self.starts[id] : self.starts[id + 1]]).decode("utf-32-le")

    def clauses_with(self, word: int) -> npt.NDArray[np.int32]:
        """The articles, and passages in none, that have the word with this number."""
        return np.asarray(self.word_clauses[self.word_starts[word] : self.word_starts[word + 1]])

    def found(self, ids: Sequence[int]) -> tuple[Found, ...]:
        """The clauses with these numbers, in this order."""
        rows: dict[int, Clause] = {}
        for opened, first, last in self._places:
            own = sorted({id for id in ids if first <= id < last})
            for group in sorted({(id - first) // at.GROUP for id in own}):
                held = opened.read_row_group(group, columns=_TOLD, use_threads=False)
                start = first + group * at.GROUP
                for id in own:
                    if start <= id < start + held.num_rows:
                        rows[id] = _clause(held.slice(id - start, 1).to_pylist()[0])
        return tuple(Found(id, rows[id], self.agreements[self.of_agreement[id]]) for id in ids)

    @cached_property
    def _places(self) -> tuple[tuple[pq.ParquetFile, int, int], ...]:
        """The clauses of each batch, with the first of their numbers and that behind the last."""
        places, first = [], 0
        for batch in self._batches:
            opened = pq.ParquetFile(batch / "clauses.parquet")
            places.append((opened, first, first + opened.metadata.num_rows))
            first += opened.metadata.num_rows
        return tuple(places)


_TOLD = ["address", "kind", "text", "label", "inner"]


def opened(folder: Path) -> Index:
    """The index of the library at `folder`; made anew where texts were added and it was not.

    Raises LibraryTrouble where there is no library, or one of another version.
    """
    at.check(folder)
    if not is_fresh(folder):
        index(folder)
    return Index(folder)


def is_fresh(folder: Path) -> bool:
    """Whether the index is of all that the library holds."""
    try:
        return bool(json.loads((folder / _FOLDER / _MARK).read_text(encoding="utf-8")) == _state(folder))
    except (OSError, ValueError):
        return False


def index(folder: Path) -> None:
    """Make the index of a library anew, whole or not at all."""
    batches = at.batches(folder)
    clauses = [at.table(batch, "clauses", ["id", "agreement", "within", "signs", "inner"]) for batch in batches]
    agreements = [at.table(batch, "agreements") for batch in batches]
    together = pa.concat_tables(clauses) if clauses else at.CLAUSES.empty_table()
    firsts = np.concatenate([[0], np.cumsum([each.num_rows for each in agreements])])
    numbers = [held["agreement"].to_numpy() + first for held, first in zip(clauses, firsts, strict=False)]
    with at.replacing(folder / _FOLDER) as unfinished:
        arrays = {
            **_by_print(together),
            **_by_word(together, len(_words(batches))),
            "agreements": np.concatenate([*numbers, []]).astype(np.int32),
            "within": together["within"].to_numpy(),
        }
        for name, values in arrays.items():
            np.save(unfinished / f"{name}.npy", values)
        held = pa.concat_tables(agreements) if agreements else at.AGREEMENTS.empty_table()
        pq.write_table(held, unfinished / "agreements.parquet")
        (unfinished / _MARK).write_text(json.dumps(_state(folder)), encoding="utf-8")


def _state(folder: Path) -> list[int | list[str]]:
    """What an index is of: the format and the batches."""
    return [at.FORMAT, [batch.name for batch in at.batches(folder)]]


def _words(batches: Sequence[Path]) -> list[str]:
    return [word for batch in batches for word in at.table(batch, "words")["word"].to_pylist()]


def _by_print(clauses: pa.Table) -> dict[str, npt.NDArray[np.generic]]:
    """Every print with the clauses that have it, sorted by print."""
    found = [fingerprint(batch) for batch in clauses.select(["id", "signs"]).to_batches(max_chunksize=1 << 16)]
    prints = np.concatenate([*(batch.column("print").to_numpy().view(np.uint64) for batch in found), _NONE])
    owners = np.concatenate([*(batch.column("id").to_numpy().astype(np.int32) for batch in found), _NONE[:0]])
    order = np.argsort(prints, kind="stable")
    return {"prints": prints[order], "owners": owners[order].astype(np.int32)}


_NONE: npt.NDArray[np.uint64] = np.zeros(0, dtype=np.uint64)


def _by_word(clauses: pa.Table, words: int) -> dict[str, npt.NDArray[np.generic]]:
    """The signs of all clauses in a row; and every word, by its number, with the clauses that have it."""
    flat, lengths = flat_signs(clauses["signs"].to_pylist())
    owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    outer = ~np.repeat(clauses["inner"].to_numpy(), lengths) if len(lengths) else np.zeros(0, dtype=bool)
    pairs = np.unique(numbers(flat[outer]).astype(np.int64) << 32 | owners[outer])
    of_word = pairs >> 32
    return {
        "signs": flat,
        "starts": np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        "word_starts": np.searchsorted(of_word, np.arange(words + 1)),
        "word_clauses": (pairs & 0xFFFFFFFF).astype(np.int32),
    }


def _agreement(row: dict[str, object]) -> Agreement:
    date = row["date"]
    parties = row["parties"]
    return Agreement(
        id=str(row["id"]),
        title=str(row["title"]),
        kind=str(row["kind"]),
        source=str(row["source"]),
        sha256=str(row["sha256"]),
        date=date if isinstance(date, datetime.date) else None,
        dated=Dated(str(row["dated"])),
        parties=tuple(map(str, parties)) if isinstance(parties, list) else (),
        outlined=bool(row["outlined"]),
    )


def _clause(row: dict[str, object]) -> Clause:
    return Clause(
        address=str(row["address"]),
        kind=ProvisionKind(str(row["kind"])),
        words=str(row["text"]),
        label=str(row["label"]),
        inner=bool(row["inner"]),
    )
