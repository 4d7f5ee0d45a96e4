"""Applies operations to a draft. Never guesses a place: what does not fit is returned as refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch

from travaux.amend import moving, placing, provisions, wording
from travaux.amend import operations as ops
from travaux.amend.collide import Collision, collide
from travaux.amend.fit import AlreadyThere, Context, Misfit, Rule
from travaux.amend.operations import Operation
from travaux.amend.proof import Change, Stage, proof
from travaux.amend.succession import Succession
from travaux.errors import UnknownProvision
from travaux.findings import Citation, Finding, Severity
from travaux.text.draft import Draft
from travaux.text.locate import locate

# Refusals that another operation of the same instruction may do away with: 'VIII becomes IX, and IX becomes X'.
_MAY_FIT_LATER = frozenset({"number-taken"})


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The new draft, and for every operation what became of it: applied, assumed or refused.

    An operation in `assumed` was done under a rule that a reader may dispute, named by the finding's
    code; 'already-there' means that the draft said so before and was left as it was. `changes` is the proof: the
    provisions and runs that were changed, by which operation; no others were. `successions` are the addresses that
    are others in the new draft. `stages` are the operations that changed something, in the order in which they took
    effect, each with the drafts before and after it.
    """

    draft: Draft
    applied: tuple[Operation, ...] = ()
    assumed: tuple[tuple[Operation, Finding], ...] = ()
    refused: tuple[tuple[Operation, Finding], ...] = ()
    changes: tuple[Change, ...] = ()
    successions: tuple[Succession, ...] = ()
    stages: tuple[Stage, ...] = ()

    @property
    def text(self) -> str:
        """The new draft as printed."""
        return self.draft.text


@dataclass(frozen=True, slots=True)
class _End:
    """What became of one operation: the findings it was applied under, or the one it was refused for."""

    assumed: tuple[Finding, ...] = ()
    refused: Finding | None = None


def consolidate(draft: Draft, operations: Sequence[Operation], *, at: Citation) -> Consolidation:
    """Applies `operations` in order; `at` cites the instruction that they come from, for the findings.

    What is not touched keeps its words and their origins. A refused operation leaves the draft as it was. One whose
    number is taken waits for those that free it.

    >>> from travaux.findings import Citation
    >>> from travaux.text.parse import parse
    >>> from travaux.text.draft import Provision, ProvisionKind, Run
    >>> at = Citation("telegram", 0, 5)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run("The ferry runs daily.", Citation("d1", 0, 21)),))
    >>> draft = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=Citation("d1", 0, 21))
    >>> order = ops.SubstituteWords(parse("Article 1"), "daily", ops.Words("weekly", at))
    >>> consolidate(draft, [order], at=at).text
    'The ferry runs weekly.'
    """
    context = Context(at, tuple(operations))
    collisions = collide(draft, operations)
    ends: list[_End | None] = [None] * len(operations)
    stages: list[Stage] = []
    open_ = list(range(len(operations)))
    while open_:
        waiting = []
        for index in open_:
            ends[index], stage = _collided(collisions, ends, index, at), None
            if ends[index] is None:
                ends[index], stage = _held(draft, operations[index], context)
            if stage is not None:
                stages.append(stage)
                draft = stage.after
            if _may_fit_later(ends[index]):
                waiting.append(index)
        if len(waiting) == len(open_):
            break
        open_ = waiting
    return _result(draft, operations, ends, stages)


def _collided(collisions: Sequence[Collision], ends: Sequence[_End | None], index: int, at: Citation) -> _End | None:
    """The refusal of an operation that collides with one before it that was not refused itself."""
    for collision in collisions:
        first = ends[collision.first]
        if collision.second == index and first is not None and first.refused is None:
            return _End(refused=Finding("operations-collide", collision.why, at, "Say which of the two is meant."))
    return None


def _may_fit_later(end: _End | None) -> bool:
    return end is not None and end.refused is not None and end.refused.code in _MAY_FIT_LATER


def _held(draft: Draft, operation: Operation, context: Context) -> tuple[_End, Stage | None]:
    """What becomes of an operation on the draft, and the change where there is one."""
    try:
        after, rules = apply(operation, draft, context)
    except (Misfit, UnknownProvision) as error:
        code = error.code if isinstance(error, Misfit) else "no-such-provision"
        return _End(refused=Finding(code, error.message, context.at, error.remedy)), None
    except AlreadyThere as found:
        return _End((Finding("already-there", found.message, context.at, severity=Severity.ASSUMED),)), None
    findings = tuple(Finding(rule.code, rule.message, context.at, severity=Severity.ASSUMED) for rule in rules)
    if after is draft:
        return _End(findings), None
    moved = isinstance(operation, ops.Move) and not operation.words
    path = locate(draft, operation.target).path if moved else None
    return _End(findings), Stage(operation, draft, after, path)


def _result(
    draft: Draft, operations: Sequence[Operation], ends: Sequence[_End | None], stages: Sequence[Stage]
) -> Consolidation:
    each = [(operation, end) for operation, end in zip(operations, ends, strict=True) if end is not None]
    proven = proof(stages)
    return Consolidation(
        draft,
        applied=tuple(operation for operation, end in each if not end.assumed and end.refused is None),
        assumed=tuple((operation, finding) for operation, end in each for finding in end.assumed),
        refused=tuple((operation, end.refused) for operation, end in each if end.refused is not None),
        changes=proven.changes,
        successions=proven.successions,
        stages=tuple(stages),
    )


def apply(operation: Operation, draft: Draft, context: Context | None = None) -> tuple[Draft, tuple[Rule, ...]]:
    """The draft after one operation, and the disputable rules it took; one that stands alone needs no `context`.

    Raises Misfit, AlreadyThere or UnknownProvision and leaves the draft alone.
    """
    return _apply(operation, draft, context or Context(draft.at, (operation,)))


@singledispatch
def _apply(operation: Operation, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    raise TypeError(f"no way to apply {operation!r}")


@_apply.register
def _(operation: ops.Replace, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.replaced(draft, operation)


@_apply.register
def _(operation: ops.InsertProvision, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return placing.inserted(draft, operation, context)


@_apply.register
def _(operation: ops.Delete, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.deleted(draft, operation)


@_apply.register
def _(operation: ops.RetainOnly, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return provisions.retained(draft, operation)


@_apply.register
def _(operation: ops.SubstituteWords, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.substituted(draft, operation)


@_apply.register
def _(operation: ops.InsertWords, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.inserted(draft, operation)


@_apply.register
def _(operation: ops.DeleteWords, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.deleted(draft, operation)


@_apply.register
def _(operation: ops.DeleteStretch, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return wording.cut_out(draft, operation)


@_apply.register
def _(operation: ops.Renumber, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return moving.renumbered(draft, operation, context)


@_apply.register
def _(operation: ops.Move, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return moving.moved(draft, operation)


@_apply.register
def _(operation: ops.Keep, draft: Draft, context: Context) -> tuple[Draft, tuple[Rule, ...]]:
    return moving.kept(draft, operation)
