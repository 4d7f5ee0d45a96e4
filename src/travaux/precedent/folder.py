"""The folder of a library on disk: a mark that says what it is, batches of texts as Parquet, and the index of them.

A batch is written beside its place and renamed when it is whole, so that a process that is killed leaves the library as
it was. Nothing in a batch is ever changed.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from travaux.errors import FullDisk, LibraryTrouble, ReadOnlyPlace

#: Raised when what the files hold, or what their columns mean, changes.
FORMAT = 1
MARK = "library.json"
_KIND = "travaux library of agreements"
_UNFINISHED = ".part"

AGREEMENTS = pa.schema(
    [
        ("id", pa.string()), ("title", pa.string()), ("kind", pa.string()), ("source", pa.string()),
        ("sha256", pa.string()), ("date", pa.date32()), ("dated", pa.string()), ("parties", pa.list_(pa.string())),
        ("outlined", pa.bool_()), ("clauses", pa.int32()),
    ]
)  # fmt: skip
#: `id` counts on through the library, `agreement` is the row of its table in the same batch, `within` is the
#: article that an inner clause is of, else itself; `same` is a hash of the words, `signs` has a character for each.
CLAUSES = pa.schema(
    [
        ("id", pa.int64()), ("agreement", pa.int32()), ("address", pa.string()), ("kind", pa.string()),
        ("label", pa.string()), ("text", pa.string()), ("inner", pa.bool_()), ("within", pa.int64()),
        ("words", pa.int32()), ("same", pa.int64()), ("signs", pa.string()),
    ]
)  # fmt: skip
WORDS = pa.schema([("word", pa.string())])
TABLES = {"agreements": AGREEMENTS, "clauses": CLAUSES, "words": WORDS}
#: Clauses are read again in groups of so many.
GROUP = 256


def create(folder: Path) -> None:
    """Make the folder of a library, or see that it is one that this version reads."""
    mark = folder / MARK
    if folder.exists() and not mark.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LibraryTrouble("This is no library of agreements.", at=str(folder), remedy="Name a new folder.")
    if not mark.exists():
        with troubles(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _write(mark, json.dumps({"kind": _KIND, "format": FORMAT}))
    check(folder)


def check(folder: Path) -> None:
    """See that a folder is a library that this version reads. Raises LibraryTrouble where it is not."""
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise LibraryTrouble(
            "There is no library of agreements here.", at=str(folder), remedy="Make one: travaux library add PATH..."
        ) from error
    except (OSError, ValueError) as error:
        raise LibraryTrouble(
            "Its mark cannot be read.", at=str(folder / MARK), remedy="Name another folder."
        ) from error
    if not isinstance(mark, dict) or mark.get("kind") != _KIND:
        raise LibraryTrouble("This is no library of agreements.", at=str(folder), remedy="Name another folder.")
    if mark.get("format") != FORMAT:
        raise LibraryTrouble(
            f"The library has format {mark.get('format')}; this version reads format {FORMAT}.",
            at=str(folder),
            remedy="Use the version that made it, or add its texts to a new library.",
        )


def batches(folder: Path) -> tuple[Path, ...]:
    """The whole batches of a library, in the order in which they were added."""
    return tuple(sorted(path for path in (folder / "batches").glob("??????") if path.is_dir()))


def table(batch: Path, name: str, columns: list[str] | None = None) -> pa.Table:
    """One of the tables of a batch. Raises LibraryTrouble where the file is not one that a library writes."""
    path = batch / f"{name}.parquet"
    try:
        opened = pq.ParquetFile(path)
        if not opened.schema_arrow.equals(TABLES[name]):
            raise LibraryTrouble(
                "This Parquet file has other columns than those of a library.", at=str(path), remedy=_REMEDY
            )
        return opened.read(columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise LibraryTrouble(f"It cannot be read: {_said(error)}", at=str(path), remedy=_REMEDY) from error


_REMEDY = "Take the batch out of the library and add its texts again."


def clauses(folder: Path) -> int:
    """How many clauses a library has, without a look at them."""
    return sum(pq.ParquetFile(batch / "clauses.parquet").metadata.num_rows for batch in batches(folder))


def add_batch(folder: Path, tables: dict[str, pa.Table]) -> Path:
    """Store a batch, whole or not at all, and give its folder."""
    held = batches(folder)
    number = int(held[-1].name) + 1 if held else 1
    place = folder / "batches" / f"{number:06d}"
    with replacing(place) as unfinished:
        for name, content in tables.items():
            pq.write_table(content, unfinished / f"{name}.parquet", compression="zstd", row_group_size=GROUP)
    return place


@contextmanager
def replacing(place: Path) -> Iterator[Path]:
    """A folder to write in, which becomes the one at `place` when all is written."""
    unfinished = place.with_name(place.name + _UNFINISHED)
    with troubles(place):
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        try:
            yield unfinished
            for path in unfinished.iterdir():
                _settle(path)
            if place.exists():
                shutil.rmtree(place)
            unfinished.rename(place)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise


@contextmanager
def troubles(place: Path) -> Iterator[None]:
    """Tell what hinders writing in a line that says what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            remedy = "Make room, and run the same command again: what was stored stays."
            raise FullDisk("The disk takes no more.", at=str(place), remedy=remedy) from error
        if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
            raise ReadOnlyPlace("Nothing can be written here.", at=str(place), remedy="Name another place.") from error
        raise LibraryTrouble(f"It cannot be written: {_said(error)}", at=str(place)) from error


def _said(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error).split("\n")[0]).rstrip(".") + "."


def _write(path: Path, words: str) -> None:
    beside = path.with_name(path.name + _UNFINISHED)
    beside.write_text(words, encoding="utf-8")
    _settle(beside)
    beside.rename(path)


def _settle(path: Path) -> None:
    """Have what was written stand on the disk before it is named."""
    if path.is_file():
        with path.open("rb") as written:
            os.fsync(written.fileno())
