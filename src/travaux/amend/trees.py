"""Drafts, steps and what was found in a document as JSON, and back; each pair gives back what it was given.

Operations carry the name of their class there, because JSON alone does not say which of the closed set one is.
"""

from __future__ import annotations

from typing import get_args

import msgspec

from travaux.amend.operations import Instruction, Operation, Status, Words
from travaux.amend.proceedings import Examined, Outcome, Step
from travaux.amend.succession import Succession
from travaux.findings import Citation, Finding
from travaux.text.draft import Draft

OPERATIONS: dict[str, type[Operation]] = {kind.__name__: kind for kind in get_args(Operation)}


class _Operation(msgspec.Struct, frozen=True):
    kind: str
    fields: msgspec.Raw


class StoredInstruction(msgspec.Struct, frozen=True):
    """An instruction whose operations carry the names of their classes."""

    at: Citation
    words: str
    operations: tuple[_Operation, ...]
    status: Status
    text_named: str
    alternative: bool
    reported: bool
    doubts: tuple[Finding, ...] = ()
    proposer: str = ""
    reason: Words | None = None


class _Examined(msgspec.Struct, frozen=True):
    drafts: tuple[Draft, ...]
    instructions: tuple[StoredInstruction, ...]
    findings: tuple[Finding, ...]


class StoredStep(msgspec.Struct, frozen=True):
    """A step whose instruction is stored."""

    instruction: StoredInstruction
    outcome: Outcome
    base: str
    result: str
    findings: tuple[Finding, ...]
    successions: tuple[Succession, ...] = ()


def tree(value: object) -> str:
    """A dataclass as JSON, the same text for the same value."""
    return msgspec.json.encode(value).decode()


def found(examined: Examined) -> str:
    """What was found in a document by itself, as JSON; "" for nothing."""
    if not examined:
        return ""
    instructions = tuple(stored_instruction(instruction) for instruction in examined.instructions)
    return tree(_Examined(examined.drafts, instructions, examined.findings))


def examined(found: str) -> Examined:
    """What was found in a document, from what `found` made of it."""
    if not found:
        return Examined()
    stored = msgspec.json.decode(found, type=_Examined)
    return Examined(stored.drafts, tuple(map(restored_instruction, stored.instructions)), stored.findings)


def step_tree(step: Step) -> str:
    """A step as JSON."""
    return tree(stored_step(step))


def step(tree: str) -> Step:
    """The step that `step_tree` made this of."""
    return restored_step(msgspec.json.decode(tree, type=StoredStep))


def stored_step(step: Step) -> StoredStep:
    """A step as it is stored."""
    stored = stored_instruction(step.instruction)
    return StoredStep(stored, step.outcome, step.base, step.result, step.findings, step.successions)


def restored_step(stored: StoredStep) -> Step:
    """The step that `stored_step` made this of."""
    return Step(
        instruction=restored_instruction(stored.instruction),
        outcome=stored.outcome,
        base=stored.base,
        result=stored.result,
        findings=stored.findings,
        successions=stored.successions,
    )


def stored_instruction(instruction: Instruction) -> StoredInstruction:
    """An instruction as it is stored."""
    return StoredInstruction(
        at=instruction.at,
        words=instruction.words,
        operations=tuple(
            _Operation(type(operation).__name__, msgspec.Raw(msgspec.json.encode(operation)))
            for operation in instruction.operations
        ),
        status=instruction.status,
        text_named=instruction.text_named,
        alternative=instruction.alternative,
        reported=instruction.reported,
        doubts=instruction.doubts,
        proposer=instruction.proposer,
        reason=instruction.reason,
    )


def restored_instruction(stored: StoredInstruction) -> Instruction:
    """The instruction that `stored_instruction` made this of."""
    return Instruction(
        at=stored.at,
        words=stored.words,
        operations=tuple(_operation(operation) for operation in stored.operations),
        status=stored.status,
        text_named=stored.text_named,
        alternative=stored.alternative,
        reported=stored.reported,
        doubts=stored.doubts,
        proposer=stored.proposer,
        reason=stored.reason,
    )


def _operation(stored: _Operation) -> Operation:
    return msgspec.json.decode(stored.fields, type=OPERATIONS[stored.kind])
