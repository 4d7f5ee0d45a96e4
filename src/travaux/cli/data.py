"""What `--json` prints: the same as the pages, as data. Every passage is told by document and characters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import msgspec

from travaux.actions.history import Histories, Told
from travaux.amend.follow import Step
from travaux.amend.in_words import in_words as operation_in_words
from travaux.compare.redline import Redline
from travaux.findings import Finding
from travaux.history.trace import Version
from travaux.record.document import Document
from travaux.text.draft import Draft, Run

Json = dict[str, object]

# JSON itself escapes only the first thirty-two signs; these too would act on a terminal.
_ACTING = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def shown(document: Document, drafts: Iterable[Draft], steps: Iterable[Step], findings: Iterable[Finding]) -> str:
    """A document and what was found in it."""
    return _text(
        {
            "document": msgspec.to_builtins(document),
            "drafts": [_draft(draft) for draft in drafts],
            "instructions": [_step(step) for step in steps],
            "findings": msgspec.to_builtins(tuple(findings)),
        }
    )


def told(histories: Histories) -> str:
    """The history of a provision."""
    return _text(
        {
            "address": str(histories.at),
            "texts": [_told(told) for told in histories.told],
            "on_no_draft": [_step(step) for step in histories.on_no_draft],
        }
    )


def _told(told: Told) -> Json:
    return {
        "first_draft": _draft(told.first),
        "once": told.once,
        "versions": [_version(version) for version in told.history.versions],
        "not_applied": [_step(step) for step in told.history.not_applied],
    }


def _version(version: Version) -> Json:
    document, provision = version.document, version.provision
    return {
        "draft": _draft(version.draft),
        "address": version.at and str(version.at),
        "document": {
            "id": document.id,
            "number": document.number,
            "title": document.title,
            "date": document.date and document.date.isoformat(),
            "sender": document.sender,
        },
        "instructions": [_step(step) for step in version.steps],
        "text": provision and provision.text,
        "lines": [[_run(run) for run in line] for line in provision.lines] if provision else [],
        "redline": version.redline and _redline(version.redline),
    }


def _draft(draft: Draft) -> Json:
    return {
        "id": draft.id,
        "title": draft.title,
        "date": draft.date and draft.date.isoformat(),
        "proposed_by": draft.proposed_by,
        "derived_from": draft.derived_from,
        "at": msgspec.to_builtins(draft.at),
    }


def _step(step: Step) -> Json:
    instruction = step.instruction
    return {
        "at": msgspec.to_builtins(instruction.at),
        "words": instruction.words,
        "status": instruction.status.value,
        "alternative": instruction.alternative,
        "text_named": instruction.text_named,
        "operations": [
            {
                "operation": type(operation).__name__,
                "target": str(operation.target),
                "in_words": operation_in_words(operation).words,
                "fields": msgspec.to_builtins(operation),
            }
            for operation in instruction.operations
        ],
        "outcome": step.outcome.value,
        "base": step.base,
        "result": step.result,
        "findings": msgspec.to_builtins(step.findings),
    }


def _run(run: Run) -> Json:
    return {"words": run.words, "source": msgspec.to_builtins(run.origin)}


def _redline(redline: Redline) -> list[list[Json]]:
    return [
        [
            {"change": span.change.value, "words": span.words, "runs": [_run(run) for run in span.runs]}
            for span in line.spans
        ]
        for line in redline.lines
    ]


def _text(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _ACTING.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)
