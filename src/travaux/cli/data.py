"""What `--json` prints: the same as the pages, as data. Every passage is told by document and characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from travaux.amend.in_words import in_words as operation_in_words
from travaux.amend.operations import Instruction, Operation
from travaux.cli.json_text import Json, json_text, tally_as_data
from travaux.findings import Finding
from travaux.record.document import Document
from travaux.record.withholding import Withholding, withholding
from travaux.text.draft import Draft, Run

if TYPE_CHECKING:
    from travaux.actions.history import Histories, Told
    from travaux.amend.draft import Drafted
    from travaux.amend.proceedings import Step
    from travaux.compare.redline import Redline
    from travaux.history.trace import Version


def shown(
    document: Document,
    drafts: Iterable[Draft],
    steps: Iterable[Step],
    findings: Iterable[Finding],
    references: Json,
) -> str:
    """A document, what was found in it, what it refers to and who cites it."""
    return json_text(
        {
            "document": msgspec.to_builtins(document),
            "withheld_in_all": withheld_as_data(withholding(document)),
            "drafts": [draft_as_data(draft) for draft in drafts],
            "instructions": [step_as_data(step) for step in steps],
            "findings": msgspec.to_builtins(tuple(findings)),
            **references,
        }
    )


def withheld_as_data(held: Withholding) -> Json:
    """How much of a document was not released, by unit; null where no amount is stated."""
    return {
        "passages": held.passages,
        "in_full": held.in_full,
        "units": [tally_as_data(tally) for tally in held.tallies],
    }


def told(histories: Histories) -> str:
    """The history of a provision."""
    return json_text(
        {
            "address": str(histories.at),
            "texts": [_told(told) for told in histories.told],
            "on_no_draft": [step_as_data(step) for step in histories.on_no_draft],
        }
    )


def drafted(drafted: Drafted, before: Draft, after: Draft) -> str:
    """The amendments that turn one draft into another."""
    return json_text(
        {
            "before": draft_as_data(before),
            "after": draft_as_data(after),
            "exact": drafted.exact,
            "items": [
                {"words": words, **_operation(operation)}
                for words, operation in zip(drafted.words, drafted.operations, strict=True)
            ],
            "findings": msgspec.to_builtins(drafted.findings),
        }
    )


def _told(told: Told) -> Json:
    return {
        "first_draft": draft_as_data(told.first),
        "once": told.once,
        "versions": [_version(version) for version in told.history.versions],
        "not_applied": [step_as_data(step) for step in told.history.not_applied],
    }


def _version(version: Version) -> Json:
    document, provision = version.document, version.provision
    return {
        "draft": draft_as_data(version.draft),
        "address": version.at and str(version.at),
        "document": {
            "id": document.id,
            "number": document.number,
            "title": document.title,
            "date": document.date and document.date.isoformat(),
            "sender": document.sender,
        },
        "instructions": [step_as_data(step) for step in version.steps],
        "text": provision and provision.text,
        "lines": [[_run(run) for run in line] for line in provision.lines] if provision else [],
        "redline": version.redline and redline_as_data(version.redline),
    }


def draft_as_data(draft: Draft) -> Json:
    """What a draft is, without its text."""
    return {
        "id": draft.id,
        "title": draft.title,
        "date": draft.date and draft.date.isoformat(),
        "proposed_by": draft.proposed_by,
        "derived_from": draft.derived_from,
        "at": msgspec.to_builtins(draft.at),
    }


def step_as_data(step: Step) -> Json:
    """An instruction and what became of it."""
    return {
        **instruction_as_data(step.instruction),
        "outcome": step.outcome.value,
        "base": step.base,
        "result": step.result,
        "findings": msgspec.to_builtins(step.findings),
    }


def instruction_as_data(instruction: Instruction) -> Json:
    """An instruction and what it orders."""
    return {
        "at": msgspec.to_builtins(instruction.at),
        "words": instruction.words,
        "status": instruction.status.value,
        "proposer": instruction.proposer,
        "reason": instruction.reason.words if instruction.reason else "",
        "alternative": instruction.alternative,
        "text_named": instruction.text_named,
        "operations": [_operation(operation) for operation in instruction.operations],
    }


def _operation(operation: Operation) -> Json:
    return {
        "operation": type(operation).__name__,
        "target": str(operation.target),
        "in_words": operation_in_words(operation).words,
        "fields": msgspec.to_builtins(operation),
    }


def _run(run: Run) -> Json:
    return {"words": run.words, "source": msgspec.to_builtins(run.origin)}


def redline_as_data(redline: Redline) -> list[list[Json]]:
    """The lines of a redline, each in spans."""
    return [
        [
            {
                "change": span.change.value,
                "manner": span.manner.value or None,
                "words": span.words,
                "was": span.was,
                "runs": [_run(run) for run in span.runs],
            }
            for span in line.spans
        ]
        for line in redline.lines
    ]
