"""`travaux release`: have a mark on withheld words no longer hold."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.withhold import release as released
from travaux.cli import terminal
from travaux.desk import file


def release(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    mark: Annotated[int, typer.Argument(metavar="MARK", help="The mark's number, as travaux withheld lists it.")],
    authority: Annotated[str, typer.Option("--authority", help="Who decided it.")] = "",
    date: Annotated[
        datetime.datetime | None, typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="From when; today.")
    ] = None,
) -> None:
    """Release what a mark withholds. The mark stays on record, and so does its release."""
    day = date.date() if date else datetime.date.today()
    file.open_file(path)
    with file.troubles(path):
        released(mark, authority=authority, date=day)
    terminal.put(terminal.output(), terminal.styled(f"Mark {mark} no longer holds."))
