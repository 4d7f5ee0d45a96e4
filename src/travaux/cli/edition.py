"""`travaux edition`: the file, or its documents as a volume, without a byte of what is withheld from the reader."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.edition import edition as made
from travaux.actions.edition_volume import edition_volume
from travaux.cli import terminal
from travaux.cli.wording import counted
from travaux.cli.written import write_bytes
from travaux.desk import file
from travaux.exchange.formats import format_of
from travaux.release.mark import Edition


def edition(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="OUT", help="A new .travaux file, or .html, .docx, .pdf, .json ...")
    ],
    to: Annotated[Edition, typer.Option("--for", help="For whom it is.")] = Edition.PUBLIC,
    date: Annotated[
        datetime.datetime | None,
        typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="As of this day; else today."),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="What a volume is called; else the file's name.")] = "",
) -> None:
    """Make an edition of FILE: its documents with a marker in place of what is withheld, and what they give by
    themselves."""
    day = date.date() if date else datetime.date.today()
    if out.suffix == ".travaux":
        told = made(path, to=to, out=out, on=day)
        words = (
            f"{counted(told.documents, 'document')}, {counted(told.passages, 'passage')} withheld in {told.touched:,}"
        )
        terminal.put(terminal.output(), terminal.styled(f"{out}: the {to} edition, {words}."))
        return
    form = None if out.suffix == ".json" else format_of(out.name)
    file.open_file(path)
    with file.troubles(path):
        content = edition_volume(to, on=day, title=title or path.stem, form=form)
    write_bytes(content, out)
