"""What later passages do to earlier instructions: those are superseded where their place got another wording, and
withdrawn where they were taken back or turned down, or their words were taken out.

It is read off the words: an instruction whose every letter is gone from the draft is superseded or withdrawn by the one
that took the last of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from travaux.amend import operations as ops
from travaux.amend.fit import same
from travaux.amend.operations import Instruction, Operation
from travaux.amend.proceedings import Outcome, Step
from travaux.amend.proof import Change, Letter, letters
from travaux.amend.succession import succeeded
from travaux.findings import Finding, Severity
from travaux.text.address import Address, Level
from travaux.text.instrument import same_title
from travaux.text.lines import same_number
from travaux.text.stretch import WITHIN

_DELETING = ops.Delete | ops.DeleteWords | ops.DeleteStretch


@dataclass(frozen=True, slots=True)
class Taken:
    """A step, the title of the text it is on, what it changed, and where it stands among the steps of the record; it
    may take effect later than others that stand behind it."""

    step: Step
    title: str = ""
    changes: tuple[Change, ...] = ()
    rank: int = 0


@dataclass(slots=True)
class _Open:
    """An instruction that may still be superseded: the letters of it that stand, and where its places are now."""

    taken: Taken
    letters: set[Letter] = field(default_factory=set)
    places: tuple[Address | None, ...] = ()
    end: tuple[Outcome, Finding] | None = None


class _Texts:
    """The instructions on each text; those on no text that is known stand alone."""

    def __init__(self) -> None:
        self.known: dict[str, list[_Open]] = {}

    def of(self, title: str) -> list[_Open]:
        """The instructions on the text of that title so far, to be added to."""
        if not title:
            return []
        if title not in self.known:
            same = next((other for other in self.known if same_title(other, title)), None)
            self.known[title] = self.known[same] if same is not None else []
        return self.known[title]


def fate(taken: Sequence[Taken]) -> tuple[Step, ...]:
    """The steps by their rank, each with what those that took effect later made of it."""
    opened: list[_Open] = []
    owners: dict[Letter, _Open] = {}
    texts = _Texts()
    for each in taken:
        alike = texts.of(each.title)
        _hold_against(each, alike, owners)
        places = tuple(operation.target for operation in each.step.instruction.operations)
        new = _letters(each, new=True) - _letters(each, new=False)
        opened.append(_Open(each, new, places))
        alike.append(opened[-1])
        owners.update(dict.fromkeys(new, opened[-1]))
    return tuple(_ended(one) for one in sorted(opened, key=lambda one: one.taken.rank))


def _letters(taken: Taken, *, new: bool) -> set[Letter]:
    """The letters that a step put in, or took out; those that it moved are among both."""
    return {letter for change in taken.changes for letter in letters(change.new if new else change.gone)}


def _ended(one: _Open) -> Step:
    if one.end is None:
        return one.taken.step
    outcome, finding = one.end
    return replace(one.taken.step, outcome=outcome, findings=(*one.taken.step.findings, finding))


def _hold_against(later: Taken, opened: Sequence[_Open], owners: dict[Letter, _Open]) -> None:
    """Marks what a later instruction does to the earlier ones, `opened` on the same text."""
    moved = _letters(later, new=True)
    for change in later.changes:
        for letter in letters(change.gone):
            owner = owners.pop(letter, None) if letter not in moved else None
            if owner is None:
                continue
            owner.letters.discard(letter)
            if not owner.letters and owner.end is None:
                owner.end = _by_words(change, later)
    for one in opened:
        if one.end is None:
            one.end = _by_place(one, later)
            one.places = tuple(place and succeeded(place, later.step.successions) for place in one.places)


def _by_words(change: Change, later: Taken) -> tuple[Outcome, Finding]:
    if isinstance(change.operation, _DELETING):
        return _end(Outcome.WITHDRAWN, "withdrawn", "A later passage takes its words out again.", later)
    return _end(Outcome.SUPERSEDED, "superseded", "A later passage gives its place another wording.", later)


def _by_place(one: _Open, later: Taken) -> tuple[Outcome, Finding] | None:
    """What a later instruction on the same place does to one that left no letters in the draft."""
    instruction, by = one.taken.step.instruction, later.step.instruction
    if one.letters or one.taken.step.is_there or by.doubts:
        return None
    pending = one.taken.step.outcome is Outcome.REFUSED
    if by.status.is_refusal:
        if pending and not instruction.status.is_refusal and is_same_change(by, instruction):
            return _end(Outcome.WITHDRAWN, "withdrawn", "A later passage turns it down.", later)
        return None
    if later.step.outcome is Outcome.REFUSED or instruction.status.is_refusal:
        return None
    if pending and is_same_change(by, instruction):
        return _end(Outcome.SUPERSEDED, "superseded", "A later passage gives this change anew.", later)
    if later.changes and all(place and _is_replaced(place, by) for place in one.places):
        return _end(Outcome.SUPERSEDED, "superseded", "A later passage gives its place another wording.", later)
    return None


def _end(outcome: Outcome, code: str, message: str, later: Taken) -> tuple[Outcome, Finding]:
    return outcome, Finding(code, message, later.step.instruction.at, severity=Severity.NOTE)


def _is_replaced(place: Address, by: Instruction) -> bool:
    """Whether an instruction gives the whole of the place, or what it lies in, a new text."""
    return any(
        isinstance(operation, ops.Replace)
        and not operation.elided
        and operation.target.steps[-1].level not in WITHIN
        and covers(operation.target, place)
        for operation in by.operations
    )


def covers(outer: Address, inner: Address) -> bool:
    """Whether one address is the other, or what it lies in."""
    if outer.steps[0].level is Level.WHOLE:
        return True
    if len(outer.steps) > len(inner.steps):
        return False
    return all(
        one.level is other.level and (same_number(one.value, other.value) or one.value == other.value)
        for one, other in zip(outer.steps, inner.steps, strict=False)
    )


def is_same_change(one: Instruction, other: Instruction) -> bool:
    """Whether two instructions have a change in common: the same words, in places of which one holds the other."""
    return any(_is_same(first, second) for first in one.operations for second in other.operations)


def _is_same(one: Operation, other: Operation) -> bool:
    beside = covers(one.target, other.target) or covers(other.target, one.target)
    whole = Level.WHOLE in (one.target.steps[0].level, other.target.steps[0].level)
    if not (beside or whole):
        return False
    first, second = _wording(one), _wording(other)
    if first and second:
        return same(first, second)
    return type(one) is type(other) and one.target == other.target and not first and not second


def _wording(operation: Operation) -> str:
    """The words that an operation brings; of one that only takes out, those."""
    match operation:
        case ops.DeleteWords(old=old):
            return old
        case ops.Replace() | ops.InsertProvision() | ops.SubstituteWords() | ops.InsertWords():
            return operation.new.words.strip(" ,.;:")
    return ""
