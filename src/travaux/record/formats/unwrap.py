"""Joins the lines of an agreement that only the width of a page parted. A line that its writer ended stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Lines longer than this are paragraphs, not lines of a page.
_WIDEST = 135
#: Of the lines of a wrapped text, at least this share goes on in small letters.
_GOING_ON, _FEWEST = 0.2, 12
_STOPS = (".", ";", ":", "!", "?", ".”", '."')
_LABELLED = re.compile(
    r"(?i)(?:article|art[ií]culo|artigo|статья|стаття|chapter|section|part|title|annex|appendix)[ -][\dIVXLC]+\W*$|"
    r"(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]+)[.)] |\((?:\d{1,2}|[a-z]|[ivx]+)\) |[-–•*·] "
)
_RECITAL = re.compile(r"[A-Z]{4,}\b|[A-Z][a-z]*(?:ing|ous|ful|ando|endo)\b|(?:Whereas|Convinced|Determined|Resolved)\b")
_POINTING = re.compile(
    r"(?i)\b(?:of|in|to|under|by|with|and|or|the|from|paragraphs?|articles?|see|for|at|on|that|than)$"
)


def unwrapped(printed: Sequence[str]) -> list[str]:
    """The lines of a text without the blank ones, each with those that go on with it.

    A text whose lines are not those of a page is given back line by line.

    >>> page = ["Article 1", "The ferry runs daily between the two ports, and", "on feast days twice."] * 6
    >>> unwrapped(page)[:2]
    ['Article 1', 'The ferry runs daily between the two ports, and on feast days twice.']
    """
    lines = [line for line in printed if line]
    width = _width(lines)
    if not width:
        return lines
    joined: list[str] = []
    last = ""
    for line in printed:
        if line and last and _goes_on(last, line, width):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        last = line
    return joined


def _width(lines: Sequence[str]) -> int:
    """How many characters a line of the page holds; 0 where the text is not wrapped."""
    lengths = sorted(map(len, lines))
    if len(lines) < _FEWEST:
        return 0
    width = lengths[len(lengths) * 19 // 20]
    going_on = sum(line[0].islower() for line in lines)
    return width if width <= _WIDEST and going_on >= _GOING_ON * len(lines) else 0


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before: it is no longer its sentence's end, and the next word did not fit."""
    if "\t" in before + line:
        return False  # rows of a table
    if _apart(before) or _apart(line):
        return False
    ended = before.endswith(_STOPS)
    full = len(before) + 1 + len(line.split()[0]) > 0.85 * width
    if _LABELLED.match(line):
        return full and bool(_POINTING.search(before)) and not _LABELLED.match(before + "$")
    if line[0].islower():
        return full or (not ended and len(before) > 0.5 * width)
    if ended or (before.endswith((",", "; and", ", and")) and _RECITAL.match(line)):
        return False
    return full and before.isupper() == line.isupper()


def _apart(line: str) -> bool:
    """Whether a line is a page's number or a row of dots, and belongs to no sentence."""
    return not any(letter.isalpha() for letter in line)
