"""Puts the index of words in order, as work for a process that has no file open."""

from __future__ import annotations

from pathlib import Path

from travaux.desk import file


def settle_in(path: Path) -> None:
    """Have the index of the file at `path` answer faster, while another process reads it."""
    from travaux.desk import search  # when it is asked for: whoever hands it to another process does without

    file.create_or_open(path)
    try:
        with file.troubles(path), file.writing_aside():
            search.settle()
    finally:
        file.close()
