"""Puts what a person decided on passages in the place of what was read in them.

A decision holds for the passage as it stood and was read when the person saw it. Where either is otherwise now, the
decision is not used, and a finding says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from travaux.amend import operations as ops
from travaux.amend.bare import bare
from travaux.amend.compile import compile
from travaux.amend.in_words import in_words
from travaux.amend.naming import is_specific
from travaux.amend.operations import Instruction, Operation, Status, Words
from travaux.amend.proceedings import Examined
from travaux.errors import UnknownDocument
from travaux.findings import Citation, Finding
from travaux.record.document import Document, Kind


class Verdict(StrEnum):
    """What a person made of a passage: its reading holds, it orders nothing, or it is to be read otherwise."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on the passage at `at`, whose words were `passage`; `read_as` is what it was read to order.

    `reading` are the words as which a corrected passage is to be read, "" where its own reading stands; `amends` is the
    id of the draft that the person chose, "" for the one that the passage names.
    """

    at: Citation
    passage: str
    verdict: Verdict
    read_as: tuple[str, ...] = ()
    reading: str = ""
    amends: str = ""
    made_at: datetime.datetime | None = None

    def __post_init__(self) -> None:
        if self.verdict is not Verdict.CORRECTED and (self.reading or self.amends):
            raise ValueError("only a correction has a reading or a draft of its own")


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands in a document once decisions are taken in; `chosen` is the draft that an instruction amends, where a
    person said which."""

    examined: Examined
    chosen: Mapping[Citation, str] = field(default_factory=dict)


def decide(document: Document, examined: Examined, decisions: Sequence[Decision]) -> Decided:
    """What stands in `document` under `decisions`, of which none speaks of the same passage as another.

    >>> from travaux.amend.examine import examine
    >>> telegram = bare("Article 4. Replace word “areas” with “waters.”", id="d1")
    >>> found = examine(telegram)
    >>> at = found.instructions[0].at
    >>> rejected = Decision(at, telegram.passage(at), Verdict.REJECTED)
    >>> decide(telegram, found, [rejected]).examined.instructions
    ()
    """
    taken = {decision.at: decision for decision in decisions if _is_as_it_stood(decision, document)}
    orders: dict[Citation, list[Instruction]] = {}
    for instruction in examined.instructions:
        orders.setdefault(instruction.at, []).append(instruction)
    used: set[Citation] = set()
    for at, decision in taken.items():
        decided = _decided(decision, orders.get(at, []))
        if decided is not None:
            orders[at] = decided
            used.add(at)
    kept = [instruction for at in sorted(orders, key=_place) for instruction in orders[at]]
    findings = [finding for finding in examined.findings if finding.at not in used]
    findings += [_not_used(decision) for decision in decisions if decision.at not in used]
    chosen = {at: taken[at].amends for at in used if taken[at].amends}
    return Decided(Examined(examined.drafts, tuple(kept), tuple(findings)), chosen)


def read_as(instruction: Instruction) -> tuple[str, ...]:
    """What an instruction orders, a line an operation, as a person sees and confirms it."""
    sayings = [in_words(operation) for operation in instruction.operations]
    return tuple(f"{one.words} “{one.wording.words}”" if one.wording else one.words for one in sayings)


def corrected(reading: str, at: Citation, passage: str) -> Instruction | None:
    """The order that a passage gives once it is read as `reading`; None where that is not understood as one.

    Words that the passage has are cited there; others cite the whole of it, which the person read so.
    """
    compilation = compile(bare(reading, id=at.document, kind=Kind.INSTRUCTION))
    if compilation.findings or not compilation.instructions:
        return None
    operations = [one for each in compilation.instructions for one in each.operations]
    named = next((each.text_named for each in compilation.instructions if each.text_named), "")
    return Instruction(at, passage, tuple(_cited(one, at, passage) for one in operations), text_named=named)


def _is_as_it_stood(decision: Decision, document: Document) -> bool:
    at = decision.at
    try:
        return document.passage(at) == decision.passage
    except UnknownDocument:  # the note it stood in is gone
        return False


def _place(at: Citation) -> tuple[str, int, int]:
    return at.note, at.start, at.end


def _decided(decision: Decision, found: Sequence[Instruction]) -> list[Instruction] | None:
    """What the passage orders under the decision, where `found` was read in it; None where the decision is of another
    reading."""
    if decision.verdict is Verdict.REJECTED:
        return []
    if decision.reading:
        entered = _entered(decision)
        if entered is None:
            return None
        named = next((one.text_named for one in found if one.text_named), "")
        return [entered if is_specific(entered.text_named) else replace(entered, text_named=named)]
    return [_settled(decision, one) for one in found if read_as(one) == decision.read_as] or None


def _settled(decision: Decision, instruction: Instruction) -> Instruction:
    """The instruction as its own reading was confirmed, or as an order on the draft that was chosen for it."""
    if decision.verdict is Verdict.CORRECTED:
        return replace(instruction, status=Status.INSTRUCTED, alternative=False, reported=False, doubts=())
    return instruction.confirmed


def _entered(decision: Decision) -> Instruction | None:
    """The instruction as corrected, where it still means what it did when the person saw it."""
    entered = corrected(decision.reading, decision.at, decision.passage)
    return entered if entered is not None and read_as(entered) == decision.read_as else None


def _cited(operation: Operation, at: Citation, passage: str) -> Operation:
    """The operation with the words that it brings cited from the passage."""
    match operation:
        case ops.Replace() | ops.InsertProvision() | ops.SubstituteWords() | ops.InsertWords():
            return replace(operation, new=_found(operation.new, at, passage))
        case ops.RetainOnly(quoted=Words() as quoted):
            return replace(operation, quoted=_found(quoted, at, passage))
    return operation


def _found(new: Words, at: Citation, passage: str) -> Words:
    first = passage.find(new.words)
    if first < 0:
        return Words(new.words, at)
    return Words(new.words, replace(at, start=at.start + first, end=at.start + first + len(new.words)))


def _not_used(decision: Decision) -> Finding:
    made = f" on {decision.made_at:%Y-%m-%d}" if decision.made_at else ""
    return Finding(
        "decision-not-used",
        f"What was {decision.verdict}{made} is not used: the passage is now read otherwise than it was then.",
        decision.at,
        "Look at the passage, and decide anew.",
    )
