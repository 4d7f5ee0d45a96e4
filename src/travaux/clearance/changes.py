"""The changes that offices propose in a text: which collide, which are the same, and what becomes of the others when
one is taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from travaux.amend import operations as ops
from travaux.amend.collide import collide
from travaux.amend.consolidate import consolidate
from travaux.amend.decide import corrected
from travaux.amend.draft import draft as drafted
from travaux.amend.operations import Instruction, Operation
from travaux.amend.rebase import rebase
from travaux.errors import UnreadableReading
from travaux.findings import Citation, Finding
from travaux.text.draft import Draft


class Fate(StrEnum):
    """What became of a proposed change."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LOST = "no longer applies"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that an office proposed, with the addresses of the text as it stands now; `why` it no longer applies."""

    number: int
    office: str
    instruction: Instruction
    fate: Fate = Fate.PENDING
    why: Finding | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """Pending changes to be settled together: they are the same, or collide, and why."""

    numbers: tuple[int, ...]
    why: str
    same: bool = False


def as_change(words: str, *, document: str, on: Draft) -> Instruction:
    """The change that an office orders in formal English. `document` is the id of the reply, which it cites.

    Raises UnreadableReading where the words are not understood or do not fit the text.
    """
    said = words.strip()
    instruction = corrected(said, Citation(document, 0, len(said)), said) if said else None
    if instruction is None:
        raise UnreadableReading(
            "This is not understood as a change of the text.",
            remedy="Put it in formal English: In Article 4, the word “areas” shall be replaced by the word “waters”.",
        )
    applied(on, instruction)
    return instruction


def from_text(after: Draft, *, document: str, on: Draft) -> Instruction:
    """The change that leads from a text to the one that an office sent back. Raises UnreadableReading where there is
    none, or where no operations lead to it."""
    found = drafted(on, after)
    if not found.operations or not found.exact:
        said = "It has no change." if not found.operations else "Its changes cannot be told one by one."
        raise UnreadableReading(said, remedy="Give them in words.")
    words = "\n".join(found.words)
    at = Citation(document, 0, len(words))
    return Instruction(at, words, tuple(_citing(operation, at) for operation in found.operations))


def applied(text: Draft, instruction: Instruction) -> Draft:
    """The text with a change taken in. Raises UnreadableReading where it does not fit."""
    result = consolidate(text, instruction.operations, at=instruction.at)
    if result.refused:
        finding = result.refused[0][1]
        raise UnreadableReading(finding.message, remedy=finding.remedy or "Put it otherwise.")
    if result.text == text.text:
        raise UnreadableReading("The text says so already.", remedy="Concur, if that is all.")
    return result.draft


def together(text: Draft, changes: Sequence[Change]) -> tuple[Together, ...]:
    """The pending changes that are the same, and the pairs that cannot both be taken in."""
    pending = [change for change in changes if change.fate is Fate.PENDING]
    groups: dict[tuple[Operation, ...], list[int]] = {}
    for change in pending:
        groups.setdefault(meant(change.instruction), []).append(change.number)
    found = [Together(tuple(each), "They propose the same.", same=True) for each in groups.values() if len(each) > 1]
    for place, one in enumerate(pending):
        for other in pending[place + 1 :]:
            if meant(one.instruction) == meant(other.instruction):
                continue
            why = _collision(text, one.instruction, other.instruction)
            if why:
                found.append(Together((one.number, other.number), why))
    return tuple(found)


def meant(instruction: Instruction) -> tuple[Operation, ...]:
    """What a change does, whoever says it and wherever: equal where two are the same."""
    nowhere = Citation("same", 0, 0)
    return tuple(_citing(operation, nowhere) for operation in instruction.operations)


def carried(changes: Sequence[Change], before: Draft, after: Draft) -> tuple[Change, ...]:
    """The changes with the pending ones carried over to a new text; those that no longer apply say why."""
    pending = [change for change in changes if change.fate is Fate.PENDING]
    result = rebase([change.instruction for change in pending], before, after)
    lost = {id(instruction): finding for instruction, finding in result.lost}
    fitting = iter(result.fitting)
    carried: dict[int, Change] = {}
    for change in pending:
        finding = lost.get(id(change.instruction))
        if finding is not None:
            carried[change.number] = replace(change, fate=Fate.LOST, why=finding)
        else:
            carried[change.number] = replace(change, instruction=next(fitting))
    return tuple(carried.get(change.number, change) for change in changes)


def _collision(text: Draft, one: Instruction, other: Instruction) -> str:
    """Why two changes cannot both be taken in: on the same words, or because one undoes the place of the other."""
    found = collide(text, (*one.operations, *other.operations))
    across = [each for each in found if each.first < len(one.operations) <= each.second]
    if across:
        return across[0].why
    shared = {_place(o) for o in one.operations} & {_place(o) for o in other.operations}
    if any(isinstance(o, ops.Replace) and _place(o) in shared for o in (*one.operations, *other.operations)):
        return "One gives a new text to what the other changes."
    first = consolidate(text, one.operations, at=one.at)
    return "" if not consolidate(first.draft, other.operations, at=other.at).refused else "Only one of them can apply."


def _place(operation: Operation) -> str:
    return re.sub(r"\s+", " ", str(operation.target)).casefold()


def _citing(operation: Operation, at: Citation) -> Operation:
    """The operation with all its words cited at one place."""
    match operation:
        case ops.Replace() | ops.InsertProvision() | ops.SubstituteWords() | ops.InsertWords():
            return replace(operation, new=replace(operation.new, at=at))
        case ops.RetainOnly(quoted=ops.Words() as quoted):
            return replace(operation, quoted=replace(quoted, at=at))
    return operation
