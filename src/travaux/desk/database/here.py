"""Tells which database a path leads to, and which one is open."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from django.db import connection

from travaux.desk.database import postgresql, sqlite
from travaux.errors import TravauxError


class Database(Protocol):
    """What every database can do. Its errors are turned into ours by `trouble`."""

    #: A place in a statement for bytes that are text in UTF-8.
    UTF8: str

    def exists(self, path: Path) -> bool:
        """Whether there is anything at the path."""

    def require_writable(self, path: Path) -> None:
        """Raise FileTrouble where the place cannot take a file."""

    def version(self, path: Path, *, writing: bool) -> int:
        """The format of what is there, 0 where it is not filled. Raises FileTrouble where it is not ours."""

    def point_at(self, path: Path, *, writing: bool) -> None:
        """Send every later connection, in whichever thread, there."""

    def tables_at_once(self) -> bool:
        """Make all tables where there are none, and tell whether that was done: elsewhere migrations do it."""

    def making(self, version: int) -> AbstractContextManager[None]:
        """What makes the tables goes within; the mark of the format comes last, so that one half made is known."""

    def in_writing(self, *, patient: bool = True) -> AbstractContextManager[None]:
        """A transaction that takes writing, also where it was opened for reading, and lets one writer in at a time.
        Where `patient` is not set it does not wait for the one before."""

    def one_state(self) -> AbstractContextManager[None]:
        """A transaction in which all that is read is of one state."""

    def in_turn(self, path: Path) -> AbstractContextManager[None]:
        """One who asks for it has it at a time, and the others wait; it ends with the process, however that ends."""

    def among(self, column: str) -> str:
        """A condition with one place, which `listed` fills: the value in the column is one of these."""

    def listed(self, values: Iterable[int]) -> Any:
        """Values as `among` takes them."""

    def trouble(self, error: Exception, path: Path) -> TravauxError:
        """What an error means to a person."""

    def discard(self, path: Path) -> None:
        """Remove what was made there in vain."""


def database(path: Path) -> Database:
    """The database that a path leads to."""
    return postgresql if postgresql.address(path) else sqlite


def open_now() -> Database:
    """The database that is open."""
    return postgresql if connection.vendor == "postgresql" else sqlite
