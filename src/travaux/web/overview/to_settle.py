"""What a person must settle: instructions that were not applied, and passages that were not understood."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.amend.proceedings import Outcome, Step
from travaux.desk import convert, models, shelf
from travaux.findings import Finding, Severity

# As many of each as the first page lists; the others stand on the pages of their documents.
FIRST = 50


@dataclass(frozen=True, slots=True)
class ToSettle:
    """The first of what was left undone, each with its document, and how many there are in all."""

    steps: tuple[tuple[models.Document, Step], ...]
    steps_in_all: int
    findings: tuple[tuple[models.Document, Finding], ...]
    findings_in_all: int

    @property
    def in_all(self) -> int:
        return self.steps_in_all + self.findings_in_all


def to_settle() -> ToSettle:
    """What was left undone in the whole file."""
    steps = models.Step.objects.filter(outcome=Outcome.REFUSED.value).order_by("position")
    steps = steps.select_related("document").defer("document__tree")
    findings = shelf.all_findings().filter(severity=Severity.REFUSED, step=None)
    return ToSettle(
        steps=tuple((row.document, convert.step(row)) for row in steps[:FIRST]),
        steps_in_all=steps.count(),
        findings=tuple((row.document, convert.finding(row)) for row in findings[:FIRST]),
        findings_in_all=findings.count(),
    )
