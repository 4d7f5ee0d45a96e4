"""Rows from dataclasses, and dataclasses from rows; each pair gives back what it was given.

The `tree` of a row is the JSON of the dataclass. Operations carry the name of their class there, because
JSON alone does not say which of the closed set one is.
"""

from __future__ import annotations

import datetime
from typing import get_args

import msgspec

from travaux.amend import follow
from travaux.amend.examine import Examined
from travaux.amend.operations import Instruction, Operation, Status
from travaux.desk import models
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft

_OPERATIONS: dict[str, type[Operation]] = {kind.__name__: kind for kind in get_args(Operation)}


class _Operation(msgspec.Struct, frozen=True):
    kind: str
    fields: msgspec.Raw


class _Instruction(msgspec.Struct, frozen=True):
    at: Citation
    words: str
    operations: tuple[_Operation, ...]
    status: Status
    text_named: str
    alternative: bool
    reported: bool


class _Examined(msgspec.Struct, frozen=True):
    drafts: tuple[Draft, ...]
    instructions: tuple[_Instruction, ...]
    findings: tuple[Finding, ...]


class _Step(msgspec.Struct, frozen=True):
    instruction: _Instruction
    outcome: follow.Outcome
    base: str
    result: str
    findings: tuple[Finding, ...]


def tree(value: object) -> str:
    """A dataclass as JSON, the same text for the same value."""
    return msgspec.json.encode(value).decode()


def document_row(
    document: Document, *, source: models.Source, position: int, filed: datetime.date | None, examined: Examined
) -> models.Document:
    """The row of a document that stands at `position` in its source, and under the date `filed`."""
    return models.Document(
        source=source,
        ident=document.id,
        position=position,
        number=document.number or "",
        kind=document.kind.value,
        title=document.title,
        sender=document.sender or "",
        addressee=document.addressee or "",
        date=document.date,
        filed=filed,
        date_text=document.date_text or "",
        place=document.place or "",
        classification=document.classification or "",
        tree=tree(document),
        found=found(examined),
    )


def found(examined: Examined) -> str:
    """What was found in a document by itself, as JSON; "" for nothing."""
    if not examined:
        return ""
    instructions = tuple(_stored_instruction(instruction) for instruction in examined.instructions)
    return tree(_Examined(examined.drafts, instructions, examined.findings))


def examined(row: models.Document) -> Examined:
    """What a row keeps as found in its document."""
    if not row.found:
        return Examined()
    stored = msgspec.json.decode(row.found, type=_Examined)
    return Examined(stored.drafts, tuple(map(_instruction, stored.instructions)), stored.findings)


def document(row: models.Document) -> Document:
    """The document that a row keeps."""
    return msgspec.json.decode(row.tree, type=Document)


def draft_row(
    draft: Draft, *, document: models.Document, derived_from: models.Draft | None, position: int
) -> models.Draft:
    """The row of a draft that stands in `document`, or was made by its instructions."""
    return models.Draft(
        ident=draft.id,
        position=position,
        title=draft.title,
        date=draft.date,
        proposed_by=draft.proposed_by or "",
        document=document,
        start=draft.at.start,
        end=draft.at.end,
        derived_from=derived_from,
        tree=tree(draft),
    )


def draft(row: models.Draft) -> Draft:
    """The draft that a row keeps."""
    return msgspec.json.decode(row.tree, type=Draft)


def step_row(
    step: follow.Step,
    *,
    document: models.Document,
    base: models.Draft | None,
    result: models.Draft | None,
    position: int,
) -> models.Step:
    """The row of a step whose instruction stands in `document`."""
    at = step.instruction.at
    return models.Step(
        document=document,
        position=position,
        start=at.start,
        end=at.end,
        note=at.note,
        outcome=step.outcome.value,
        base=base,
        result=result,
        tree=tree(_stored_step(step)),
    )


def step(row: models.Step) -> follow.Step:
    """The step that a row keeps."""
    stored = msgspec.json.decode(row.tree, type=_Step)
    return follow.Step(
        instruction=_instruction(stored.instruction),
        outcome=stored.outcome,
        base=stored.base,
        result=stored.result,
        findings=stored.findings,
    )


def finding_row(
    finding: Finding, *, document: models.Document, stage: models.Stage, step: models.Step | None = None
) -> models.Finding:
    """The row of a finding at a passage of `document`."""
    return models.Finding(
        document=document,
        stage=stage,
        step=step,
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        remedy=finding.remedy,
        start=finding.at.start,
        end=finding.at.end,
        note=finding.at.note,
    )


def finding(row: models.Finding) -> Finding:
    """The finding that a row keeps; the row's document must be at hand."""
    return Finding(
        code=row.code,
        message=row.message,
        at=Citation(row.document.ident, row.start, row.end, row.note),
        remedy=row.remedy,
        severity=Severity(row.severity),
    )


def _stored_step(step: follow.Step) -> _Step:
    return _Step(_stored_instruction(step.instruction), step.outcome, step.base, step.result, step.findings)


def _stored_instruction(instruction: Instruction) -> _Instruction:
    return _Instruction(
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
    )


def _instruction(stored: _Instruction) -> Instruction:
    return Instruction(
        at=stored.at,
        words=stored.words,
        operations=tuple(_operation(operation) for operation in stored.operations),
        status=stored.status,
        text_named=stored.text_named,
        alternative=stored.alternative,
        reported=stored.reported,
    )


def _operation(stored: _Operation) -> Operation:
    return msgspec.json.decode(stored.fields, type=_OPERATIONS[stored.kind])
