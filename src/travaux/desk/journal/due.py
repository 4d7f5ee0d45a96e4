"""Sees to it that who changes the file makes an entry, and knows who that is. Needs no database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from travaux.desk.access.viewer import current

_made: ContextVar[int | None] = ContextVar("made", default=None)
_by: ContextVar[str] = ContextVar("by", default="")


class NoEntry(RuntimeError):
    """A change without an entry, or an entry without a change: a mistake of the program."""


@contextmanager
def entry_due() -> Iterator[None]:
    """A change within which at least one entry is to be made; the same change where it stands within another.

    Raises NoEntry at the end where none was made, which undoes the change.
    """
    if _made.get() is not None:
        yield
        return
    token = _made.set(0)
    try:
        yield
        if not _made.get():
            raise NoEntry("a change of the file made no entry in its journal")
    finally:
        _made.reset(token)


def made() -> None:
    """Note that an entry was made. Raises NoEntry outside of a change."""
    count = _made.get()
    if count is None:
        raise NoEntry("an entry is made within the change that it tells of: file.writing()")
    _made.set(count + 1)


@contextmanager
def acting(by: str) -> Iterator[None]:
    """Have the entries that are made within tell this person."""
    token = _by.set(by)
    try:
        yield
    finally:
        _by.reset(token)


def who() -> str:
    """Who acts, by the name they log in with; "" for the one person at the machine."""
    return _by.get() or current().key
