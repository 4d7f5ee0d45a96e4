"""Rows from dataclasses, and dataclasses from rows; each pair gives back what it was given."""

from __future__ import annotations

from typing import Any

import msgspec

from travaux.amend import trees
from travaux.amend.proceedings import Examined, Step
from travaux.desk import models
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft


def examined(row: models.Document) -> Examined:
    """What a row keeps as found in its document."""
    return examined_of(row.found)


def examined_of(found: str | None) -> Examined:
    """The same from the column alone."""
    return trees.examined(found or "")


def document(row: models.Document) -> Document:
    """The document that a row keeps."""
    return document_of(row.tree)


def document_of(tree: str) -> Document:
    """The same from the column alone."""
    return msgspec.json.decode(tree, type=Document)


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
        tree=trees.tree(draft),
    )


def draft(row: models.Draft) -> Draft:
    """The draft that a row keeps."""
    return draft_of(row.tree)


def draft_of(tree: str) -> Draft:
    """The same from the column alone."""
    return msgspec.json.decode(tree, type=Draft)


def step_row(
    step: Step,
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
        tree=trees.step_tree(step),
    )


def step(row: models.Step) -> Step:
    """The step that a row keeps."""
    return step_of(row.tree)


def step_of(tree: str) -> Step:
    """The same from the column alone."""
    return trees.step(tree)


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
    return finding_of(row.document.ident, row.start, row.end, row.note, row.code, row.message, row.remedy, row.severity)


#: The columns that `finding_of` takes.
FINDING = ("document__ident", "start", "end", "note", "code", "message", "remedy", "severity")


def finding_of(*columns: Any) -> Finding:
    """The same from the columns alone."""
    document, start, end, note, code, message, remedy, severity = columns
    return Finding(
        code=code,
        message=message,
        at=Citation(document, start, end, note),
        remedy=remedy,
        severity=Severity(severity),
    )
