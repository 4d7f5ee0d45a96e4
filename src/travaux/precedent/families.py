"""Clauses that are variants of one another, by the pairs that are alike: standard clauses; families of agreements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from travaux.precedent.clause import Agreement
from travaux.precedent.compared import read
from travaux.precedent.index import Found, Index

#: Clauses so alike are variants of one.
SAME = 0.8
#: A standard clause stands in so many agreements at least.
_FEWEST_AGREEMENTS = 3
#: Agreements that share so much of the shorter one's clauses are of a family.
_RELATED = 0.3


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a standard clause, with a clause that has it and in how many agreements it stands."""

    found: Found
    agreements: int


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard clause: its variants, the commonest first, in so many agreements."""

    variants: tuple[Variant, ...]
    agreements: int
    wordings: int


@dataclass(frozen=True, slots=True)
class Family:
    """Agreements that share clauses, the oldest first; `shared` is how many standard clauses they have in common."""

    agreements: tuple[Agreement, ...]
    shared: int


def standards(
    index: Index, alike: pa.Table, *, inner: bool = False, most: int = 50, variants: int = 8
) -> tuple[Standard, ...]:
    """The clauses that stand in most agreements, in these or other words. `alike` is what `pairs` gave."""
    groups = _groups(index.folder, alike, inner=inner)
    ranked = sorted(
        ((len({int(index.of_agreement[id]) for ids in group for id in ids}), group) for group in groups),
        key=lambda each: (-each[0], each[1][0][0]),
    )
    return tuple(
        _standard(index, group, count, variants) for count, group in ranked[:most] if count >= _FEWEST_AGREEMENTS
    )


def families(index: Index, alike: pa.Table) -> tuple[Family, ...]:
    """The families of agreements: those that share three clauses in ten of the shorter one, by way of each other."""
    shared: Counter[tuple[int, int]] = Counter()
    of: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(_groups(index.folder, alike, inner=False)):
        members = sorted({int(index.of_agreement[id]) for ids in group for id in ids})
        for member in members:
            of[member].add(number)
        if len(members) <= _MOST_MEMBERS:
            shared.update((one, other) for at, one in enumerate(members) for other in members[at + 1 :])
    sizes = Counter(
        int(number) for number in index.of_agreement[read(index.folder, ["id"], inner=False)["id"].to_numpy()]
    )
    joined = _Union()
    for (one, other), count in shared.items():
        if count >= 2 and count >= _RELATED * min(sizes[one], sizes[other]):
            joined.join(one, other)
    found = []
    for members in joined.groups():
        common = Counter(number for member in members for number in of[member])
        told = sorted((index.agreements[member] for member in members), key=lambda each: (each.when or "9999", each.id))
        found.append(Family(tuple(told), sum(count > len(members) / 2 for count in common.values())))
    return tuple(sorted(found, key=lambda each: (-len(each.agreements), each.agreements[0].id)))


#: What stands in more agreements than this makes no family: a formula that everybody uses.
_MOST_MEMBERS = 200


def _groups(folder: Path, alike: pa.Table, *, inner: bool) -> list[list[list[int]]]:
    """The clauses that are variants of one another: each group a list of wordings, each wording its clauses."""
    held = read(folder, ["id", "same"], inner=inner)
    wordings: dict[int, list[int]] = defaultdict(list)
    same = dict(zip(held["id"].to_pylist(), held["same"].to_pylist(), strict=True))
    for id, wording in same.items():
        wordings[wording].append(id)
    joined = _Union()
    for wording, ids in wordings.items():
        if len(ids) > 1:
            joined.join(wording, wording)
    close = alike.filter(pc.greater_equal(alike["likeness"], pa.scalar(SAME, pa.float32())))
    for one, other in zip(close["one"].to_pylist(), close["other"].to_pylist(), strict=True):
        joined.join(same[one], same[other])
    return [
        sorted((wordings[wording] for wording in group), key=lambda ids: (-len(ids), ids)) for group in joined.groups()
    ]


def _standard(index: Index, group: list[list[int]], count: int, most: int) -> Standard:
    told = index.found([ids[0] for ids in group[:most]])
    spread = [len({int(index.of_agreement[id]) for id in ids}) for ids in group]
    return Standard(tuple(map(Variant, told, spread)), count, len(group))


class _Union:
    """Things that are joined, each with whatever another is joined with."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._top(one), self._top(other)))
        self._above[second] = first

    def groups(self) -> Iterable[list[int]]:
        """What is joined, a group each, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for each in sorted(self._above):
            found[self._top(each)].append(each)
        return found.values()

    def _top(self, of: int) -> int:
        self._above.setdefault(of, of)
        while self._above[of] != of:
            self._above[of] = of = self._above[self._above[of]]
        return of
