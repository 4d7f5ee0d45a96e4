"""`travaux build`: reads the record into a negotiation's file, and reports what was found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.build import build as build_file
from travaux.cli import terminal
from travaux.cli.progress import shown
from travaux.cli.report import report_lines
from travaux.cli.standard_input import all_here
from travaux.cli.wording import counted


def build(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to build, or to add to.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help="Volumes in TEI or as text, documents as text, web page or Word file, folders or patterns of them; "
            "- for standard input. None, with --follow, for what was put off.",
        ),
    ] = None,
    follow: Annotated[
        bool | None,
        typer.Option(
            "--follow/--no-follow",
            help="Seek and follow drafts now, or when they are first asked for; else now, but for many volumes.",
            show_default=False,
        ),
    ] = None,
    called: Annotated[
        str, typer.Option("--as", metavar="NAME", help="What standard input is called; else by its content.")
    ] = "",
    rehash: Annotated[
        bool, typer.Option("--rehash", help="Read every file to tell whether it is in, also one not touched since.")
    ] = False,
    engine: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A Spark cluster that reads; FILE is then a folder of Parquet files.")
    ] = "",
) -> None:
    """Read documents into FILE, and follow the drafts.

    What is in the file already is skipped, so the same command goes on where it was stopped.
    """
    if not paths and not follow:
        raise typer.BadParameter("name what is to be read, or --follow", param_hint="PATH...")
    if called and Path("-") not in (paths or ()):
        raise typer.BadParameter("nothing comes by standard input: name it as -", param_hint="--as")
    paths = all_here(paths or (), name=called)
    if engine:
        _on_cluster(paths, out, engine)
        return
    with shown() as progress:
        report = build_file(paths, out=out, follow=follow, rehash=rehash, progress=progress)
    if report.overview.documents or report.listed:
        for line in report_lines(report, out):
            print(terminal.plain(line))
    for trouble in report.troubles:
        terminal.tell(str(trouble))
    if report.troubles:
        raise typer.Exit(terminal.FAILED)


def _on_cluster(paths: list[Path], out: Path, engine: str) -> None:
    """Have a cluster read the documents into Parquet. What that needs is read in where it is asked for."""
    from travaux.actions.collect import collect
    from travaux.precedent.documents import documents

    kept = documents(collect(paths), out=out, master=engine)
    print(f"{counted(kept.documents, 'document')} written to {terminal.plain(str(out))}")
    for trouble in kept.troubles:
        terminal.tell(trouble)
    if kept.troubles:
        raise typer.Exit(terminal.FAILED)
