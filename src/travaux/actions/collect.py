"""Finds the files to read. A path that leads nowhere stops the work before it begins."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from travaux.errors import FileTrouble

# What is taken from a folder; a file that is named is read whatever it is called.
_SUFFIXES = {".xml", ".txt", ".html", ".htm", ".docx"}
_PACKED = ".gz"
#: What is no document although it is called like one: hidden files, and those of a program that has one open.
_NOT_TAKEN = (".", "~$")
_STANDARD_INPUT = Path("/dev/stdin")


def collect(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that `paths` name, each once, in the order given: folders opened up, patterns filled in.

    `-` is standard input. Raises FileTrouble when a path is not there, a pattern fits nothing, or a folder holds
    no file of the record.
    """
    files: dict[Path, Path] = {}
    for path in paths:
        for found in _files(path):
            files.setdefault(found.resolve(), found)
    return tuple(files.values())


def _files(path: Path) -> tuple[Path, ...]:
    if path == Path("-"):
        return (_STANDARD_INPUT,)
    try:
        if path.is_dir():
            return _inside(path)
        if path.is_file():
            return (path,)
        there = path.exists()
    except OSError as error:
        raise FileTrouble(f"It cannot be read: {error.strerror}.", at=str(path)) from error
    if not there and glob.has_magic(str(path)):
        return _matching(path)
    what = "This is neither a file nor a folder." if there else "There is no such file or folder."
    raise FileTrouble(what, at=str(path), remedy="Look at how the name is written.")


def _matching(pattern: Path) -> tuple[Path, ...]:
    """The files that a pattern fits; `**` goes into folders."""
    found = sorted(Path(name) for name in glob.glob(str(pattern), recursive=True))
    files = tuple(path for path in found if path.is_file())
    if not files:
        raise FileTrouble(
            "No file fits this pattern.", at=str(pattern), remedy="Look at how it is written; ** goes into folders."
        )
    return files


def _inside(folder: Path) -> tuple[Path, ...]:
    found = sorted(path for path in folder.rglob("*") if _is_taken(path) and path.is_file())
    if not found:
        raise FileTrouble(
            "There is nothing to read in this folder.",
            at=str(folder),
            remedy="Name one with volumes in TEI (.xml), documents as text (.txt), web pages (.html) or Word (.docx).",
        )
    return tuple(found)


def _is_taken(path: Path) -> bool:
    name = path.name.lower()
    kind = path.with_suffix("").suffix if name.endswith(_PACKED) else path.suffix
    return kind.lower() in _SUFFIXES and not name.startswith(_NOT_TAKEN)
