"""Tells the rows of tables in a text: lines whose cells are parted by tabs or upright strokes, two or more in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.text import lines
from travaux.text.draft import Provision, ProvisionKind, words_of

#: A number or sign before an item is no cell.
_LABEL = re.compile(r"(?:\(?\w{1,4}[.)]|[-–—•*·])$")
_STROKE = re.compile(r"\s*[|¦]\s*")
#: Of a table whose cells stand each on a line: how many rows it has at least, and how much one of them holds at most.
_FEWEST_ROWS, _MOST_CELLS, _LONGEST_ROW = 5, 12, 200


def rows(printed: Sequence[str]) -> frozenset[int]:
    """Which lines are rows of a table. A line with cells between others without them is none.

    >>> sorted(rows(["The fares are:", "Class | Fare", "First | 10", "Both are in crowns."]))
    [1, 2]
    """
    parted = [index for index, words in enumerate(printed) if len(_cells(words)) > 1 and not _is_named(words)]
    every = frozenset(parted)
    return frozenset(index for index in parted if {index - 1, index + 1} & every)


def cells_apart(printed: Sequence[str]) -> list[int]:
    """The lines that seem to count the rows of a table whose cells stand each on a line of its own: the longest row of
    bare numbers, from 1 on, with few words between them. Which cell is of which column such a text does not say.

    >>> cells_apart(["No.", "Bird", *"1 Teal 2 Swift 3 Snipe 4 Rook 5 Shoveler".split(), "Done at Dunmarch."])
    [2, 4, 6, 8, 10]
    >>> cells_apart(["The fares are:", "1", "2"])
    []
    """
    found: list[int] = []
    longest: list[int] = []
    for index, words in enumerate(printed):
        number = lines.folio(words)
        if number == len(found) + 1 and (not found or _is_near(printed[found[-1] + 1 : index])):
            found.append(index)
        elif number == 1:
            found = [index]
        longest = max(longest, found, key=len)
    return list(longest) if len(longest) >= _FEWEST_ROWS else []


def _is_near(between: Sequence[str]) -> bool:
    return 0 < len(between) <= _MOST_CELLS and sum(map(len, between)) <= _LONGEST_ROW


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
