"""Tells the rows of tables in a text: lines whose cells are parted by tabs or upright strokes, two or more in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.text import lines
from travaux.text.draft import Provision, ProvisionKind, words_of

#: A number or sign before an item is no cell.
_LABEL = re.compile(r"(?:\(?\w{1,4}[.)]|[-–—•*·])$")
_STROKE = re.compile(r"\s*[|¦]\s*")


def rows(printed: Sequence[str]) -> frozenset[int]:
    """Which lines are rows of a table. A line with cells between others without them is none.

    >>> sorted(rows(["The fares are:", "Class | Fare", "First | 10", "Both are in crowns."]))
    [1, 2]
    """
    parted = [index for index, words in enumerate(printed) if len(_cells(words)) > 1 and not _is_named(words)]
    every = frozenset(parted)
    return frozenset(index for index in parted if {index - 1, index + 1} & every)


def _is_named(words: str) -> bool:
    """Whether a line names an article or the like, as those of a table of contents in columns do."""
    line = lines.line_of(words)
    return line is not None and line.kind not in (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH)


def cells(row: Provision) -> tuple[str, ...]:
    """The words of each cell of a row, in order; an empty cell is ''."""
    return _cells(words_of(row.line))


def table(provision: Provision) -> tuple[tuple[str, ...], ...]:
    """The cells of each row of a table.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Run
    >>> row = Provision(ProvisionKind.ROW, content=(Run("First | 10 | |", Citation("d1", 0, 14)),))
    >>> table(Provision(ProvisionKind.TABLE, children=(row,)))
    (('First', '10', ''),)
    """
    return tuple(cells(row) for row in provision.children if row.kind is ProvisionKind.ROW)


def _cells(words: str) -> tuple[str, ...]:
    if "\t" in words:
        first, *more = (cell.strip() for cell in words.split("\t"))
        return (f"{first} {more[0]}", *more[1:]) if _LABEL.match(first) else (first, *more)
    found = _STROKE.split(words.strip())
    return tuple(found[:-1] if len(found) > 1 and not found[-1] else found)  # a stroke ends the last cell, too
