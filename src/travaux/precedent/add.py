"""Adds agreements to a library: outlined on every core, each file once, a batch at a time."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa

from travaux.amend.bare import bare
from travaux.errors import TravauxError, UnknownLook, UnreadableInput
from travaux.precedent import folder as at
from travaux.precedent.clause import Agreement, Clause
from travaux.precedent.gather import Gathered, gather
from travaux.precedent.pool import pool
from travaux.precedent.words import code_points, words
from travaux.record.document import Kind
from travaux.record.formats.encoding import decoded
from travaux.record.read import read

#: A batch is stored when it has so many files: what a killed process loses at most.
_FILES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one file: the agreements in it with their clauses, each clause with the numbers of its words in
    `vocabulary`; or why it cannot be read."""

    path: Path
    sha256: str = ""
    gathered: tuple[Gathered, ...] = ()
    vocabulary: tuple[str, ...] = ()
    numbers: tuple[bytes, ...] = ()
    same: tuple[int, ...] = ()
    trouble: TravauxError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the files given."""

    agreements: int = 0
    clauses: int = 0
    skipped: int = 0
    not_outlined: tuple[Path, ...] = ()
    renamed: tuple[tuple[Path, str], ...] = ()
    troubles: tuple[TravauxError, ...] = ()


def add(folder: Path, paths: Sequence[Path], *, told: Callable[[int, int], None] = lambda done, total: None) -> Added:
    """Add the agreements in files to the library at `folder`, which is made where there is none.

    A file whose bytes are in the library is skipped, so the same command goes on where it was stopped. `told` hears how
    many of the files are done. Raises LibraryTrouble where the folder is another thing, FullDisk where it is full; what
    was stored before stays.
    """
    at.create(folder)
    known = Known.of(folder)
    new = [path for path in paths if not _is_in(path, known)]
    total = Added(skipped=len(paths) - len(new))
    done = total.skipped
    with pool(len(new)) as workers:
        for count, added in keep(folder, workers.over(prepare, new), known):
            done += count
            total = _sum(total, added)
            told(done, len(paths))
    return total


def keep(folder: Path, reading: Iterator[Read], known: Known) -> Iterator[tuple[int, Added]]:
    """Store what is read, a batch at a time: how many files are done, and what became of them."""
    while several := list(islice(reading, _FILES)):
        yield len(several), _store(folder, several, known)


def _is_in(path: Path, known: Known) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() in known.files
    except OSError:
        return False  # it is told when it is read


def prepare(path: Path) -> Read:
    """Read a file and take it apart; any process can do it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"It cannot be read: {(error.strerror or str(error)).lower()}."
        return Read(path=path, trouble=UnreadableInput(message, at=str(path), remedy="Check the path."))
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        gathered = _gathered(content, path)
    except TravauxError as error:
        error.at = str(path)
        return Read(path=path, sha256=sha256, trouble=error)
    return pack(path, sha256, gathered)


def pack(path: Path, sha256: str, gathered: Sequence[Gathered]) -> Read:
    """The agreements of a file made ready to be stored: their words counted off."""
    gathered = tuple(replace(each, agreement=replace(each.agreement, sha256=sha256)) for each in gathered)
    vocabulary = _Numbers()
    spelled = [words(clause.words) for each in gathered for clause in each.clauses]
    return Read(
        path=path,
        sha256=sha256,
        gathered=gathered,
        numbers=tuple(array("I", map(vocabulary.__getitem__, one)).tobytes() for one in spelled),
        vocabulary=tuple(vocabulary),
        same=tuple(map(_same, spelled)),
    )


class _Numbers(dict[str, int]):
    """Gives every word that it is asked for the next number, and then the same again."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def _same(spelled: Sequence[str]) -> int:
    """A number that clauses of the same words in the same order share, and no others."""
    digest = hashlib.blake2b(" ".join(spelled).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _gathered(content: bytes, path: Path) -> tuple[Gathered, ...]:
    try:
        documents = read(content, name=path.name)
    except UnknownLook:
        # In no look of the record: kept as it is, for its words.
        text, _ = decoded(content, name=path.name, document=path.stem)
        documents = (replace(bare(text, id=path.stem, kind=Kind.AGREEMENT), title=_first_line(text)),)
    return tuple(found for document in documents for found in gather(document, source=path.name) if found.clauses)


def _first_line(text: str) -> str:
    return next((line.strip()[:200] for line in text.lstrip("\ufeff").splitlines() if line.strip()), "")


@dataclass(slots=True)
class Known:
    """What the library holds already: the files, the names and the numbers of words."""

    files: set[str]
    ids: set[str]
    vocabulary: _Numbers
    clauses: int

    @classmethod
    def of(cls, folder: Path) -> Known:
        files: set[str] = set()
        ids: set[str] = set()
        vocabulary = _Numbers()
        clauses = 0
        for batch in at.batches(folder):
            held = at.table(batch, "agreements", ["id", "sha256", "clauses"])
            clauses += sum(held["clauses"].to_pylist())
            files.update(held["sha256"].to_pylist())
            ids.update(held["id"].to_pylist())
            for word in at.table(batch, "words")["word"].to_pylist():
                vocabulary[word] = len(vocabulary)
        return cls(files, ids, vocabulary, clauses)


def _store(folder: Path, several: Iterable[Read], known: Known) -> Added:
    """Store what was read and is new as a batch."""
    fresh: list[Read] = []
    report = Added()
    for each in several:
        if each.trouble is not None:
            report = replace(report, troubles=(*report.troubles, each.trouble))
        elif each.sha256 in known.files:
            report = replace(report, skipped=report.skipped + 1)
        elif each.gathered:
            known.files.add(each.sha256)
            fresh.append(each)
    if not fresh:
        return report
    before = len(known.vocabulary)
    agreements, clauses, renamed = _rows(fresh, known)
    new = list(islice(known.vocabulary, before, None))
    at.add_batch(
        folder,
        {"agreements": agreements, "clauses": clauses, "words": pa.table({"word": new}, schema=at.WORDS)},
    )
    whole = tuple(each.path for each in fresh if not all(one.agreement.outlined for one in each.gathered))
    return replace(
        report, agreements=agreements.num_rows, clauses=clauses.num_rows, not_outlined=whole, renamed=tuple(renamed)
    )


def _rows(fresh: Sequence[Read], known: Known) -> tuple[pa.Table, pa.Table, list[tuple[Path, str]]]:
    agreements: list[Agreement] = []
    counts: list[int] = []
    rows: list[tuple[int, Clause]] = []
    signs: list[str] = []
    same: list[int] = []
    renamed = []
    for each in fresh:
        numbers = np.fromiter(map(known.vocabulary.__getitem__, each.vocabulary), np.uint32, len(each.vocabulary))
        points = code_points(numbers)
        signs += [points[np.frombuffer(one, dtype=np.uint32)].tobytes().decode("utf-32-le") for one in each.numbers]
        same += each.same
        for gathered in each.gathered:
            id = _free(gathered.agreement.id, known.ids)
            if id != gathered.agreement.id:
                renamed.append((each.path, id))
            rows += [(len(agreements), clause) for clause in gathered.clauses]
            agreements.append(replace(gathered.agreement, id=id))
            counts.append(len(gathered.clauses))
    first = known.clauses
    known.clauses += len(rows)
    return _agreements(agreements, counts), _clauses(first, rows, signs, same), renamed


def _free(id: str, taken: set[str]) -> str:
    """A name that no other text of the library has."""
    name, count = id, 2
    while name in taken:
        name, count = f"{id}-{count}", count + 1
    taken.add(name)
    return name


def _agreements(agreements: Sequence[Agreement], counts: Sequence[int]) -> pa.Table:
    columns = {
        "id": [each.id for each in agreements],
        "title": [each.title for each in agreements],
        "kind": [each.kind for each in agreements],
        "source": [each.source for each in agreements],
        "sha256": [each.sha256 for each in agreements],
        "date": [each.date for each in agreements],
        "dated": [each.dated.value for each in agreements],
        "parties": [list(each.parties) for each in agreements],
        "outlined": [each.outlined for each in agreements],
        "clauses": counts,
    }
    return pa.table(columns, schema=at.AGREEMENTS)


def _clauses(first: int, rows: Sequence[tuple[int, Clause]], signs: Sequence[str], same: Sequence[int]) -> pa.Table:
    columns = {
        "id": list(range(first, first + len(rows))),
        "agreement": [number for number, _ in rows],
        "address": [clause.address for _, clause in rows],
        "kind": [clause.kind.value for _, clause in rows],
        "label": [clause.label for _, clause in rows],
        "text": [clause.words for _, clause in rows],
        "inner": [clause.inner for _, clause in rows],
        "within": _holders(first, [clause.inner for _, clause in rows]),
        "words": [len(each) for each in signs],
        "same": list(same),
        "signs": list(signs),
    }
    return pa.table(columns, schema=at.CLAUSES)


def _holders(first: int, inner: Sequence[bool]) -> list[int]:
    """The article of each clause: that before it which is no paragraph of another, or itself."""
    found: list[int] = []
    for id, each in enumerate(inner, start=first):
        found.append(found[-1] if each else id)
    return found


def _sum(one: Added, other: Added) -> Added:
    return Added(
        agreements=one.agreements + other.agreements,
        clauses=one.clauses + other.clauses,
        skipped=one.skipped + other.skipped,
        not_outlined=one.not_outlined + other.not_outlined,
        renamed=one.renamed + other.renamed,
        troubles=one.troubles + other.troubles,
    )
