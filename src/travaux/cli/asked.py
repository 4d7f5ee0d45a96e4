"""What several commands ask for in the same words: the day, a register to take in, one to propose, a passage."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Annotated

import typer

from travaux.errors import UnreadableReading
from travaux.findings import Citation

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


_PASSAGE = re.compile(r"(?P<document>.+?)(?::|, characters )(?P<start>\d{1,9})-(?P<end>\d{1,9})")


def cited(words: str) -> Citation:
    """The passage that is named as d28:1464-1631, or as it is printed: d28, characters 1464-1631. Raises
    UnreadableReading."""
    told = _PASSAGE.fullmatch(words)
    if told is None:
        raise UnreadableReading(f"“{words}” names no passage.", remedy="Write it as d28:1464-1631.")
    return Citation(told["document"], int(told["start"]), max(int(told["start"]), int(told["end"])))


def place(at: Citation) -> str:
    """A passage as `cited` takes it."""
    return f"{at.document}:{at.start}-{at.end}"


def day_of(asked: datetime.datetime | None) -> datetime.date:
    """The day that was given; else today."""
    return asked.date() if asked else datetime.date.today()
