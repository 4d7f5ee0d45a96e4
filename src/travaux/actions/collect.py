"""Finds the files to read. A path that leads nowhere stops the work before it begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from travaux.errors import FileTrouble

# What is taken from a folder; a file that is named is read whatever it is called.
_SUFFIXES = {".xml", ".txt"}


def collect(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that `paths` name, folders opened up and each file once, in the order given.

    Raises FileTrouble when a path is not there, or a folder holds no file of the record.
    """
    files: dict[Path, Path] = {}
    for path in paths:
        for found in _files(path):
            files.setdefault(found.resolve(), found)
    return tuple(files.values())


def _files(path: Path) -> tuple[Path, ...]:
    try:
        if path.is_dir():
            return _inside(path)
        if path.is_file():
            return (path,)
        there = path.exists()
    except OSError as error:
        raise FileTrouble(f"It cannot be read: {error.strerror}.", at=str(path)) from error
    what = "This is neither a file nor a folder." if there else "There is no such file or folder."
    raise FileTrouble(what, at=str(path), remedy="Look at how the name is written.")


def _inside(folder: Path) -> tuple[Path, ...]:
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".") and path.is_file()
    )
    if not found:
        raise FileTrouble(
            "There is nothing to read in this folder.",
            at=str(folder),
            remedy="Name one with volumes in TEI (.xml) or documents as plain text (.txt).",
        )
    return tuple(found)
