"""`travaux export`: a draft, a redline or a document in a format that others read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import terminal
from travaux.cli.taken import document_named, paper_named, paper_since
from travaux.cli.written import write_bytes
from travaux.errors import FileTrouble, UnknownFormat
from travaux.exchange.export import export as exported
from travaux.exchange.formats import FORMATS, Format, Matter, format_named, format_of
from travaux.exchange.outgoing import outgoing

_NAMES = ", ".join(each.name for each in FORMATS)


def export(
    name: Annotated[str, typer.Argument(metavar="DRAFT", help="A file with the draft, or with --in its id.")],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    to: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of: {_NAMES}.")] = "",
    against: Annotated[
        str, typer.Option("--against", metavar="BEFORE", help="An earlier draft: show what changed from it.")
    ] = "",
    leaving: Annotated[
        bool,
        typer.Option("--outgoing", help="For the other side: leave out who changed what, why, and the sources."),
    ] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write it there.")] = None,
) -> None:
    """Write a draft, a redline, or with a format of the record a document, in a format that others read."""
    form = _format(to, out)
    if Matter.DOCUMENT in form.holds:
        _write(exported(document_named(name, within), to=form), form, out)
        return
    paper = paper_since(name, against, within) if against else paper_named(name, within)
    _write(exported(outgoing(paper) if leaving else paper, to=form), form, out)


def _format(to: str, out: Path | None) -> Format:
    if to:
        return format_named(to)
    if out is None:
        raise UnknownFormat("No format was asked for.", remedy=f"Say --as FORMAT ({_NAMES}), or -o FILE.")
    return format_of(out.name)


def _write(content: bytes, form: Format, out: Path | None) -> None:
    if out is not None:
        write_bytes(content, out)
        return
    try:
        words = content.decode()
    except UnicodeDecodeError as error:
        raise FileTrouble(f"{form.title} is no text to print.", remedy="Name a file for it: -o FILE.") from error
    # Text that documents bring acts on no terminal; into a file or a pipe it goes as it is.
    if sys.stdout.isatty():
        print(terminal.plain(words), end="")
    else:
        sys.stdout.buffer.write(content)
