"""Cuts out of a text in which the matches are marked the passage that shows most of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

# They enclose a match; the index holds no control characters.
OPEN, CLOSE = "\x02", "\x03"
_CUT = "…"
#: So long is a passage, about, and so much of it at most stands before its first match.
_WIDTH, _LEAD = 240, 70
#: So many matches are looked at: the fullest passage among them is as good as any further down.
_MOST = 60


class Part(Struct, frozen=True):
    """A stretch of a passage; `matched` where it is what was looked for."""

    words: str
    matched: bool


class Excerpt(Struct, frozen=True):
    """A passage in parts; its first match stands at `start` to `end` of the text without its marks."""

    parts: tuple[Part, ...]
    start: int
    end: int


def excerpt(marked: str, *, enough: int) -> Excerpt | None:
    """The passage of `marked` with the most matches that differ, the first with `enough`; None where nothing is marked.

    >>> excerpt("We talked of \x02ferries\x03.", enough=1).parts[1]
    Part(words='ferries', matched=True)
    """
    if (first := _fullest(marked, enough)) is None:
        return None
    opened, closed, before = first
    begin = _beginning(marked, opened)
    end = _ending(marked, begin, closed)
    pieces = marked[begin:end].rstrip().replace(CLOSE, OPEN).split(OPEN)
    start = begin - 2 * before + len(pieces[0])
    pieces[0] = (_CUT if begin else "") + pieces[0]
    pieces[-1] += _CUT if end < len(marked) else ""
    # Every second piece is a match.
    parts = tuple([Part(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece])
    return Excerpt(parts, start, start + closed - opened - 2)


def _fullest(marked: str, enough: int) -> tuple[int, int, int] | None:
    """Where the first match of the passage stands, with its marks, and how many are before it."""
    best, most = None, 0
    near: list[tuple[int, int, int]] = []
    words: list[str] = []
    for before, (opened, closed) in enumerate(_matches(marked)):
        near.append((opened, closed, before))
        words.append(marked[opened + 1 : closed - 1].casefold())
        while closed - near[0][0] > _WIDTH - _LEAD and len(near) > 1:
            del near[0], words[0]
        if len(near) > most and (differing := len({*words})) > most:
            best, most = near[0], differing
            if most >= enough:
                break
    return best


def _matches(marked: str) -> Iterator[tuple[int, int]]:
    """Where the first matches stand, with their marks. A sign is found in a fraction of the time of an expression."""
    opened = marked.find(OPEN)
    for _ in range(_MOST):
        if opened < 0:
            return
        closed = marked.index(CLOSE, opened) + 1
        yield opened, closed
        opened = marked.find(OPEN, closed)


def _beginning(marked: str, match: int) -> int:
    """Where a passage begins: with the sentence or line of its first match, or some words before it."""
    lowest = max(match - _LEAD, 0)
    lowest = max(lowest, marked.rfind(CLOSE, lowest, match) + 1)
    ends = marked.rfind(". ", lowest, match), marked.rfind("\n", lowest, match)
    if max(ends) >= 0:
        return max(ends) + (2 if ends[0] > ends[1] else 1)
    return (marked.find(" ", lowest, match) + 1 or match) if lowest else 0


def _ending(marked: str, begin: int, least: int) -> int:
    """Where it ends: between words, and not within a match."""
    end = begin + _WIDTH
    if max(end, least) >= len(marked):
        return len(marked)
    end = max(marked.rfind(" ", least, end), least)
    opened = marked.rfind(OPEN, least, end)
    return opened if opened > marked.rfind(CLOSE, least, end) else end
