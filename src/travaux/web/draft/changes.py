"""What each instruction changed in a draft: the provisions before and after, as the fold of amendments gave them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from travaux.amend.decide import Decision
from travaux.amend.hold import hold_all
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.compare.redline import Change, Redline, RedlineLine
from travaux.desk import decisions, shelf
from travaux.text.draft import Draft
from travaux.web.compare.provisions import Compared, provisions
from travaux.web.document.found import Told, tell


@dataclass(frozen=True, slots=True)
class Changed:
    """An instruction, and the provisions that it changed."""

    told: Told
    compared: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The instructions that made a draft of the one before; those of the same document that were left out of it; and
    those of others that were held against it."""

    made_by: tuple[Changed, ...] = ()
    left_out: tuple[Told, ...] = ()
    held_against: tuple[Told, ...] = ()


def changes(draft: Draft, proceedings: Proceedings) -> Changes:
    """What made the draft, and what was held against it."""
    decided = tuple(each for group in decisions.in_force().values() for each in group)
    own = [step for step in proceedings.steps if step.base == draft.derived_from and _is_from(step, draft)]
    return Changes(
        made_by=tuple(_made_by(draft, own, decided)),
        left_out=tuple(tell(step, decided) for step in own if step.result != draft.id and _is_left_out(step)),
        held_against=tuple(
            tell(step, decided) for step in proceedings.steps if step.base == draft.id and not step.result
        ),
    )


def _made_by(draft: Draft, own: list[Step], decided: tuple[Decision, ...]) -> list[Changed]:
    """The instructions with what they changed, laid over one another in the order in which they took effect."""
    if not any(step.result == draft.id for step in own) or draft.derived_from is None:
        return []
    before = shelf.draft(draft.derived_from)
    found: dict[int, Changed] = {}
    for index, held in hold_all(before, [(step.instruction, ()) for step in own]):
        changed = provisions(before, held.draft) if held.draft is not before else ()
        before = held.draft
        if own[index].result == draft.id:
            told = tell(own[index], decided)
            found[index] = Changed(told, changed_lines(changed))
    return [found[index] for index in sorted(found)]


def changed_lines(compared: Iterable[Compared]) -> tuple[Compared, ...]:
    """Of provisions before and after, those that changed, with the lines of them that did."""
    return tuple(
        replace(each, redline=Redline(tuple(line for line in each.redline.lines if _is_changed(line))))
        for each in compared
        if each.redline.changed
    )


def _is_changed(line: RedlineLine) -> bool:
    return any(span.change is not Change.KEPT for span in line.spans)


def _is_from(step: Step, draft: Draft) -> bool:
    return step.instruction.at.document == draft.at.document


def _is_left_out(step: Step) -> bool:
    """Whether what an instruction asks is not in the draft; what was there already is in it."""
    return not step.is_there and step.outcome is not Outcome.APPLIED
