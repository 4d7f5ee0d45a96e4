"""Joins the lines of an agreement that only the width of a page parted. A line that its writer ended stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Lines longer than this are paragraphs, not lines of a page.
_WIDEST = 135
#: Of the lines of a wrapped text, at least this share goes on in small letters.
_GOING_ON, _FEWEST = 0.2, 12
#: A line is full where the next word would have brought it over this share of the width.
_FULL = 0.85
_STOPS = (".", ";", ":", "!", "?", ".”", '."')
_LABELLED = re.compile(
    r"(?i)(?:article|art[ií]culo|artigo|статья|стаття|chapter|section|part|title|annex|appendix)[ -][\dIVXLC]+\W*$|"
    r"(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]+)[.)] |\((?:\d{1,2}|[a-z]|[ivx]+)\) |[-–•*·] "
)
_RECITAL = re.compile(r"[A-Z]{4,}\b|[A-Z][a-z]*(?:ing|ous|ful|ando|endo)\b|(?:Whereas|Convinced|Determined|Resolved)\b")
#: The line that names an article and says no more, and words that a heading has not.
_ARTICLE = re.compile(r"(?i)(?:article|art[ií]culo|artigo|articolo|статья|стаття) [\dIVXLC]+\W*$")
_VERB = re.compile(r"\b(?:shall|is|are|was|were|may|will|has|have|must|agrees?|means?)\b")
_LONGEST_HEADING = 160
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
    for index, line in enumerate(printed):
        headed = bool(last) and _goes_on_with_heading(printed, index, width)
        if line and last and (headed or _goes_on(last, line, width)):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        last = line
    return joined


def _goes_on_with_heading(printed: Sequence[str], index: int, width: int) -> bool:
    """Whether a line is the second of a heading, two under the line that names its article: the first breaks off, or
    neither ends as a sentence does and both are short, above a new line."""
    if index < 2 or not _ARTICLE.match(printed[index - 2]):
        return False
    first, second = printed[index - 1], printed[index]
    if not (first and second) or len(first) + len(second) > _LONGEST_HEADING or not first[0].isupper():
        return False
    if any(line.endswith((*_STOPS, ",")) or _LABELLED.match(line) for line in (first, second)):
        return False
    if _VERB.search(f"{first} {second}"):
        return False
    below = next((line for line in printed[index + 1 : index + 3] if line), "")
    begins = bool(below) and (not below[0].isalpha() or below[0].isupper())
    full = bool(below) and len(second) + 1 + len(below.split()[0]) > _FULL * width
    return begins and (second[0].islower() or bool(_POINTING.search(first)) or not full)


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
    full = len(before) + 1 + len(line.split()[0]) > _FULL * width
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
