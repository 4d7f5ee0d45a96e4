"""Provisions side by side as a row of slots: what stands in each, what should, and in which order that comes about.

Plans only; nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.compare.siblings import Match
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.spot import Path, provision_at

# New ones of these kinds side by side are inserted at once; others each by itself.
_TOGETHER = (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH, ProvisionKind.RECITAL, ProvisionKind.SIGNATURE)
# What stands in a preamble is counted in one row, and so is what closes an instrument.
_COUNTED_WITH = {
    ProvisionKind.RECITAL: ProvisionKind.PARAGRAPH,
    ProvisionKind.FORMULA: ProvisionKind.PARAGRAPH,
    ProvisionKind.SIGNATURE: ProvisionKind.TESTIMONIUM,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row of provisions: how many stand there, and which should. `here` is the one that stood there
    first. What moves has two slots, both with what is wanted and with one number in `moved`. `held`: put in together
    with the one before."""

    standing: int
    wanted: Provision | None
    here: Provision | None = None
    moved: int | None = None
    held: bool = False


Row = tuple[Slot, ...]


def row_of(before: Sequence[Provision], matches: Sequence[Match], wanted: Sequence[Provision]) -> Row:
    """What stands and what should, in the order of the later text. What has moved is a slot where it stands and one
    where it goes; what is exchanged for another under the same label is one slot."""
    goals = {match.before: wanted[match.after] for match in matches if match.moved and match.after is not None}
    left = sorted(index for index in goals if index is not None)
    row: list[Slot] = []
    for match in matches:
        while left and not match.moved and match.before is not None and left[0] < match.before:
            row.append(Slot(1, goals[left[0]], before[left[0]], moved=left.pop(0)))
        new = None if match.after is None else wanted[match.after]
        last = row[-1] if row else None
        if match.moved:
            row.append(Slot(0, new, moved=match.before))
        elif match.before is not None:
            row.append(Slot(1, new, before[match.before]))
        elif last and new and last.standing and not last.wanted and _is_alike(last.here, new):
            row[-1] = replace(last, wanted=new)
        else:
            row.append(Slot(0, new))
    return (*row, *(Slot(1, goals[index], before[index], moved=index) for index in left))


def _is_alike(one: Provision | None, other: Provision) -> bool:
    """Whether one can be replaced by the other: under the same label, or lines without one."""
    if one is None or words_of(one.label) != words_of(other.label):
        return False
    return one.kind is other.kind or not (one.label or one.children or other.children)


def parted(row: Row, k: int) -> Row:
    """The row with what stands in a slot as gone, and what should as new."""
    slot = row[k]
    if slot.moved is not None:
        return tuple(
            replace(other, wanted=other.wanted if not other.standing else None, moved=None)
            if other.moved == slot.moved
            else other
            for other in row
        )
    return (*row[:k], replace(slot, wanted=None), Slot(0, slot.wanted), *row[k + 1 :])


def path_of(parent: Path, row: Row, k: int) -> Path:
    """The path of what stands in a slot, or would."""
    return (*parent, sum(slot.standing for slot in row[:k]))


def standing(row: Row, k: int, count: int) -> Row:
    """The row with so many standing in a slot."""
    return (*row[:k], replace(row[k], standing=count), *row[k + 1 :])


def renumbers(before: Sequence[Provision], row: Row) -> bool:
    """Whether any that stays gets another label."""
    pairs = zip(before, (slot.wanted for slot in row if slot.standing), strict=True)
    return any(other is not None and words_of(one.label) != words_of(other.label) for one, other in pairs)


def groups_of(row: Row, among: Sequence[int]) -> list[list[int]]:
    """The slots to settle; new provisions of one kind side by side in one group."""
    groups: list[list[int]] = []
    for k in among:
        slot = row[k]
        if (slot.wanted is None) != bool(slot.standing) or slot.moved is not None:
            continue
        last = row[groups[-1][-1]] if groups and groups[-1][-1] == k - 1 else None
        kind = slot.wanted.kind if slot.wanted else None
        if last and last.wanted and not last.standing and last.wanted.kind is kind and kind in _TOGETHER:
            groups[-1].append(k)
        else:
            groups.append([k])
    return groups


def in_order(draft: Draft, parent: Path, row: Row, groups: list[list[int]]) -> list[list[int]]:
    """Kind by kind: numbered ones from the first to the last; where some are only counted, from the last to the first,
    so that each is counted as in the draft before."""
    kinds = list(dict.fromkeys(_class(draft, parent, row, group[0]) for group in groups))
    ordered: list[list[int]] = []
    for kind in kinds:
        alike = [group for group in groups if _class(draft, parent, row, group[0]) is kind]
        if not all(_one(draft, parent, row, group[0]).number for group in alike):
            alike.sort(key=lambda each: (-_zone(row, each[0]), not row[each[0]].standing, -each[0]))
        ordered += alike
    return ordered


def _class(draft: Draft, parent: Path, row: Row, k: int) -> ProvisionKind:
    """The kind of what a slot is about; kinds that are counted together as one."""
    kind = _one(draft, parent, row, k).kind
    return _COUNTED_WITH.get(kind, kind)


def _zone(row: Row, k: int) -> int:
    """How many that stay stand before a slot."""
    return sum(bool(slot.standing and slot.wanted) for slot in row[:k])


def _one(draft: Draft, parent: Path, row: Row, k: int) -> Provision:
    """What a slot is about: what is to be inserted there, or deleted."""
    return row[k].wanted or provision_at(draft, path_of(parent, row, k))
