"""`travaux undo`: take back what an entry of the journal did."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.undo import undo as undone
from travaux.cli import terminal
from travaux.cli.followed import open_followed
from travaux.desk import file


def undo(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The number of the entry: travaux journal.")],
) -> None:
    """Take back the decision, remark or register of entry N of the journal; there is a new entry for it."""
    open_followed(path)
    with file.troubles(path):
        new = undone(number)
    terminal.put(terminal.output(), terminal.styled(f"Entry {number} is undone by entry {new.number}."))
