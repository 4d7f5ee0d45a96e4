"""Which words of one text are which of another: provision by provision first, then whatever went elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from travaux.compare.blocks import AT_ONCE, Block, blocks, joined, size
from travaux.compare.printed import Printed
from travaux.compare.staying import staying

# Rows of so many words that stand once among what is left on each side show where words went.
_ROW = 5
# Fewer words than this in a row are not told as gone elsewhere, for they are said everywhere.
_LEAST_MOVED = 10
# What two lines have in common is passed over where it is less than this share of the shorter one, in rows shorter
# than this: "the" and "of the" kept in a line that was written anew hinder the reader.
_SAME_LINE, _LONG_ROW = 0.3, 5
# A row of so many words that stays is taken for sure.
_SURE = 24
Stretch = tuple[int, int]


class Apart(NamedTuple):
    """Provisions that moved: the words they keep, and all their words on each side, first and last."""

    kept: tuple[Block, ...] = ()
    olds: tuple[Stretch, ...] = ()
    news: tuple[Stretch, ...] = ()


_NONE = Apart()


def matching(
    held: Iterable[Block], old: Printed, new: Printed, *, apart: Apart = _NONE
) -> tuple[list[Block], list[Block]]:
    """The words that keep their order, and those that went elsewhere, both in the order of the later text.

    `held` are words known to stay, in any order, such as those of provisions that answer to each other; `apart` those
    of provisions that moved, which are told by themselves.
    """
    known = sorted(held, key=lambda block: block.after)
    found = _elsewhere([*known, *apart.kept], old.words, new.words)
    astray, free = _parted(found, apart, old, new)
    kept, moved = staying(sorted([*known, *free], key=lambda block: block.after))
    moved = sorted((block for block in (*moved, *astray) if block.size >= _LEAST_MOVED), key=lambda block: block.after)
    taken = _marked(moved, apart, len(old.words), len(new.words))
    return joined(sorted([*kept, *_between(kept, taken, old.words, new.words)])), moved


def _parted(found: list[Block], apart: Apart, old: Printed, new: Printed) -> tuple[list[Block], list[Block]]:
    """Of words found elsewhere, those that come from or go to provisions that moved, and the others."""
    if not apart.kept:
        return [], found
    within = _marked((), apart, len(old.words), len(new.words))
    pieces = [block for _, _, block in by_lines(found, old, new)]
    astray = [block for block in pieces if within[0][block.before] or within[1][block.after]]
    return astray, [block for block in pieces if not (within[0][block.before] or within[1][block.after])]


def legible(held: Sequence[Block], old: Printed, new: Printed) -> list[Block]:
    """The words that stay, without those that two lines which say other things have by chance in common."""
    pieces = by_lines(held, old, new)
    shared: Counter[tuple[int, int]] = Counter()
    for one, other, block in pieces:
        shared[one, other] += len(old.words) if block.size >= _LONG_ROW else block.size
    sizes = old.sizes, new.sizes
    return joined(
        [
            block
            for one, other, block in pieces
            if shared[one, other] >= _SAME_LINE * min(sizes[0][one], sizes[1][other])
        ]
    )


def line_for_line(held: Sequence[Block], old: Printed, new: Printed) -> list[Block]:
    """The words that stay, of each line only those that stay in one other: what was parted or joined is not told."""
    pieces = by_lines(held, old, new)
    shared: Counter[tuple[int, int]] = Counter()
    for one, other, block in pieces:
        shared[one, other] += block.size
    best: tuple[dict[int, int], dict[int, int]] = {}, {}
    for (one, other), _ in sorted(shared.items(), key=lambda each: each[1]):
        best[0][one], best[1][other] = other, one
    return joined([block for one, other, block in pieces if best[0][one] == other and best[1][other] == one])


def by_lines(held: Iterable[Block], old: Printed, new: Printed) -> list[tuple[int, int, Block]]:
    """Blocks cut where a line ends on either side: the line before, the line after, and the words."""
    olds, news = old.firsts, new.firsts
    found = []
    for i, j, left in held:
        one, other = old.line_at(i), new.line_at(j)
        while True:
            count = min(left, olds[one + 1] - i, news[other + 1] - j)
            found.append((one, other, Block(i, j, count)))
            i, j, left = i + count, j + count, left - count
            if not left:
                break
            # Lines that are all label have no words.
            while olds[one + 1] <= i:
                one += 1
            while news[other + 1] <= j:
                other += 1
    return found


def least(
    held: tuple[list[Block], list[Block]], old: Printed, new: Printed, *, apart: Apart = _NONE
) -> tuple[list[Block], list[Block]]:
    """As few words changed as can be: between long rows of words that stay, the most that the texts have in common,
    whichever provisions they stand in."""
    kept, moved = held
    taken = _marked(moved, apart, len(old.words), len(new.words))
    better: list[Block] = []
    inside: list[Block] = []
    i = j = 0
    for block in [*kept, Block(len(old.words), len(new.words), 0)]:
        if 0 < block.size < _SURE:
            inside.append(block)
            continue
        most = _free_blocks((i, block.before), (j, block.after), old.words, new.words, taken)
        better += [*max(inside, most, key=size), block]
        i, j, inside = block.before + block.size, block.after + block.size, []
    return joined([block for block in better if block.size]), moved


def flat(old: Printed, new: Printed) -> tuple[list[Block], list[Block]] | None:
    """The most words that the texts have in common in order, and what went elsewhere besides; None where they are too
    long for that."""
    if len(old.words) * len(new.words) > AT_ONCE:
        return None
    return matching(blocks(old.words, new.words), old, new)


def _elsewhere(known: Sequence[Block], before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """Rows of words that are left on both sides and are the same, wherever they stand."""
    olds = list(_left(sorted((block.before, block.size) for block in known), len(before)))
    news = list(_left(sorted((block.after, block.size) for block in known), len(after)))
    one, other = _once(before, olds), _once(after, news)
    if not one or not other:
        return []
    free = bytearray(len(before) + 1), bytearray(len(after) + 1)
    for side, stretches in zip(free, (olds, news), strict=True):
        for start, end in stretches:
            side[start:end] = b"\1" * (end - start)
    found = []
    for row, place in other.items():
        start = one.get(row, -1)
        if place >= 0 and start >= 0 and free[0][start] and free[1][place]:
            block = _grown(start, place, before, after, free)
            if block.size >= _ROW:
                found.append(block)
                free[0][block.before : block.before + block.size] = bytes(block.size)
                free[1][block.after : block.after + block.size] = bytes(block.size)
    return found


def _left(taken: Iterable[Stretch], total: int) -> Iterator[Stretch]:
    """The stretches that nothing has taken, in order; what is taken is given by its start and size."""
    at = 0
    for start, count in taken:
        if start > at:
            yield at, start
        at = start + count
    if at < total:
        yield at, total


def _once(words: Sequence[str], stretches: Iterable[Stretch]) -> dict[tuple[str, ...], int]:
    """Where the rows of words of some stretches stand; -1 for one that stands twice."""
    places: dict[tuple[str, ...], int] = {}
    for start, end in stretches:
        if end - start < _ROW:
            continue
        rows = zip(*(words[start + shift : end] for shift in range(_ROW)), strict=False)
        for place, row in enumerate(rows, start):
            places[row] = -1 if row in places else place
    return places


def _grown(i: int, j: int, before: Sequence[str], after: Sequence[str], free: tuple[bytearray, bytearray]) -> Block:
    """All words around two places that are the same and free on both sides."""
    end, last = i, j
    while i and j and free[0][i - 1] and free[1][j - 1] and before[i - 1] == after[j - 1]:
        i, j = i - 1, j - 1
    while free[0][end] and free[1][last] and before[end] == after[last]:
        end, last = end + 1, last + 1
    return Block(i, j, end - i)


def _between(
    kept: Sequence[Block], taken: tuple[bytearray, bytearray], before: Sequence[str], after: Sequence[str]
) -> Iterator[Block]:
    """What the texts have in common between the words kept so far, in order."""
    i = j = 0
    for block in [*kept, Block(len(before), len(after), 0)]:
        olds, news = before[i : block.before], after[j : block.after]
        if olds and news and not set(olds).isdisjoint(news):
            yield from _free_blocks((i, block.before), (j, block.after), before, after, taken)
        i, j = block.before + block.size, block.after + block.size


def _marked(moved: Iterable[Block], apart: Apart, olds: int, news: int) -> tuple[bytearray, bytearray]:
    """Which words are taken, on both sides."""
    marks = bytearray(olds), bytearray(news)
    for i, j, count in moved:
        marks[0][i : i + count] = marks[1][j : j + count] = b"\1" * count
    for side, stretches in zip(marks, (apart.olds, apart.news), strict=True):
        for start, end in stretches:
            side[start:end] = b"\1" * (end - start)
    return marks


def _free_blocks(
    olds: Stretch, news: Stretch, before: Sequence[str], after: Sequence[str], taken: tuple[bytearray, bytearray]
) -> list[Block]:
    """What two stretches have in common, in order, leaving out the words that are taken."""
    if not any(taken[0][slice(*olds)]) and not any(taken[1][slice(*news)]):
        return blocks(before[slice(*olds)], after[slice(*news)], at=(olds[0], news[0]))
    one = [place for place in range(*olds) if not taken[0][place]]
    other = [place for place in range(*news) if not taken[1][place]]
    found = blocks([before[place] for place in one], [after[place] for place in other])
    return joined([Block(one[i + shift], other[j + shift], 1) for i, j, size in found for shift in range(size)])
