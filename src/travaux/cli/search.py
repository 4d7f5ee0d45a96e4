"""`travaux search`: the documents that hold the words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from travaux.cli import terminal
from travaux.cli.report import counted, in_words
from travaux.desk import file
from travaux.desk import search as index
from travaux.desk.search import Hit


def search(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words; in quotes they stand together.")],
    limit: Annotated[int, typer.Option(min=1, help="How many documents at most.")] = 20,
) -> None:
    """Find the documents that hold all the words."""
    file.open_file(path)
    with file.troubles(path):
        hits = index.search(" ".join(map(_together, words)), limit=limit)
    console = terminal.output()
    for hit in hits:
        console.print(_heading(hit))
        terminal.put(console, _snippet(hit))
        console.print()
    more = " or more" if len(hits) == limit else ""
    console.print(f"{counted(len(hits), 'document')}{more}." if hits else "No document holds these words.")


def _together(words: str) -> str:
    """What was quoted for the shell is a phrase, unless it has quotes of its own."""
    return words if '"' in words else f'"{words}"'


def _heading(hit: Hit) -> Text:
    heading = terminal.styled(hit.document, "bold")
    return heading.append(terminal.plain(f"  {hit.title}, {in_words(hit.date)}"))


def _snippet(hit: Hit) -> Text:
    snippet = Text("  ")
    for part in hit.snippet:
        words = terminal.plain(part.words.replace("\n", " "))
        snippet.append(words, "bold yellow" if part.matched else "")
    return snippet
