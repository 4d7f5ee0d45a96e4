"""`travaux restore`: a file, or a database, from a copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.backup import restore as restored
from travaux.cli.backup import tell


def restore(
    copy: Annotated[Path, typer.Argument(metavar="COPY", help="What travaux backup wrote.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The new file, or an empty database.")],
) -> None:
    """Make a new FILE, or fill an empty database, from a COPY that is whole."""
    tell(restored(copy, out=out), out)
