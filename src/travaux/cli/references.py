"""`travaux references`: the documents that the library cites and does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import terminal
from travaux.cli.cited import absent_as_data
from travaux.cli.json_text import json_text
from travaux.cli.wording import counted, in_words
from travaux.desk import file
from travaux.desk.references.look import Absent, absent


def references(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    limit: Annotated[int, typer.Option(min=1, help="How many documents.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List the documents that are cited and not in the file, the most cited first."""
    file.open_file(path)
    with file.troubles(path):
        found = absent()
    if as_json:
        print(json_text({"total": len(found), "absent": absent_as_data(found[:limit])}))
        return
    console = terminal.output()
    console.print(f"{counted(len(found), 'document')} cited and not in {file.shown(path)}")
    for each in found[:limit]:
        terminal.put(console, terminal.styled(f"  {_line(each)}"))
    if len(found) > limit:
        console.print(f"  … and {len(found) - limit:,} more: --limit N")


def _line(each: Absent) -> str:
    dated = in_words(each.first) if each.first == each.last else f"{in_words(each.first)} to {in_words(each.last)}"
    return f"{each.name}  cited by {counted(each.citing, 'document')}, {dated}, first in {each.example.document}"
