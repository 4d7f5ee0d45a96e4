"""Holds one instruction against a draft: all of it is applied, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.operations import Delete, DeleteWords, Instruction, Operation, Renumber
from travaux.amend.proceedings import Outcome, Step
from travaux.amend.proof import Change, Stage
from travaux.findings import Finding, Severity
from travaux.text.draft import Draft

# Refusals that may come of an earlier instruction of the same document.
_OF_PLACE = frozenset({"no-such-provision", "words-not-found"})


@dataclass(frozen=True, slots=True)
class Held:
    """An instruction with its outcome, the draft after it, what it changed, and the drafts between its operations."""

    step: Step
    draft: Draft
    changes: tuple[Change, ...] = ()
    stages: tuple[Stage, ...] = ()


def hold(
    draft: Draft, base: Draft, instruction: Instruction, *, named: tuple[Finding, ...] = (), accepted: bool = False
) -> Held:
    """What becomes of `instruction` on `draft`, which is `base` as amended so far by the same document.

    `named` are the rules by which the text was told. `accepted`: a later passage agrees to it. The step has no result
    yet: the draft that it helps to give has no name.
    """
    result = consolidate(draft, instruction.operations, at=instruction.at)
    standing = () if accepted else stands(instruction)
    if _is_there(instruction, result):
        gone = tuple(_gone(instruction) for _ in result.refused)
        rules = (*(finding for _, finding in result.assumed), *gone)
        return Held(Step(instruction, Outcome.ASSUMED, base.id, findings=(*named, *rules)), draft)
    refused = tuple(_collided(draft, base, instruction, finding) for _, finding in result.refused)
    if standing or refused or instruction.doubts:
        # An instruction of which a part does not fit is left whole: half of it is nobody's wish.
        findings = (*named, *standing, *instruction.doubts, *refused)
        return Held(Step(instruction, Outcome.REFUSED, base.id, findings=findings), draft)
    rules = tuple(finding for _, finding in result.assumed)
    outcome = Outcome.ASSUMED if rules else Outcome.APPLIED
    step = Step(instruction, outcome, base.id, findings=(*named, *rules), successions=result.successions)
    return Held(step, result.draft, result.changes, result.stages)


def hold_all(base: Draft, instructed: Sequence[tuple[Instruction, tuple[Finding, ...]]]) -> list[tuple[int, Held]]:
    """The instructions of one document, each with the rules by which its text was told, one after another on `base`.

    They are given with their index in the order in which they take effect: one whose number is taken waits for those
    that free it.
    """
    draft, held = base, []
    turn = list(enumerate(instructed))
    while turn:
        waiting = []
        for index, (instruction, named) in turn:
            one = hold(draft, base, instruction, named=named)
            if _waits(one):
                waiting.append((index, (instruction, named)))
                continue
            held.append((index, one))
            draft = one.draft
        if len(waiting) == len(turn):
            last = [(index, hold(draft, base, instruction, named=named)) for index, (instruction, named) in waiting]
            return held + last
        turn = waiting
    return held


def _waits(held: Held) -> bool:
    """Whether an instruction may fit once others of its document are applied: they may free the number it gives."""
    refused = {finding.code for finding in held.step.findings if finding.severity is Severity.REFUSED}
    return held.step.outcome is Outcome.REFUSED and refused == {"number-taken"}


def _collided(draft: Draft, base: Draft, instruction: Instruction, finding: Finding) -> Finding:
    """A refusal, told as a collision where the instruction fits the draft as it was before its own document."""
    if draft is base or finding.code not in _OF_PLACE:
        return finding
    if consolidate(base, instruction.operations, at=instruction.at).refused:
        return finding
    message = f"{finding.message} It was there until another instruction of the same document changed it."
    return Finding("instructions-collide", message, finding.at, "Say which of the two is meant.")


def _gone(instruction: Instruction) -> Finding:
    message = "The draft stands already as the passage reports; nothing was changed."
    return Finding("already-there", message, instruction.at, severity=Severity.ASSUMED)


def _is_there(instruction: Instruction, result: Consolidation) -> bool:
    """Whether the draft says already all that the instruction asks; of what is reported as done, words that were
    deleted must be gone, and a number that was given must be borne. What a passage turns down is not asked."""
    if result.applied or instruction.status.is_refusal:
        return False
    codes = [finding.code for _, finding in result.assumed]
    done = [instruction.reported and _is_done(operation, finding) for operation, finding in result.refused]
    return all(code == "already-there" for code in codes) and all(done) and bool(codes or done)


def _is_done(operation: Operation, finding: Finding) -> bool:
    if isinstance(operation, Renumber):
        return finding.code == "number-taken"
    return isinstance(operation, (DeleteWords, Delete)) and finding.code == "words-not-found"


def stands(instruction: Instruction) -> tuple[Finding, ...]:
    """Why an instruction changes nothing by how it is put: a wish of another side, a condition, a refusal."""
    if instruction.alternative:
        return (_left("alternative", "It is offered as an alternative to the one before.", instruction),)
    if instruction.status.is_open:
        return (_left("conditional", "It depends on a condition, or is only a possibility.", instruction),)
    if instruction.status.is_refusal:
        return (_left("refused-by-passage", "The passage turns the change down, or may do so.", instruction),)
    if instruction.status.is_proposal and instruction.reported:
        message = "The passage reports another side's proposal; that it was agreed is not said."
        return (_left("reported", message, instruction),)
    return ()


def _left(code: str, message: str, instruction: Instruction) -> Finding:
    return Finding(code, message, instruction.at, "If it was agreed, enter the change by hand.")
