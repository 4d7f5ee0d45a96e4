"""`travaux withhold`: mark words of a document as not to leave the office."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.withhold import Ground
from travaux.actions.withhold import withhold as marked
from travaux.cli import terminal
from travaux.cli.wording import short
from travaux.desk import file, shelf
from travaux.errors import UnknownEntry
from travaux.record.quoted import found
from travaux.release.mark import KEPT_IN, Edition, Unit


def withhold(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    document: Annotated[str, typer.Argument(metavar="DOC", help="The document's id or number.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, as the document has them.")] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why, such as an exemption.")] = "",
    authority: Annotated[str, typer.Option("--authority", help="Who decided it.")] = "",
    in_full: Annotated[bool, typer.Option("--in-full", help="The whole document but its heading and source.")] = False,
    name: Annotated[bool, typer.Option("--name", help="The words are a name: no amount is told.")] = False,
    kept_in: Annotated[
        str, typer.Option("--kept-in", metavar="EDITION", help="The widest that has it: internal, partner or none.")
    ] = Edition.INTERNAL.value,
    date: Annotated[
        datetime.datetime | None, typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="Since when; today.")
    ] = None,
) -> None:
    """Mark words of a document, or all of it, as withheld: no edition wider than --kept-in has them."""
    ground = Ground(
        reason=reason,
        authority=authority,
        date=date.date() if date else datetime.date.today(),
        kept_in=_circle(kept_in),
    )
    file.open_file(path)
    with file.troubles(path):
        read = shelf.document(document)
        if in_full:
            mark = marked(read.cite(0, len(read.text)), ground, unit=Unit.DOCUMENT)
        else:
            if not words:
                raise UnknownEntry("No words were given.", remedy="Quote them, or say --in-full.")
            mark = marked(found(read, words), ground, unit=Unit.NAME if name else Unit.LINES)
    told = "in full" if in_full else f"“{short(words)}”"
    terminal.put(terminal.output(), terminal.styled(f"Mark {mark.number}: {read.id}, {told}."))


def _circle(name: str) -> Edition | None:
    if name not in KEPT_IN:
        raise UnknownEntry(f"Nothing is kept in {name}.", remedy=f"Say one of: {', '.join(KEPT_IN)}.")
    return KEPT_IN[name]
