"""What was found in a document: the drafts it holds, the instructions in it and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.amend.decide import Decision, Verdict
from travaux.amend.in_words import Saying, in_words
from travaux.amend.proceedings import Step
from travaux.desk import decisions, models, shelf
from travaux.findings import Citation, Finding
from travaux.record.document import SourceNote
from travaux.text.draft import Draft
from travaux.web.document.mark import Look


@dataclass(frozen=True, slots=True)
class Told:
    """A step, its operations in plain words, and what a person decided on its passage."""

    step: Step
    sayings: tuple[Saying, ...]
    decision: Decision | None = None

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The doubts of its reading that its outcome does not tell."""
        return tuple(doubt for doubt in self.step.instruction.doubts if doubt not in self.step.findings)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one document, in the order of its place."""

    drafts: tuple[Draft, ...]
    steps: tuple[Told, ...]
    findings: tuple[Finding, ...]
    rejected: tuple[Decision, ...] = ()

    @property
    def passages(self) -> tuple[tuple[Look, Citation], ...]:
        """Where it was found."""
        return (
            *((Look.DRAFT, draft.at) for draft in self.drafts if not draft.derived_from),
            *((Look.INSTRUCTION, told.step.instruction.at) for told in self.steps),
            *((Look.FINDING, finding.at) for finding in self.findings),
        )


def found(row: models.Document) -> Found:
    """What was found in the document of that row."""
    decided = decisions.of(row.ident)
    return Found(
        drafts=shelf.drafts_of(row),
        steps=tuple(tell(step, decided) for step in sorted(shelf.steps_of(row), key=_place)),
        findings=shelf.findings_of(row),
        rejected=tuple(decision for decision in decided if decision.verdict is Verdict.REJECTED),
    )


def _place(step: Step) -> tuple[str, int]:
    return step.instruction.at.note, step.instruction.at.start


def tell(step: Step, decided: Iterable[Decision] = ()) -> Told:
    """The step, with its operations in plain words, and the one of those decisions that is on it."""
    decision = next((each for each in decided if each.at == step.instruction.at), None)
    return Told(step, tuple(in_words(operation) for operation in step.instruction.operations), decision)


def marks_of(source: SourceNote | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a source note says, as the entries of a list; what it is silent on is left out."""
    if source is None:
        return ()
    entries = (
        ("File number", (source.file_number,) if source.file_number else None),
        ("Classification", (source.classification,) if source.classification else None),
        ("Handling", source.handling),
        ("Drafted by", source.drafted_by),
        ("Cleared with", source.cleared_with),
        ("Approved by", source.approved_by),
        ("Repeated to", source.repeated_to),
    )
    return tuple((name, values) for name, values in entries if values)
