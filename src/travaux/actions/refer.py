"""Finds the documents of the open file that references mean, and those that references were waiting for."""

from __future__ import annotations

from collections.abc import Callable

from travaux.desk import file, journal
from travaux.desk.access.viewer import house
from travaux.desk.references.due import is_settled


def refer(*, after: Callable[[], object] | None = None) -> None:
    """Settle every reference that new documents bear on; nothing where no document is new.

    `after` is done when all is looked up, before anything is written: it waits for somebody else who writes.
    """
    fresh = not is_settled()
    if fresh:
        from travaux.desk.references.keep import keep_the_rest, looked_up, settle  # with the grammar of dates

        with house():
            meant = looked_up()
    if after:
        after()
    if fresh:
        with file.writing(), house():
            keep_the_rest()
            settle(meant)
            journal.enter("settled", journal.On("references"), {})
