"""Tries operations on a draft and keeps those that give the text wanted. What no operation gives stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.amend.consolidate import apply
from travaux.amend.fit import AlreadyThere, Context, Misfit, Rule
from travaux.amend.operations import Operation
from travaux.errors import UnknownProvision
from travaux.findings import Citation
from travaux.text.draft import Draft

#: Stands for the passage that brings new words, until the instruction is written.
UNWRITTEN = Citation("instruction", 0, 0)


@dataclass(frozen=True, slots=True)
class Trial:
    """A draft as the operations tried so far leave it, and the disputable rules that they took."""

    draft: Draft
    operations: tuple[Operation, ...] = ()
    rules: tuple[tuple[Operation, Rule], ...] = ()


def attempt(trial: Trial, choices: Iterable[Sequence[Operation]], wanted: Draft) -> Trial | None:
    """The trial after the first of `choices` that gives the text of `wanted`; one that takes a disputable rule only
    where none does without. None where no choice gives that text."""
    spare = None
    for operations in choices:
        result = _applied(trial, operations)
        if result is not None and _agree(result.draft, wanted):
            if len(result.rules) == len(trial.rules):
                return result
            spare = spare or result
    return spare


def _applied(trial: Trial, operations: Sequence[Operation]) -> Trial | None:
    draft, taken = trial.draft, list(trial.rules)
    context = Context(UNWRITTEN, (*trial.operations, *operations))
    for operation in operations:
        try:
            draft, rules = apply(operation, draft, context)
        except (Misfit, AlreadyThere, UnknownProvision):
            return None
        taken += [(operation, rule) for rule in rules]
    return Trial(draft, (*trial.operations, *operations), tuple(taken))


def _agree(one: Draft, other: Draft) -> bool:
    """Whether two drafts print the same; what both share is not printed for it."""
    first, second = list(one.provisions), list(other.provisions)
    while first and second and first[-1] is second[-1]:
        first.pop()
        second.pop()
    same = next((i for i, pair in enumerate(zip(first, second, strict=False)) if pair[0] is not pair[1]), None)
    same = min(len(first), len(second)) if same is None else same
    return [line for each in first[same:] for line in each.text.split("\n")] == [
        line for each in second[same:] for line in each.text.split("\n")
    ]
