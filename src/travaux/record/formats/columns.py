"""Keeps the cells of tables that a plain text sets in columns: lines under each other whose cells stand in line.

A gap of three blanks or a tab parts cells. One line by itself, or lines whose gaps stand anywhere, are running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_GAP = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}")
#: A number or sign before an item is no cell.
_LABEL = re.compile(r"(?:\(?\w{1,4}[.)]|[-–—•*·])$")
_FEWEST, _MOST_CELLS, _SLACK, _TAB = 3, 12, 1, 8


@dataclass(frozen=True, slots=True)
class _Cell:
    words: str
    start: int
    end: int


def columns(printed: Sequence[str]) -> dict[int, str]:
    """The lines that are rows of a table, by their places: their cells with tabs between.

    >>> columns(["The fares:", "Class     Crowns", "First         10", "Second         5", "Both are for a day."])
    {1: 'Class\\tCrowns', 2: 'First\\t10', 3: 'Second\\t5'}
    """
    spoken = [(index, _cells(line)) for index, line in enumerate(printed) if line.strip()]
    found: dict[int, str] = {}
    run: list[tuple[int, tuple[_Cell, ...]]] = []
    for before, here in pairwise([(-1, ()), *spoken, (-1, ())]):
        if run and not _in_line(before[1], here[1]):
            if len(run) >= _FEWEST:
                found |= {index: "\t".join(cell.words for cell in cells) for index, cells in run}
            run = []
        if len(here[1]) > 1:
            run.append(here)
    return found


def _cells(line: str) -> tuple[_Cell, ...]:
    """The cells of a line; one where nothing parts it."""
    line = line.rstrip()
    first = len(line) - len(line.lstrip())
    gaps = list(_GAP.finditer(line, first))
    starts, ends = [first, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(line)]
    cells = [_Cell(" ".join(line[one:other].split()), one, other) for one, other in zip(starts, ends, strict=True)]
    if len(cells) > 1 and _LABEL.match(cells[0].words):
        joined = _Cell(f"{cells[0].words} {cells[1].words}", cells[0].start, cells[1].end)
        cells[:2] = [joined]
    return tuple(cells) if len(cells) <= _MOST_CELLS and "\t" not in line[:first] else ()


def _in_line(before: Sequence[_Cell], cells: Sequence[_Cell]) -> bool:
    """Whether two lines have as many cells, and each cell but the first begins or ends under the one above it."""
    if len(before) != len(cells) or len(cells) < 2:
        return False
    pairs = list(zip(before, cells, strict=True))[1:]
    return all(abs(one.start - other.start) <= _SLACK or abs(one.end - other.end) <= _SLACK for one, other in pairs)
