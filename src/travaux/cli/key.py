"""`travaux key`: make a key to sign bundles with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import terminal
from travaux.desk.journal.signing import make_key


def key(
    path: Annotated[Path, typer.Argument(metavar="KEY", help="Where the secret key goes; KEY.pub is the public one.")],
    protect: Annotated[bool, typer.Option("--protect", help="Ask for a passphrase that it is locked with.")] = False,
) -> None:
    """Make a key that `travaux bundle` signs with; the public part is for those who verify."""
    passphrase = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=True) if protect else ""
    fingerprint = make_key(path, passphrase=passphrase)
    console = terminal.output()
    terminal.put(console, terminal.styled(f"The secret key is {path}: keep it where only you can read it."))
    terminal.put(console, terminal.styled(f"The public key is {path}.pub; its fingerprint is {fingerprint}"))
