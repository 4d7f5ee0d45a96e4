"""What several commands ask for in the same words: the day, a register to take in, one to propose."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

#: Midnight of the day that is given.
OnDay = Annotated[
    datetime.datetime | None,
    typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="The day, as 1960-06-23; else today."),
]
Take = Annotated[
    Path | None, typer.Option("--take", metavar="REGISTER", help="First take a register (TOML) into the file.")
]
Told = Annotated[
    bool, typer.Option("--told", help="Propose a register (TOML) of what the documents tell, to edit and take.")
]


def day_of(asked: datetime.datetime | None) -> datetime.date:
    """The day that was given; else today."""
    return asked.date() if asked else datetime.date.today()
