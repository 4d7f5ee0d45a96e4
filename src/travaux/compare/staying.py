"""Which of the parts of a text kept their order in another, and which moved past them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from travaux.compare.blocks import Block


def staying(every: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Of blocks in the order of the later text, those that kept their order, with the most words in all; and the rest.

    >>> staying([Block(4, 0, 2), Block(0, 2, 4), Block(6, 6, 1)])
    ([Block(before=0, after=2, size=4), Block(before=6, after=6, size=1)], [Block(before=4, after=0, size=2)])
    """
    rows = _rows(every)
    stay = _heaviest([(row[0].before, sum(block.size for block in row)) for row in rows])
    kept = [block for index, row in enumerate(rows) if index in stay for block in row]
    return kept, [block for index, row in enumerate(rows) if index not in stay for block in row]


def _rows(every: Sequence[Block]) -> list[list[Block]]:
    """Blocks that follow one another on both sides, with no other block between them."""
    ranks = {start: rank for rank, start in enumerate(sorted(block.before for block in every))}
    rows: list[list[Block]] = []
    last = -2
    for block in every:
        rank = ranks[block.before]
        if rank == last + 1:
            rows[-1].append(block)
        else:
            rows.append([block])
        last = rank
    return rows


def _heaviest(weighed: Iterable[tuple[int, int]]) -> set[int]:
    """Which of some places, each with its weight, rise from one to the next and weigh the most together."""
    listed = list(weighed)
    ranks = {place: rank for rank, place in enumerate(sorted(place for place, _ in listed), 1)}
    # A Fenwick tree of the heaviest row that ends at each rank or below it: its weight and its last part.
    best = [(0, -1)] * (len(listed) + 1)
    behind: list[int] = []
    for index, (place, weight) in enumerate(listed):
        most, at = (0, -1), ranks[place] - 1
        while at:
            most = max(most, best[at])
            at -= at & -at
        behind.append(most[1])
        mine, at = (most[0] + weight, index), ranks[place]
        while at < len(best):
            best[at] = max(best[at], mine)
            at += at & -at
    stay: set[int] = set()
    last = max(best)[1]
    while last >= 0:
        stay.add(last)
        last = behind[last]
    return stay
