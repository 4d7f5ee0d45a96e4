"""Standard input in the place of a file: kept under a name of its own until the command is done."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from travaux.cli import terminal

_NAMES = (Path("-"), Path("/dev/stdin"))
#: So many signs of the hash of its content tell one input from another.
_SIGNS = 8
#: What was read of which stream, and where it is: a command may ask for it more than once.
_read: list[tuple[object, Path]] = []


def here(path: Path, *, name: str = "") -> Path:
    """The path of a file; for `-` that of what came by standard input, called `name` or by its content, as
    stdin-1f3870be. It is told which, as it is the name of what is read from it."""
    if path not in _NAMES:
        return path
    for stream, kept in _read:
        if stream is sys.stdin:
            return kept
    buffer = getattr(sys.stdin, "buffer", None)
    content = buffer.read() if buffer else sys.stdin.read().encode()
    named = Path(name).name
    kept = _kept(content, named if named.strip(".") else f"stdin-{hashlib.sha256(content).hexdigest()[:_SIGNS]}")
    _read.append((sys.stdin, kept))
    terminal.tell(f"Standard input is taken as {kept.name}.")
    return kept


def _kept(content: bytes, name: str) -> Path:
    """A file with that content, until the process ends. What makes one is read in where standard input is asked for."""
    import atexit
    from shutil import rmtree
    from tempfile import mkdtemp

    folder = mkdtemp(prefix="travaux-")
    atexit.register(rmtree, folder, ignore_errors=True)
    kept = Path(folder, name)
    kept.write_bytes(content)
    return kept


def all_here(paths: Iterable[Path], *, name: str = "") -> list[Path]:
    """The same for several."""
    return [here(path, name=name) for path in paths]
