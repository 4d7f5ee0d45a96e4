"""What one author of a Word file changed, as instructions: one for each operation, with its passage and its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from travaux.amend import operations as ops
from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.draft import draft as drafted_from
from travaux.amend.operations import Instruction, Operation, Status, Words
from travaux.amend.track import TrackedLine, track
from travaux.exchange.word.ledger import Ledger, day
from travaux.exchange.word.tracked import Change, Letters
from travaux.findings import Citation, Finding, Severity
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Step:
    """A change of the text: the lines before, None where they are not the file's, and after; the author whose tracked
    changes lead there, "" where nothing is tracked; and as whose they count."""

    before: tuple[Letters, ...] | None
    after: tuple[Letters, ...]
    author: str
    proposer: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """The instructions, the draft after them, and what they do not say."""

    instructions: tuple[Instruction, ...]
    draft: Draft
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Letters:
    """The places in the file of the letters that an operation brought and took out."""

    came: list[int] = field(default_factory=list)
    went: list[int] = field(default_factory=list)


def proposals(step: Step, before: Draft, after: Draft, ledger: Ledger) -> Proposals:
    """The operations that turn `before` into `after`, each cited from the file.

    Where no operations lead there, `after` is taken as it stands, and a finding says so.
    """
    drafted = drafted_from(before, after)
    at = Citation(ledger.document.id, 0, len(ledger.document.text))
    result = consolidate(before, drafted.operations, at=at)
    exact = result.text == after.text
    found = _places(step, before, drafted.operations, result) if exact else {}
    instructions, findings = [], [replace(one, at=at) for one in drafted.findings if _is_to_tell(one)]
    for number, (operation, words) in enumerate(zip(drafted.operations, drafted.words, strict=True)):
        letters = found.get(number, _Letters())
        one = _instruction(step, (operation, words), letters, ledger)
        instructions.append(one)
        if not step.author and step.before is None and ledger.text.authors:
            findings.append(_untracked(one))
    if not exact:
        return Proposals(tuple(instructions), after, tuple(findings))
    made = consolidate(before, [one for each in instructions for one in each.operations], at=at)
    return Proposals(tuple(instructions), made.draft, tuple(findings))


def _is_to_tell(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def _untracked(instruction: Instruction) -> Finding:
    return Finding(
        "untracked-change",
        f"This was changed without tracking it. {instruction.words}",
        instruction.at,
        "Ask the other side whether it is meant.",
        Severity.ASSUMED,
    )


def _places(
    step: Step, before: Draft, operations: Sequence[Operation], result: Consolidation
) -> Mapping[int, _Letters]:
    """The letters of each operation, by its number: read off the lines with all that came and went."""
    numbers = {id(operation): number for number, operation in enumerate(operations)}
    causes = [numbers[id(stage.operation)] for stage in result.stages]
    found: dict[int, _Letters] = defaultdict(_Letters)
    olds, news = iter(step.before or ()), iter(step.after)
    for line in track(before, result.stages):
        old = _filled(next(olds), _side(line, came=False)) if line.came is None and step.before else []
        new = _filled(next(news), _side(line, came=True)) if line.went is None else []
        _sort_letters(line, old, new, [found[cause] for cause in causes])
    return found


def _filled(line: Letters, words: str) -> list[int]:
    """The places of the letters of a line that may have other blanks; what Word only prints counts with the letter
    behind it."""
    places = _spread(line, words)
    for index in range(len(places) - 2, -1, -1):
        if places[index] < 0:
            places[index] = places[index + 1]
    return places


def _side(line: TrackedLine, *, came: bool) -> str:
    """The words of a line after all changes, or before them."""
    return "".join(piece.words for piece in line.pieces if (piece.went if came else piece.came) is None)


def _spread(line: Letters, words: str) -> list[int]:
    """The place of each letter of `words`, which differ from the line in blanks alone."""
    places: list[int] = []
    at = 0
    for sign in words:
        if at < len(line.words) and line.words[at] == sign:
            places.append(line.places[at])
            at += 1
        else:
            places.append(places[-1] if places else -1)
    return places


def _sort_letters(line: TrackedLine, old: list[int], new: list[int], found: Sequence[_Letters]) -> None:
    """Adds the letters of a line to those of the operations that brought them or took them out."""
    here = there = 0
    for piece in line.pieces:
        size = len(piece.words)
        if piece.came is None:
            if piece.went is not None:
                found[piece.went.stage].went += old[here : here + size]
            here += size
        if piece.went is None:
            if piece.came is not None:
                found[piece.came.stage].came += new[there : there + size]
            there += size


def _instruction(step: Step, said: tuple[Operation, str], letters: _Letters, ledger: Ledger) -> Instruction:
    """One operation as an instruction of its author, with the day and the comments of the changes that it is of."""
    operation, words = said
    at = ledger.cite(letters.came, letters.went)
    pieces = ledger.touched([*letters.came, *letters.went])
    changes = [change for piece in pieces for change in piece.changes if change.author == step.author]
    comments = [comment for comment in ledger.text.comments if any(comment.id in piece.comments for piece in pieces)]
    spoken = [comment for comment in comments if comment.words]
    reason = next((comment for comment in spoken if comment.author == step.author), next(iter(spoken), None))
    return Instruction(
        at=at,
        words=f"{_whose(step, changes)}{words}",
        operations=(_cited(operation, at, ledger),),
        status=Status.COUNTER_PROPOSED,
        reported=True,
        proposer=step.proposer,
        reason=Words(reason.words, ledger.reason(reason)) if reason else None,
    )


def _whose(step: Step, changes: Sequence[Change]) -> str:
    date = next((change.date for change in changes if change.date), None)
    return f"{step.proposer}{day(date)}: " if step.proposer else ""


def _cited(operation: Operation, at: Citation, ledger: Ledger) -> Operation:
    """The operation with the words that it brings cited from the file."""
    if isinstance(operation, ops.Replace | ops.InsertProvision | ops.SubstituteWords | ops.InsertWords):
        words = operation.new.words
        return replace(operation, new=Words(words, ledger.cite_words(words, at)))
    return operation
