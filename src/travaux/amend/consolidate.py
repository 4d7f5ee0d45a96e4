"""Applies operations to a draft. Never guesses a place: what does not fit is returned as refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch

from travaux.amend import operations as ops
from travaux.amend import provisions, wording
from travaux.amend.fit import AlreadyThere, Misfit, Rule
from travaux.amend.operations import Operation
from travaux.errors import UnknownProvision
from travaux.findings import Citation, Finding, Severity
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The new draft, and for every operation what became of it: applied, assumed or refused.

    An operation in `assumed` was done under a rule that a reader may dispute, named by the finding's
    code; 'already-there' means that the draft said so before and was left as it was.
    """

    draft: Draft
    applied: tuple[Operation, ...] = ()
    assumed: tuple[tuple[Operation, Finding], ...] = ()
    refused: tuple[tuple[Operation, Finding], ...] = ()

    @property
    def text(self) -> str:
        """The new draft as printed."""
        return self.draft.text


def consolidate(draft: Draft, operations: Sequence[Operation], *, at: Citation) -> Consolidation:
    """Applies `operations` in order; `at` cites the instruction that they come from, for the findings.

    What is not touched keeps its words and their origins. A refused operation leaves the draft as it was.

    >>> from travaux.findings import Citation
    >>> from travaux.text.address import parse
    >>> from travaux.text.draft import Provision, ProvisionKind, Run
    >>> at = Citation("telegram", 0, 5)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run("The ferry runs daily.", Citation("d1", 0, 21)),))
    >>> draft = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=Citation("d1", 0, 21))
    >>> order = ops.SubstituteWords(parse("Article 1"), "daily", ops.Words("weekly", at))
    >>> consolidate(draft, [order], at=at).text
    'The ferry runs weekly.'
    """
    applied: list[Operation] = []
    assumed: list[tuple[Operation, Finding]] = []
    refused: list[tuple[Operation, Finding]] = []
    for operation in operations:
        try:
            draft, rules = apply(operation, draft)
        except (Misfit, UnknownProvision) as error:
            refused.append((operation, _refusal(error, at)))
        except AlreadyThere as found:
            finding = Finding("already-there", found.message, at, severity=Severity.ASSUMED)
            assumed.append((operation, finding))
        else:
            findings = [Finding(rule.code, rule.message, at, severity=Severity.ASSUMED) for rule in rules]
            assumed += [(operation, finding) for finding in findings]
            if not findings:
                applied.append(operation)
    return Consolidation(draft, tuple(applied), tuple(assumed), tuple(refused))


def _refusal(error: Misfit | UnknownProvision, at: Citation) -> Finding:
    code = error.code if isinstance(error, Misfit) else "no-such-provision"
    return Finding(code, error.message, at, error.remedy)


@singledispatch
def apply(operation: Operation, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    """The draft after one operation, and the disputable rules it took. Raises Misfit, AlreadyThere or
    UnknownProvision and leaves the draft alone."""
    raise TypeError(f"no way to apply {operation!r}")


@apply.register
def _(operation: ops.Replace, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.replaced(draft, operation)


@apply.register
def _(operation: ops.InsertProvision, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.inserted(draft, operation)


@apply.register
def _(operation: ops.Delete, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.deleted(draft, operation)


@apply.register
def _(operation: ops.RetainOnly, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.retained(draft, operation)


@apply.register
def _(operation: ops.SubstituteWords, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.substituted(draft, operation)


@apply.register
def _(operation: ops.InsertWords, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.inserted(draft, operation)


@apply.register
def _(operation: ops.DeleteWords, draft: Draft) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.deleted(draft, operation)
