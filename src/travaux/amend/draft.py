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
from travaux.amend.trial import Trial
from travaux.amend.write import write
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
    if before.text == after.text:
        return _written(before, (), after)
    finest = rearrange(Trial(before), (), after.provisions)
    drafted = _written(before, finest.operations if finest else (), after)
    if drafted.exact:
        return drafted
    coarsest = renewed(Trial(before), after.provisions)
    other = _written(before, coarsest.operations if coarsest else (), after)
    return other if other.exact else drafted


def _written(before: Draft, operations: Sequence[Operation], after: Draft) -> Drafted:
    """The instruction that orders `operations`, and what comes of it when it is carried out."""
    written = write(operations, before, after)
    at = Citation(written.document.id, 0, len(written.document.text))
    result = consolidate(before, written.operations, at=at)
    findings = (
        *(finding for _, finding in result.assumed),
        *(_whole(operation, at) for operation in operations if isinstance(operation, ops.Replace)),
        *(finding for _, finding in result.refused),
        *_unreached(result.text, after.text, at),
    )
    return Drafted(written.operations, written.words, written.document, findings)


def _whole(operation: ops.Replace, at: Citation) -> Finding:
    return Finding("replaced-whole", f"{operation.target} is replaced as a whole.", at, severity=Severity.NOTE)


def _unreached(text: str, wanted: str, at: Citation) -> list[Finding]:
    if text == wanted:
        return []
    pairs = zip(text.split("\n"), wanted.split("\n"), strict=False)
    first = next((one for one, other in pairs if one != other), "")
    message = f"These operations do not lead to the later text; the first line that differs is “{first[:80]}”."
    return [Finding("not-reached", message, at, "Change that provision by hand.")]
