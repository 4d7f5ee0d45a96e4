"""Reads a grammar file, in which a list of words may be longer than a line: behind `|` it goes on in the next line,
indented by four."""

from __future__ import annotations

import re
from pathlib import Path

_GOES_ON = re.compile(r"\|\n    (?=\S)")


def grammar(path: Path) -> str:
    """The grammar of a file, as `lark` reads it: each expression in one line."""
    return _GOES_ON.sub("|", path.read_text(encoding="utf-8"))
