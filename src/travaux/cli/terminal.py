"""How things come to the terminal: no sign of a document acts on it, and colour only where it is wanted."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# rich is read in by what shows something in colour or folded: a program that prints plain lines starts without it.

WIDTH = 100
FAILED = 2

# Escape sequences, and marks that turn the direction of writing, would let a document repaint the screen.
_ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def prepare() -> None:
    """Let the streams take any sign, in whatever encoding they are."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def plain(text: str) -> str:
    """The text with every sign that would act on the terminal made visible instead.

    >>> plain("\\x1b[2J")
    '␛[2J'
    """
    return _ACTING.sub(_visible, text)


def _visible(sign: re.Match[str]) -> str:
    code = ord(sign.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"\\u{code:04x}"


def styled(text: str, style: str = "") -> Text:
    """Words of a document, harmless, as rich text; what looks like markup in it is not."""
    from rich.text import Text

    return Text(plain(text), style=style)


def output() -> Console:
    """The terminal, or the pipe or file in its place: lines are only folded on a terminal."""
    from travaux.cli.console import Output

    console = Output(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())
    if console.is_terminal and console.width > WIDTH:
        console.width = WIDTH
    return console


def put(console: Console, line: Text) -> None:
    """Print a line; where the terminal folds it, its further rows keep the indent of the first."""
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    if console.is_terminal and indent:
        from rich.padding import Padding

        console.print(Padding(line[indent:], (0, 0, 0, indent), expand=False))
    else:
        console.print(line)


def in_colour(console: Console) -> bool:
    """Whether a difference can be shown by colour."""
    return console.is_terminal and not console.no_color and console.color_system is not None


def tell(message: str) -> None:
    """One line for the person at the terminal, apart from the output."""
    print(f"travaux: {' '.join(plain(message).split())}", file=sys.stderr)


def fail(message: str) -> int:
    """Tell what is wrong, and give the exit status for it."""
    tell(message)
    return FAILED
