"""Writes the operations that turn one draft into another, and their words as an instruction in formal English.

Every operation is tried by `consolidate` before it is written. What cannot be reached is said, never passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.amend import operations as ops
from travaux.amend.consolidate import consolidate
from travaux.amend.operations import Operation
from travaux.amend.rearrange import rearrange, renewed
from travaux.amend.trial import UNWRITTEN, Trial
from travaux.amend.write import Written, write
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Drafted:
    """The operations in the order in which they apply, the item of the instruction that says each, and the
    instruction as a document, which the operations cite for the words that they bring.

    `findings` tells where an operation takes a disputable rule, where provisions were replaced as a whole, and
    whether the later text is not reached.
    """

    operations: tuple[Operation, ...]
    words: tuple[str, ...]
    document: Document
    findings: tuple[Finding, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the operations lead to the later text, letter for letter."""
        return not any(finding.severity is Severity.REFUSED for finding in self.findings)


def draft(before: Draft, after: Draft) -> Drafted:
    """The operations that turn `before` into `after`.

    >>> from travaux.text.draft import Provision, ProvisionKind, Run
    >>> def ferry(words):
    ...     at = Citation("d1", 0, len(words))
    ...     article = Provision(ProvisionKind.ARTICLE, "1", content=(Run(words, at),))
    ...     return Draft(id="d1/draft", title="Ferry Treaty", provisions=(article,), at=at)
    >>> draft(ferry("The ferry runs daily."), ferry("The ferry runs weekly.")).words
    ('In Article 1, the word “daily” shall be replaced by the word “weekly”.',)
    """
    trial = _drafted(Trial(before), after)
    written = write(trial.operations, before, after)
    return Drafted(written.operations, written.words, written.document, _findings(trial, written, after))


def _drafted(trial: Trial, after: Draft) -> Trial:
    if trial.draft.text == after.text:
        return trial
    finest = rearrange(trial, (), after.provisions)
    if finest and _leads(trial.draft, finest, after):
        return finest
    coarsest = renewed(trial, after.provisions)
    if coarsest and _leads(trial.draft, coarsest, after):
        return coarsest
    return finest or trial


def _leads(before: Draft, trial: Trial, after: Draft) -> bool:
    """Whether the operations, held against each other too, give the later text."""
    result = consolidate(before, trial.operations, at=UNWRITTEN)
    return not result.refused and result.text == after.text


def _findings(trial: Trial, written: Written, after: Draft) -> tuple[Finding, ...]:
    at = Citation(written.document.id, 0, len(written.document.text))
    taken = [Finding(rule.code, rule.message, at, severity=Severity.ASSUMED) for _, rule in trial.rules]
    return (*taken, *_whole(trial.operations, at), *_unreached(trial, after, at))


def _whole(operations: Sequence[Operation], at: Citation) -> list[Finding]:
    """Says which provisions are replaced as a whole."""
    replaced = [operation.target for operation in operations if isinstance(operation, ops.Replace)]
    return [
        Finding("replaced-whole", f"{target} is replaced as a whole.", at, severity=Severity.NOTE)
        for target in replaced
    ]


def _unreached(trial: Trial, after: Draft, at: Citation) -> list[Finding]:
    if trial.draft.text == after.text:
        return []
    first = next(
        (one for one, other in zip(trial.draft.text.split("\n"), after.text.split("\n"), strict=False) if one != other),
        "",
    )
    message = f"These operations do not lead to the later text; the first line that differs is “{first[:80]}”."
    return [Finding("not-reached", message, at, "Change that provision by hand.")]
