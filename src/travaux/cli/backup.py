"""`travaux backup`: a copy of the file as it is at one moment, while others work on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.backup import backup as copied
from travaux.cli import terminal
from travaux.cli.wording import counted
from travaux.desk import file
from travaux.desk.journal.verify import Reckoned

BROKEN = 1


def backup(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="COPY", help="The copy, a new file.")],
) -> None:
    """Copy FILE while people work on it, and verify the copy; travaux restore makes a file of it again.

    Exit status 1 where what was copied is not what its journal says."""
    tell(copied(path, out=out), out)


def tell(reckoned: Reckoned, path: Path) -> None:
    """What a copy has, and whether it is whole."""
    console = terminal.output()
    entries, contents = counted(reckoned.entries, "change"), counted(reckoned.contents, "thing")
    told = f"{file.shown(path)}: {entries} in the journal, up to {reckoned.head[:12]}, on {contents}"
    terminal.put(console, terminal.styled(told))
    for each in reckoned.broken:
        terminal.put(console, terminal.styled(f"  {each}"))
    terminal.put(console, terminal.styled("Broken" if reckoned.broken else "All of it is whole.", "bold"))
    if reckoned.broken:
        raise typer.Exit(BROKEN)
