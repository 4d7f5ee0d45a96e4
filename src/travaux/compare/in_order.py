"""Which of the things that answer to each other keep their order on both sides; the others have moved past them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping


def in_order(partner: Mapping[int, int]) -> set[int]:
    """Of places paired with places on the other side, each with its own, the most that stand in the same order there.

    >>> sorted(in_order({0: 2, 1: 0, 2: 1, 3: 3}))
    [1, 2, 3]
    """
    olds = sorted(partner)
    ends: list[int] = []
    last: list[int] = []
    behind: dict[int, int | None] = {}
    for i in olds:
        place = bisect_left(ends, partner[i])
        behind[i] = last[place - 1] if place else None
        ends[place : place + 1] = [partner[i]]
        last[place : place + 1] = [i]
    stay: set[int] = set()
    at = last[-1] if last else None
    while at is not None:
        stay.add(at)
        at = behind[at]
    return stay
