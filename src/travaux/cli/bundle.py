"""`travaux bundle`: the journal and all contents as a signed file that proves itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.bundle import bundle as bundled
from travaux.cli import terminal
from travaux.cli.wording import counted
from travaux.desk import file


def bundle(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The bundle, such as japan.zip.")],
    key: Annotated[Path, typer.Option("--key", metavar="KEY", help="The secret key: travaux key makes one.")],
    protected: Annotated[bool, typer.Option("--protected", help="Ask for the passphrase of the key.")] = False,
) -> None:
    """Write the journal of FILE and all contents that it speaks of, signed; `travaux verify OUT` needs no FILE."""
    passphrase = typer.prompt("Passphrase", hide_input=True) if protected else ""
    file.open_file(path)
    with file.troubles(path):
        made = bundled(out, key=key, passphrase=passphrase)
    entries, contents = counted(made.entries, "change"), counted(made.contents, "content")
    told = f"{out} has {entries} and {contents}, signed with the key {made.fingerprint}"
    terminal.put(terminal.output(), terminal.styled(told))
