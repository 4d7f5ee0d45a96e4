"""Keeps in the journal who saw which documents of a high level."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.desk import file, journal
from travaux.desk.access.looked_at import Look


def note_looks(looks: Sequence[Look], page: str) -> None:
    """Enter who saw which documents, or words of them, on a kind of page. All or none are entered."""
    with file.writing():
        for who, ident in looks:
            with journal.acting(who):
                journal.saw(ident, page)
