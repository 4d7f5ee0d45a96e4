"""Finds the words that two texts have in common, in order: as many as there can be. Where the texts are so long that
this would take too much memory, they are cut where a row of words stands once in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from travaux.compare.in_order import in_order

#: The most pairs of words that are compared at once; a bit is kept for each: 50 MB.
AT_ONCE = 400_000_000
# How many words in a row make a place to cut, the surest first.
_ROWS = (12, 6, 3, 1)


class Block(NamedTuple):
    """Words in common: from the word `before` of one text and `after` of the other, `size` of them."""

    before: int
    after: int
    size: int


def blocks(
    before: Sequence[str], after: Sequence[str], *, at: tuple[int, int] = (0, 0), least: float = 0,
    at_once: int = AT_ONCE,
) -> list[Block]:  # fmt: skip
    """The blocks of words in common, in the order of both texts, without overlap. `at`: where words are counted from;
    `least`: texts that have fewer words in common have none.

    >>> blocks("the ferry runs daily".split(), "the old ferry runs".split())
    [Block(before=0, after=0, size=1), Block(before=1, after=2, size=2)]
    """
    if len(before) * len(after) <= at_once:
        return _at_once(before, after, at, least)
    found: list[Block] = []
    for i, j, k, m in _segments(before, after, at_once):
        found += _at_once(before[i:k], after[j:m], (at[0] + i, at[1] + j), 0)
    return joined(found) if size(found) >= least else []


def _at_once(before: Sequence[str], after: Sequence[str], at: tuple[int, int], least: float) -> list[Block]:
    steps = Indel.editops(before, after)
    if len(before) + len(after) - len(steps) < 2 * least:
        return []
    i, j = at
    # The last row has no words and tells where both texts end.
    return [Block(i + row.a, j + row.b, row.size) for row in steps.as_matching_blocks()[:-1]]


def joined(found: Sequence[Block]) -> list[Block]:
    """Blocks in order, those that follow one another in both texts as one."""
    whole: list[Block] = []
    for block in found:
        last = whole[-1] if whole else None
        if last and last.before + last.size == block.before and last.after + last.size == block.after:
            whole[-1] = Block(last.before, last.after, last.size + block.size)
        else:
            whole.append(block)
    return whole


def size(found: Iterable[Block]) -> int:
    """How many words blocks have."""
    return sum(block.size for block in found)


def _segments(before: Sequence[str], after: Sequence[str], at_once: int) -> list[tuple[int, int, int, int]]:
    """Stretches of both texts, in order, each small enough to be compared at once: (start, start, end, end)."""
    waiting, small = [(0, 0, len(before), len(after))], []
    while waiting:
        i, j, k, m = waiting.pop()
        if (k - i) * (m - j) <= at_once:
            small.append((i, j, k, m))
            continue
        cuts = _cuts(before[i:k], after[j:m])
        if not cuts:
            # Not even a word that stands once in both: they have nothing to say to each other.
            continue
        edges = [(0, 0), *cuts, (k - i, m - j)]
        waiting += [(i + a, j + b, i + c, j + d) for (a, b), (c, d) in pairwise(edges)]
    return sorted(small)


def _cuts(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Places in both texts, in order, where the same rare row of words begins."""
    for size in _ROWS:
        one, other = _once(before, size), _once(after, size)
        places = {place: other[row] for row, place in one.items() if row in other}
        cuts = sorted((place, places[place]) for place in in_order(places) if (place, places[place]) != (0, 0))
        if cuts:
            return cuts
    return []


def _once(words: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    """The rows of so many words that stand once in a text, and where."""
    places: dict[tuple[str, ...], int] = {}
    twice = set()
    for place, row in enumerate(zip(*(words[shift:] for shift in range(size)), strict=False)):
        if row in places:
            twice.add(row)
        else:
            places[row] = place
    return {row: place for row, place in places.items() if row not in twice}
