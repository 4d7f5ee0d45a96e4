"""What was done to a draft, instruction by instruction, as a redline in Word tells it: whose it was, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.amend import operations as ops
from travaux.amend.consolidate import consolidate
from travaux.amend.draft import draft as drafted_from
from travaux.amend.hold import hold_all
from travaux.amend.operations import Instruction, Words
from travaux.amend.proceedings import Step
from travaux.amend.proof import Stage
from travaux.exchange.paper import Paper
from travaux.exchange.word.marked import Made, marked
from travaux.exchange.word.tracked import TrackedText
from travaux.text.address import WHOLE
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Done:
    """What was done up to a draft, and the draft that it leads to."""

    made: tuple[Made, ...]
    draft: Draft


def redline(before: Draft, paper: Paper) -> TrackedText:
    """The tracked changes from `before` to the draft of the paper: of the instructions that made it, each with its
    proposer; of two drafts of which that is not known, those of whoever tabled the later one."""
    done = carried_out(before, (*paper.between, paper.draft), paper.made_by)
    if done.draft.text != paper.draft.text:
        done = _compared(before, paper.draft)
    return marked(before, done.made)


def carried_out(before: Draft, line: Sequence[Draft], steps: Sequence[Step]) -> Done:
    """What the instructions of each draft in `line` do, one after another."""
    made: list[Made] = []
    last = before
    for draft in line:
        own = [step.instruction for step in steps if step.result == draft.id]
        for _, held in hold_all(last, [(instruction, ()) for instruction in own]):
            instruction = held.step.instruction
            author = instruction.proposer or draft.proposed_by or ""
            made.append(Made(instruction, held.stages, author, draft.date))
            last = held.draft
    return Done(tuple(made), last)


def _compared(before: Draft, after: Draft) -> Done:
    """Operations that lead from the one text to the other; where none do, what stands in the one for the other."""
    drafted = drafted_from(before, after)
    words = {id(operation): said for operation, said in zip(drafted.operations, drafted.words, strict=True)}
    stages = consolidate(before, drafted.operations, at=after.at).stages
    if not drafted.exact:
        whole = ops.Replace(WHOLE, Words(after.text, after.at))
        stages = (Stage(whole, before, after),)
        words = {id(whole): f"The text of {after.id} takes the place of {before.id}."}
    made = [
        Made(
            Instruction(after.at, words[id(stage.operation)], (stage.operation,)),
            (stage,),
            after.proposed_by or "",
            after.date,
            told=False,
        )
        for stage in stages
    ]
    return Done(tuple(made), after)
