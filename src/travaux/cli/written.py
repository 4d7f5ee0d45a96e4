"""Writes what a command made to a file that a person named."""

from __future__ import annotations

from pathlib import Path

from travaux.errors import FileTrouble


def write_text(out: Path, text: str) -> None:
    """Write text there. Raises FileTrouble where the place takes no writing."""
    write_bytes(out, text.encode("utf-8"))


def write_bytes(out: Path, content: bytes) -> None:
    """Write bytes there. Raises FileTrouble where the place takes no writing."""
    try:
        out.write_bytes(content)
    except OSError as error:
        message = f"It cannot be written: {(error.strerror or str(error)).lower()}."
        raise FileTrouble(message, at=str(out), remedy="Name another file: -o FILE.") from error
