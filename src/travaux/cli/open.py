"""`travaux open`: the file, or one document of it, in the browser at once, wherever there is a free port."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from travaux.cli.serve import listen
from travaux.desk import file, shelf


def open(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    name: Annotated[str, typer.Argument(metavar="DOC", help="Its id, the end of it (d28), or its number.")] = "",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Open FILE, or the document DOC in it, in the browser."""
    file.open_file(path)
    with file.troubles(path):
        page = f"documents/{quote(shelf.row(name).ident)}" if name else ""
    listen(path, port=0, page=page, browser=browser)
