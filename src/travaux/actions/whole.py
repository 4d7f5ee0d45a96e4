"""Writes a file whole or not at all: what was there under its name stays until all of it is on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from travaux.desk import file
from travaux.errors import FileTrouble


@contextmanager
def written_whole(out: Path) -> Iterator[IO[bytes]]:
    """A stream to what becomes the file at `out` at the end. Raises FileTrouble where there is one, or no more room."""
    with whole(out) as beside, open(beside, "wb") as stream:
        yield stream


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """A path beside `out` for what becomes the file there at the end; it is removed where that is not reached."""
    if out.exists():
        raise FileTrouble("There is a file of that name.", at=str(out), remedy="Name another, or remove it.")
    if not out.parent.is_dir():
        raise FileTrouble("The folder is not there.", at=str(out), remedy="Make it first, or name another.")
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with file.troubles(out):
            yield beside
            _keep(beside)
            os.rename(beside, out)
            _keep(out.parent)
    finally:
        beside.unlink(missing_ok=True)


def _keep(path: Path) -> None:
    """Have what was written to a file, or the names in a folder, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
