"""Tells one edition of the rules by which documents are read from another, so that nothing read by older ones counts.
It says nothing of what they are."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

#: The rooms, and the file, whose grammars, tables and code the reading of a mandate and of positions rests on.
_ROOMS = ("record", "text", "amend", "mandate", "findings.py")


@cache
def rules() -> str:
    """A hash of all that reads a document: it is another when any of that is."""
    home = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted({home / room, *(home / room).rglob("*")}):
            if path.is_file() and path.suffix != ".pyc":
                content = path.read_bytes()
                digest.update(f"{path.relative_to(home).as_posix()} {len(content)}\n".encode())
                digest.update(content)
    return digest.hexdigest()
