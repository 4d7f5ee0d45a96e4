"""Finds the documents of the open file that references mean, and those that references were waiting for."""

from __future__ import annotations

from travaux.desk import file, journal
from travaux.desk.access.viewer import house
from travaux.desk.references.due import is_settled


def refer() -> None:
    """Settle every reference that new documents bear on; nothing where no document is new."""
    if not is_settled():
        from travaux.desk.references.keep import keep_the_rest, settle  # with the grammar of dates

        with file.writing(), house():
            keep_the_rest()
            settle()
            journal.enter("settled", journal.On("references"), {})
