"""Applies instructions to a draft one after another, and settles what the later ones make of the earlier: they may
turn down, withdraw or agree to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from travaux.amend.fate import Taken, covers, fate, is_same_change
from travaux.amend.hold import hold, stands
from travaux.amend.operations import Instruction, Keep, Status, SubstituteWords
from travaux.amend.proceedings import Outcome, Step
from travaux.findings import Citation, Finding, Severity
from travaux.text.address import Address
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Amended:
    """The last draft, and each instruction with its outcome, in the order given."""

    draft: Draft
    steps: tuple[Step, ...]


def amend(draft: Draft, instructions: Sequence[Instruction]) -> Amended:
    """The draft after `instructions`, in order of time. One that a later passage turns down is as if it had not been
    made; one that is agreed to later takes effect then.

    >>> from travaux.amend.operations import DeleteWords
    >>> from travaux.text.draft import Provision, ProvisionKind, Run
    >>> from travaux.text.parse import parse
    >>> at = Citation("d1", 0, 28)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run("The ferry runs daily or not.", at),))
    >>> base = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=at)
    >>> order = DeleteWords(parse("Article 1"), "or not")
    >>> first = Instruction(Citation("t1", 0, 9), "Delete ...", (order,))
    >>> amend(base, [first]).draft.text
    'The ferry runs daily.'
    >>> second = Instruction(Citation("t2", 0, 9), "Not agreed.", (order,), Status.REJECTED)
    >>> [str(step.outcome) for step in amend(base, [first, second]).steps]
    ['withdrawn', 'refused']
    """
    dropped = _turned_down(instructions)
    while True:
        draft_after, taken = _folded(draft, instructions, dropped)
        countered = _countered(taken)
        if not countered:
            return Amended(_named(draft_after, draft, instructions), fate(taken))
        dropped |= countered


def _folded(
    base: Draft, instructions: Sequence[Instruction], dropped: Mapping[int, tuple[Outcome, int]]
) -> tuple[Draft, list[Taken]]:
    """The draft after all instructions but those dropped, and each as it was taken, in the order of effect."""
    agreed = _agreed(instructions)
    draft, start, document, taken = base, base, "", list[Taken]()
    for index in _sequence(instructions, agreed):
        instruction = instructions[index]
        if index in dropped:
            outcome, by = dropped[index]
            taken.append(Taken(_dropped(instruction, base, outcome, instructions[by]), base.title, rank=index))
            continue
        if instruction.at.document != document:
            start, document = draft, instruction.at.document
        held = hold(draft, start, instruction, accepted=index in agreed)
        step = replace(held.step, base=base.id)
        step = replace(step, result=_name(instructions)) if held.draft is not draft else step
        draft = held.draft
        taken.append(Taken(step, base.title, held.changes, index))
    return draft, taken


def _countered(taken: Sequence[Taken]) -> dict[int, tuple[Outcome, int]]:
    """An applied instruction for whose words a later one that finds them gone gives others: 'Y rather than Z instead
    of X', where Z had been put for X."""
    for later in taken:
        sought = _exchanged(later.step.instruction)
        if later.step.outcome is not Outcome.REFUSED or not sought or later.step.instruction.doubts:
            continue
        for earlier in taken:
            is_before = earlier.rank < later.rank and earlier.step.is_done
            if is_before and sought == _exchanged(earlier.step.instruction):
                return {earlier.rank: (Outcome.SUPERSEDED, later.rank)}
    return {}


def _exchanged(instruction: Instruction) -> frozenset[tuple[Address, str]]:
    """The places and words for which an instruction puts others, where it does nothing else."""
    if stands(instruction) or not all(isinstance(each, SubstituteWords) for each in instruction.operations):
        return frozenset()
    return frozenset((each.target, each.old) for each in instruction.operations if isinstance(each, SubstituteWords))


def _sequence(instructions: Sequence[Instruction], agreed: dict[int, int]) -> list[int]:
    """The instructions in the order in which they take effect: one agreed to later, right before the agreement."""
    return sorted(range(len(instructions)), key=lambda index: (agreed.get(index, index), index))


def _agreed(instructions: Sequence[Instruction]) -> dict[int, int]:
    """Which pending instructions a later passage agrees to: it keeps the text of their place as it was put forward."""
    found: dict[int, int] = {}
    for later, by in enumerate(instructions):
        if (
            by.doubts
            or by.status is not Status.AGREED
            or not all(isinstance(operation, Keep) for operation in by.operations)
        ):
            continue
        for index, instruction in enumerate(instructions[:later]):
            pending = (instruction.status.is_open or instruction.status.is_proposal) and not instruction.alternative
            if pending and index not in found and _is_on(by, instruction):
                found[index] = later
    return found


def _is_on(by: Instruction, instruction: Instruction) -> bool:
    """Whether all changes of an instruction are in places that another names."""
    return all(any(covers(each.target, one.target) for each in by.operations) for one in instruction.operations)


def _turned_down(instructions: Sequence[Instruction]) -> dict[int, tuple[Outcome, int]]:
    """Which instructions a later one turns down, and which one that is."""
    found: dict[int, tuple[Outcome, int]] = {}
    for later, by in enumerate(instructions):
        if by.status.is_refusal and not by.doubts:
            for index, instruction in enumerate(instructions[:later]):
                if not instruction.status.is_refusal and is_same_change(by, instruction):
                    found.setdefault(index, (Outcome.WITHDRAWN, later))
    return found


_WHY = {
    Outcome.WITHDRAWN: "A later passage turns it down.",
    Outcome.SUPERSEDED: "A later passage puts other words in its place.",
}


def _dropped(instruction: Instruction, base: Draft, outcome: Outcome, by: Instruction) -> Step:
    finding = Finding(outcome.value, _WHY[outcome], by.at, severity=Severity.NOTE)
    return Step(instruction, outcome, base.id, findings=(finding,))


def _name(instructions: Sequence[Instruction]) -> str:
    return f"{instructions[-1].at.document}/amended"


def _named(draft: Draft, base: Draft, instructions: Sequence[Instruction]) -> Draft:
    """The last draft under its own name; the draft given where nothing was changed."""
    if draft is base:
        return base
    last = instructions[-1].at
    spans = [each.at for each in instructions if each.at.document == last.document and each.at.note == last.note]
    at = Citation(last.document, min(span.start for span in spans), max(span.end for span in spans), last.note)
    return replace(draft, id=_name(instructions), at=at, derived_from=base.id)
