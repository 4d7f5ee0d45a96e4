"""Opens a negotiation's file for what needs its drafts: where a build put them off, they are followed first, once."""

from __future__ import annotations

from pathlib import Path

from travaux.cli import terminal
from travaux.cli.progress import shown
from travaux.cli.wording import counted
from travaux.desk import file, shelf, waiting

# What examines and follows is read in where something is left to do.


def open_followed(path: Path) -> None:
    """Open the file at `path` for reading, with nothing in it that drafts are still to be sought in.

    Raises what `file.open_file` does, and ReadOnlyPlace where something is left to do and may not be kept.
    """
    file.open_file(path)
    with file.troubles(path):
        if not shelf.unfinished():
            return
        count = waiting.documents()
    file.close()
    from travaux.actions.catch_up import catch_up

    terminal.tell(f"following the drafts through {counted(count, 'document')}, once ...")
    with shown() as progress:
        catch_up(path, progress=progress)
    file.open_file(path)
