"""Spares the search for circles of objects while documents are read: they are trees, and are freed without it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
#: How many readings go on at this moment, and whether the collector ran when the first of them began.
_going_on, _collects = 0, False


@contextmanager
def uncollected(*, circles: bool = True) -> Iterator[None]:
    """Keep the collector still; it goes on, if it did before, when the last of those who asked for this is done.

    Every few thousand new objects it would look through all documents that were read, as many as a library has.
    At the end it looks once through what is new, since a library may leave circles: python-docx does in each file.
    Where it is known that nothing leaves any (`circles`), it does not: that took a fortieth of reading a volume.
    """
    _begin()
    done = False
    try:
        yield
        done = True
    finally:
        _end(done=done, circles=circles)


def _begin() -> None:
    global _going_on, _collects
    with _lock:
        if not _going_on:
            _collects = gc.isenabled()
            gc.disable()
        _going_on += 1


def _end(*, done: bool, circles: bool) -> None:
    global _going_on
    with _lock:
        _going_on -= 1
        if _going_on or not _collects:
            return
        if done and circles:  # after an error, what was begun is still in use
            gc.collect(0)
        if done and not gc.get_freeze_count():
            # What was read goes to the oldest objects at once, which are looked through least, as if it had been.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
