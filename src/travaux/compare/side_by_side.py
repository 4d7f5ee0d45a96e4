"""Which line of a text stands beside which of another: in order, the choice that shares the most words in all."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.compare.align import alike

# Lines that share less than this of their words stand by themselves.
_SAME_LINE = 0.3

Row = tuple[str | None, str | None]


def side_by_side(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """The lines in rows; None on the side that has nothing beside the other.

    >>> side_by_side(["The ferry runs daily.", "Fares are free."], ["The ferry runs weekly."])
    [('The ferry runs daily.', 'The ferry runs weekly.'), ('Fares are free.', None)]
    """
    score = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    likeness = [[_likeness(one, other) for other in after] for one in before]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            score[i][j] = max(score[i + 1][j], score[i][j + 1], score[i + 1][j + 1] + likeness[i][j])
    rows: list[Row] = []
    i = j = 0
    while i < len(before) and j < len(after):
        if likeness[i][j] and score[i][j] == score[i + 1][j + 1] + likeness[i][j]:
            rows.append((before[i], after[j]))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            rows.append((before[i], None))
            i += 1
        else:
            rows.append((None, after[j]))
            j += 1
    return [*rows, *((line, None) for line in before[i:]), *((None, line) for line in after[j:])]


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0 + len(one.split())
    share = alike(one, other)
    return share * min(len(one.split()), len(other.split())) if share >= _SAME_LINE else 0.0
