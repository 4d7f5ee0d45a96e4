"""Writes what a command made to a file that a person named."""

from __future__ import annotations

import sys
from pathlib import Path

from travaux.errors import FileTrouble

_OUTPUT = Path("-")


def write_text(text: str, out: Path) -> None:
    """Write a text file; raises FileTrouble where that cannot be done."""
    write_bytes(text.encode("utf-8"), out)


def write_bytes(content: bytes, out: Path, *, option: str = "-o") -> None:
    """Write a file, and for `-` to standard output; raises FileTrouble, with the `option` that names another, where
    that cannot be done."""
    if out == _OUTPUT:
        sys.stdout.flush()
        buffer = getattr(sys.stdout, "buffer", None)
        buffer.write(content) if buffer else sys.stdout.write(content.decode())
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        message = f"It cannot be written: {(error.strerror or str(error)).lower()}."
        raise FileTrouble(message, at=str(out), remedy=f"Name another file: {option} FILE.") from error
