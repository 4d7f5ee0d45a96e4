"""Who copied what into which paper: passages that repeat an earlier text, with the earliest one that has them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pyarrow as pa

from travaux.precedent.index import Found, Index


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage, and the earliest other text that it reads like; `likeness` is to that."""

    passage: Found
    earlier: Found
    likeness: float


def repeats(index: Index, every: pa.Table, *, least: float = 0.6) -> tuple[Repeat, ...]:
    """The passages that read like one of an earlier text, in the order of their dates. `every` is what `expanded` gave.

    A text without a date is as early as those that it is compared with; of two such none is the earlier.
    """
    days = [one.date for one in index.agreements]
    of = index.of_agreement
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for row in every.to_pylist():
        if row["likeness"] < least:
            continue
        for later, earlier in ((row["one"], row["other"]), (row["other"], row["one"])):
            day, before = days[of[later]], days[of[earlier]]
            if of[later] != of[earlier] and day and before and before < day:
                best[later].append((row["likeness"], earlier))
    chosen = {
        later: min(found, key=lambda each: (days[of[each[1]]], -each[0], each[1])) for later, found in best.items()
    }
    order = sorted(chosen, key=lambda id: (days[of[id]], id))
    told = {each.id: each for each in index.found(sorted({*order, *(each[1] for each in chosen.values())}))}
    return tuple(Repeat(told[id], told[chosen[id][1]], chosen[id][0]) for id in order)
