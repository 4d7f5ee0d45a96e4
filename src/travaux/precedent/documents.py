"""Reads a library of documents into Parquet on a cluster, for those who hold more than one machine reads in a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pyarrow as pa

from travaux.errors import LibraryTrouble, TravauxError, UnreadableInput
from travaux.precedent import folder as at
from travaux.precedent.cluster import session
from travaux.record.document import Document
from travaux.record.read import read

#: A row a document, or a file that cannot be read: then `trouble` says why, and the other columns but `source` are
#: empty. `document` is the document as JSON, with every anchor.
SCHEMA = pa.schema(
    [
        ("source", pa.string()), ("id", pa.string()), ("number", pa.string()), ("kind", pa.string()),
        ("title", pa.string()), ("date", pa.date32()), ("sender", pa.string()), ("addressee", pa.string()),
        ("text", pa.string()), ("document", pa.string()), ("trouble", pa.string()),
    ]
)  # fmt: skip
_COLUMNS = (
    "source string, id string, number string, kind string, title string, date date, sender string, addressee string, "
    "text string, document string, trouble string"
)
#: So many files are a piece of work.
_FILES = 4


@dataclass(frozen=True, slots=True)
class Kept:
    """How many documents were written, and what could not be read, a line each."""

    documents: int
    troubles: tuple[str, ...]


def documents(paths: Sequence[Path], *, out: Path, master: str) -> Kept:
    """Read files on the cluster at `master` and write their documents as a folder of Parquet files at `out`.

    The files are to be where every machine can read them. The folder is there whole or not at all. Raises
    LibraryTrouble where it is there already, or no cluster answers.
    """
    if out.exists():
        raise LibraryTrouble("There is something of this name.", at=str(out), remedy="Name a folder that is not there.")
    with session(master) as spark:
        pieces = max(len(paths) // _FILES, 1)
        given = spark.createDataFrame([(str(path.absolute()),) for path in paths], "path string").repartition(pieces)
        with at.replacing(out) as unfinished:
            given.mapInArrow(_rows, _COLUMNS).write.mode("overwrite").parquet(str(unfinished.absolute()))
        told = spark.read.parquet(str(out.absolute())).select("source", "trouble")
        troubles = sorted(row.trouble for row in told.where("trouble IS NOT NULL").collect())
        return Kept(told.where("trouble IS NULL").count(), tuple(troubles))


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The documents in the files that batches name."""
    for batch in batches:
        for path in batch.column("path").to_pylist():
            yield pa.RecordBatch.from_pylist(list(_of_file(Path(path))), schema=SCHEMA)


def _of_file(path: Path) -> Iterator[dict[str, object]]:
    try:
        found = read(path.read_bytes(), name=path.name)
    except OSError as error:
        yield _refused(path, UnreadableInput(f"It cannot be read: {(error.strerror or str(error)).lower()}."))
    except TravauxError as error:
        yield _refused(path, error)
    else:
        yield from (_row(path, document) for document in found)


def _refused(path: Path, error: TravauxError) -> dict[str, object]:
    error.at = str(path)
    return {"source": str(path), "trouble": str(error)}


def _row(path: Path, document: Document) -> dict[str, object]:
    return {
        "source": str(path),
        "id": document.id,
        "number": document.number,
        "kind": document.kind.value,
        "title": document.title,
        "date": document.date,
        "sender": document.sender,
        "addressee": document.addressee,
        "text": document.text,
        "document": msgspec.json.encode(document).decode(),
    }
