"""Operations of one instruction that cannot all be meant: two on the same words, one inside what another takes away,
one number given twice. They are named, and none of two is preferred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.amend import operations as ops
from travaux.amend.fit import Misfit
from travaux.amend.operations import Operation
from travaux.amend.quoted import Match, one_of, places, scope, which
from travaux.errors import UnknownProvision
from travaux.text import lines
from travaux.text.address import Address, Step
from travaux.text.draft import Draft
from travaux.text.locate import Spot, locate

_ON_WORDS = ops.SubstituteWords | ops.DeleteWords


@dataclass(frozen=True, slots=True)
class Collision:
    """Two operations that collide, by their places in the list, the earlier first, and why they do."""

    first: int
    second: int
    why: str


def collide(draft: Draft, operations: Sequence[Operation]) -> tuple[Collision, ...]:
    """The collisions between operations, all held against the draft before any of them. Operations on places that
    the draft does not have collide with none."""
    if len(operations) < 2:
        return ()
    spots = [_spot(draft, operation) for operation in operations]
    words = [_words(draft, operation) for operation in operations]
    found = []
    for second in range(1, len(operations)):
        for first in range(second):
            one, other = operations[first], operations[second]
            why = _twice_numbered(one, other) or _twice_put(one, other)
            why = why or _same_words(one, other, words[first], words[second])
            why = why or _inside(one, other, spots[first], spots[second])
            if why and one != other:
                found.append(Collision(first, second, why))
    return tuple(found)


def _twice_put(one: Operation, other: Operation) -> str:
    """Whether one quotation is to be the new text of two places: 'the first two sentences shall read'."""
    if isinstance(one, ops.Replace) and isinstance(other, ops.Replace) and one.new.at == other.new.at:
        return f"One new text is given for {one.target} and {other.target}." if one.target != other.target else ""
    return ""


def _spot(draft: Draft, operation: Operation) -> Spot | None:
    try:
        return locate(draft, operation.target)
    except UnknownProvision:
        return None


def _words(draft: Draft, operation: Operation) -> tuple[Match, ...]:
    """Where the words stand that an operation exchanges or takes out."""
    if not isinstance(operation, _ON_WORDS):
        return ()
    try:
        within = scope(draft, operation.target)
        found = places(draft, within.spot, operation.old)
        if found and not operation.throughout:
            return (one_of(draft, within, found, operation.old, which(operation)),)
    except (Misfit, UnknownProvision):
        return ()
    return tuple(found)


def _same_words(one: Operation, other: Operation, first: tuple[Match, ...], second: tuple[Match, ...]) -> str:
    for match in first:
        for against in second:
            if any(
                mine.path == theirs.path and mine.start < theirs.end and theirs.start < mine.end
                for mine in match
                for theirs in against
            ):
                return f"Two operations change the same words, “{_old(one)}” and “{_old(other)}”."
    return ""


def _old(operation: Operation) -> str:
    return operation.old if isinstance(operation, _ON_WORDS) else ""


def _inside(one: Operation, other: Operation, first: Spot | None, second: Spot | None) -> str:
    """Whether one changes what the other takes away."""
    if first is None or second is None or isinstance(one, ops.Delete) is isinstance(other, ops.Delete):
        return ""
    away, at = (first, second) if isinstance(one, ops.Delete) else (second, first)
    changed = other if isinstance(one, ops.Delete) else one
    if isinstance(changed, ops.InsertProvision | ops.Renumber | ops.Move | ops.Keep) or not away.path:
        return ""
    inside = at.path[: len(away.path)] == away.path and (away.start is None or (at.start, at.end) == _edges(away))
    return f"One operation changes {changed.target}, and another takes it away." if inside else ""


def _edges(spot: Spot) -> tuple[int | None, int | None]:
    return spot.start, spot.end


def _twice_numbered(one: Operation, other: Operation) -> str:
    """Whether two operations give the same number to two provisions of one row."""
    first, second = _given(one), _given(other)
    if first is None or second is None or first[0] != second[0]:
        return ""
    return f"The number {second[1]} is given twice." if lines.same_number(first[1], second[1]) else ""


def _given(operation: Operation) -> tuple[Address, str] | None:
    """The number that an operation gives, with the address of what it is given in."""
    match operation:
        case ops.InsertProvision(unit=unit, target=target) if unit is not None and unit.steps[-1].value:
            whole = unit if unit.outer else unit.within(target)
            return _row(whole), unit.steps[-1].value
        case ops.Renumber(target=target, new=new) if new:
            return _row(target), new
    return None


def _row(at: Address) -> Address:
    """The address of a row of provisions: that of one of them without its number."""
    last = at.steps[-1]
    return Address((*at.steps[:-1], Step(last.level)))
