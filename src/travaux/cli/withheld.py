"""`travaux withheld`: how much of the documents was not released, by volume and in all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text, tally_as_data
from travaux.cli.wording import counted
from travaux.desk import file
from travaux.desk import withheld as shelf
from travaux.desk.withheld import Total
from travaux.record.withholding import in_words


def withheld(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell how much of the documents was not released, by volume."""
    file.open_file(path)
    with file.troubles(path):
        totals = shelf.withheld()
    whole = shelf.in_all(totals)
    if as_json:
        print(json_text({"in_all": _total(whole), "volumes": [_total(total) for total in totals]}))
        return
    console = terminal.output()
    for name, total in (*((total.volume or "Documents of their own", total) for total in totals), ("In all", whole)):
        terminal.put(console, terminal.styled(name, "bold"))
        for line in _lines(total):
            terminal.put(console, terminal.styled(f"  {line}"))


def _lines(total: Total) -> Iterator[str]:
    in_full = f", {total.in_full:,} of them in full" if total.in_full else ""
    yield f"{counted(total.documents, 'document')}{in_full}; {counted(total.passages, 'passage')}"
    yield from map(in_words, total.tallies)


def _total(total: Total) -> Json:
    return {
        "volume": total.volume or None,
        "documents": total.documents,
        "in_full": total.in_full,
        "passages": total.passages,
        "units": [tally_as_data(tally) for tally in total.tallies],
    }
