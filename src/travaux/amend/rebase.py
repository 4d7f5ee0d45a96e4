"""Carries pending instructions over to a new draft: those that still fit it, with their new addresses, and those that
no longer do, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.amend import operations as ops
from travaux.amend.consolidate import consolidate
from travaux.amend.operations import Instruction, Operation, Place
from travaux.amend.succession import Succession, succeeded, successions
from travaux.compare.align import align
from travaux.errors import UnknownProvision
from travaux.findings import Finding
from travaux.text.address import Address, Level, Step
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.locate import locate


@dataclass(frozen=True, slots=True)
class Rebased:
    """Instructions that fit the new draft, with the addresses that they have there; and those that do not, with why."""

    fitting: tuple[Instruction, ...]
    lost: tuple[tuple[Instruction, Finding], ...]


def rebase(
    pending: Sequence[Instruction], before: Draft, after: Draft, known: Sequence[Succession] | None = None
) -> Rebased:
    """The instructions that were put forward on `before`, held against `after`.

    `known` are the successions between the two where the one was consolidated into the other; without them the two
    drafts are laid side by side.
    """
    moved = tuple(known) if known is not None else aligned(before, after)
    fitting: list[Instruction] = []
    lost: list[tuple[Instruction, Finding]] = []
    for instruction in pending:
        carried = [_carried(operation, before, moved) for operation in instruction.operations]
        gone = [one for one, other in zip(instruction.operations, carried, strict=True) if other is None]
        if gone:
            lost.append((instruction, _lost(instruction, gone[0])))
            continue
        rebased = replace(instruction, operations=tuple(each for each in carried if each is not None))
        result = consolidate(after, rebased.operations, at=instruction.at)
        there = [finding for _, finding in result.assumed if finding.code == "already-there"]
        if result.refused:
            lost.append((instruction, result.refused[0][1]))
        elif len(there) == len(rebased.operations):
            lost.append((instruction, there[0]))
        else:
            fitting.append(rebased)
    return Rebased(tuple(fitting), tuple(lost))


def _lost(instruction: Instruction, operation: Operation) -> Finding:
    message = f"The new draft has no longer what was {operation.target}."
    return Finding("no-such-provision", message, instruction.at, "Put it forward anew, or drop it.")


def _carried(operation: Operation, before: Draft, moved: Sequence[Succession]) -> Operation | None:
    """The operation with the addresses of the new draft; None where one of its places is gone."""
    target = _carried_over(operation.target, before, moved)
    if target is None:
        return None
    if isinstance(operation, ops.RetainOnly):
        kept = _carried_over(operation.kept, before, moved)
        return replace(operation, target=target, kept=kept) if kept else None
    if isinstance(operation, ops.InsertProvision | ops.InsertWords | ops.Move | ops.SubstituteWords | ops.DeleteWords):
        if operation.place is not None and operation.place.unit is not None:
            place = _beside(operation.place, operation.place.unit, operation.target, before, moved)
            return replace(operation, target=target, place=place) if place else None
    return replace(operation, target=target)


def _beside(place: Place, unit: Address, target: Address, before: Draft, moved: Sequence[Succession]) -> Place | None:
    carried = _carried_over(unit if unit.outer else unit.within(target), before, moved)
    return replace(place, unit=carried) if carried else None


def _carried_over(at: Address, before: Draft, moved: Sequence[Succession]) -> Address | None:
    """An address in the new draft, from one in the old in whatever form. One that the old draft does not have stays."""
    return succeeded(canonical(at, before), moved)


def canonical(at: Address, draft: Draft) -> Address:
    """An address in the form that successions use, down to its provision: 'Article 9' as 'Article IX', 'last
    paragraph' by its number. One that the draft does not have is given back as it is."""
    for size in range(len(at.steps), 0, -1):
        try:
            spot = locate(draft, Address(at.steps[:size]))
        except UnknownProvision:
            continue
        if spot.path and spot.start is None:
            return Address((*addresses(draft)[spot.path].steps, *at.steps[size:]))
    return at


def aligned(before: Draft, after: Draft) -> tuple[Succession, ...]:
    """The articles that bear another number in the other draft, are new there, or gone, told by their words."""
    pairs: list[tuple[Address | None, Address | None]] = []
    for pair in align(before, after):
        old, new = _article(pair.before), _article(pair.after)
        if old is not None or new is not None:
            pairs.append((old, new))
    return successions(pairs)


def _article(provision: Provision | None) -> Address | None:
    if provision is None or provision.kind is not ProvisionKind.ARTICLE or not provision.number:
        return None
    return Address((Step(Level.ARTICLE, provision.number),))
