"""Tells which index of words the open database has, and what each can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from django.db import connection

from travaux.desk.search import fts5, tsvector
from travaux.desk.search.query import Node

#: The key of a document and its title, body and notes, in UTF-8.
Words = tuple[int, bytes, bytes, bytes]


class Engine(Protocol):
    """An index of words."""

    def at_one_moment(self) -> AbstractContextManager[None]:
        """All that is read within is of one state of the file, whatever a build writes to it meanwhile."""

    def rows(self, statement: str, *given: Any) -> Any:
        """What a statement gives, with as little as can be between it and the database."""

    def ranked(self, wanted: Node) -> list[tuple[float, int]]:
        """The documents that have it and may be seen, each with its rank: the lower, the better."""

    def found(self, wanted: Node) -> list[tuple[int]]:
        """The same without ranks."""

    def marked(self, wanted: Node, columns: Sequence[int], keys: Sequence[int], *, among: int) -> Sequence[Any]:
        """Of these documents, the key and the texts of these columns (of title, body and notes) with the matches
        marked; `among` have it in all."""

    def keep(self, words: Sequence[Words]) -> None:
        """Take documents in."""

    def settle(self) -> None:
        """Put the index in order."""


def engine() -> Engine:
    """The index of the open database."""
    return tsvector if connection.vendor == "postgresql" else fts5
