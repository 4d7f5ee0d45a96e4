"""Which library of agreements goes with a negotiation's file."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from travaux.desk import file
from travaux.errors import LibraryTrouble

if TYPE_CHECKING:
    from travaux.desk.position_papers import Finder

#: The library to use where none is named.
_SETTING = "TRAVAUX_LIBRARY"
_ENDING = ".library"


def library(named: Path | None = None, *, beside: Path | None = None) -> Path:
    """The folder of a library: the one named, else the one set for the program, else the one beside a negotiation's
    file ("japan.library" for "japan.travaux"). Raises LibraryTrouble where there is none of these."""
    if named is not None:
        return named
    told = os.environ.get("TRAVAUX_LIBRARY")
    if told:
        return Path(told)
    near = beside.with_suffix(_ENDING) if beside else None
    if near is None or not near.is_dir():
        raise LibraryTrouble("No library of agreements is named.", remedy="Name one with --library FOLDER.")
    return near


def is_named(*, beside: Path | None = None) -> bool:
    """Whether there is a library, without a look into it."""
    near = beside.with_suffix(_ENDING) if beside else None
    return bool(os.environ.get("TRAVAUX_LIBRARY")) or (near is not None and near.is_dir())


def file_path() -> Path:
    """Where the open file of a negotiation is."""
    return file.place()


def precedents_in(named: Path | None = None, *, beside: Path) -> Finder | None:
    """What finds precedents in the library that is named or goes with a file; None where there is none."""
    if named is None and not is_named(beside=beside):
        return None
    # What reads a library is read in where there is one.
    from travaux.actions.find_precedents import find_precedents

    return partial(find_precedents, library(named, beside=beside))


def use(folder: Path) -> None:
    """Use this library for as long as the program runs. Raises LibraryTrouble where it is none."""
    from travaux.precedent.folder import check

    check(folder)
    os.environ[_SETTING] = str(folder.absolute())
