"""`travaux token`: tokens by which programs ask an office's file as a person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.tokens import give_token, revoke_token
from travaux.cli import terminal
from travaux.desk import file
from travaux.desk.people import tokens


def token(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="The person as whom the program asks.")] = "",
    name: Annotated[str, typer.Option("--name", help="What the program is called.")] = "",
    writes: Annotated[bool, typer.Option("--writes", help="It may change the file as well as read it.")] = False,
    days: Annotated[int, typer.Option("--days", help="For how long, at most a year.")] = 30,
    revoke: Annotated[int, typer.Option("--revoke", metavar="N", help="Have the token of that number not count.")] = 0,
) -> None:
    """Give a token to a program, revoke one, or list those that were given."""
    file.open_file(path)
    with file.troubles(path):
        if revoke:
            revoke_token(revoke)
            terminal.put(terminal.output(), terminal.styled(f"Token {revoke} no longer counts."))
        elif key and name:
            print(give_token(key, name, writes=writes, days=days))
            terminal.tell("it is told this once; the file keeps its hash alone.")
        else:
            for line in _lines(key):
                terminal.put(terminal.output(), terminal.styled(line))


def _lines(key: str) -> list[str]:
    return [
        f"{row.pk}. {row.name}, of {row.person.key}, {'reads and writes' if row.writes else 'reads'}, "
        + (f"revoked {row.revoked_at:%Y-%m-%d}" if row.revoked_at else f"until {row.expires_at:%Y-%m-%d}")
        for row in tokens.tokens(key)
    ]
