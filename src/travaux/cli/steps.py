"""An instruction as lines to read: its own words, what it means, what became of it."""

from __future__ import annotations

from travaux.amend.in_words import in_words
from travaux.amend.proceedings import Step
from travaux.cli.wording import reason


def step_lines(step: Step) -> tuple[str, ...]:
    """An instruction, what it means, and what became of it."""
    instruction = step.instruction
    words = " ".join(instruction.words.split())
    proposer = f" by {instruction.proposer}" if instruction.proposer else ""
    lines = [f"“{words}”", f"    {instruction.at}; {instruction.status}{proposer}"]
    if instruction.reason is not None:
        lines.append(f"    why: {' '.join(instruction.reason.words.split())}")
    for operation in instruction.operations:
        saying = in_words(operation)
        wording = f" “{saying.wording.words}”" if saying.wording else ""
        lines.append(f"    {saying.words}{wording}")
    lines.append(f"    {step.outcome}{_drafts(step)}")
    lines += [f"      {reason(finding)}" for finding in step.findings]
    return tuple(lines)


def _drafts(step: Step) -> str:
    """From which draft to which the step leads, or which one it was held against."""
    if step.result:
        return f", {step.base} to {step.result}"
    return f", held against {step.base}" if step.base else ""
