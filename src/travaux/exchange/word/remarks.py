"""What stands in a Word file beside its text and beside its changes, as findings with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.amend.operations import Instruction
from travaux.exchange.word.ledger import Ledger
from travaux.exchange.word.tracked import ChangeKind, Oddity, stands
from travaux.findings import Citation, Finding, Severity


def remarks(ledger: Ledger, instructions: Sequence[Instruction], order: Sequence[str]) -> list[Finding]:
    """The comments that are no reason of an instruction, what is no words, and words that came and went between two
    authors; `order` is the one in which the authors' changes were taken."""
    found = [*_comments(ledger, instructions), *_oddities(ledger), *_passing(ledger, order)]
    return sorted(found, key=lambda finding: finding.at.start)


def _comments(ledger: Ledger, instructions: Sequence[Instruction]) -> Iterator[Finding]:
    used = {instruction.reason.at.note for instruction in instructions if instruction.reason}
    for comment in ledger.text.comments:
        mark = ledger.mark_of(comment)
        if mark not in used and comment.words:
            place = ledger.place_of(comment)
            at = ledger.near(place) if place is not None else _everywhere(ledger)
            message = f"{comment.author or 'Somebody'} says in comment {mark}: “{comment.words}”"
            yield Finding("comment", message, at, "Look whether it asks for a change.", Severity.NOTE)


def _oddities(ledger: Ledger) -> Iterator[Finding]:
    said: set[tuple[Oddity, Citation]] = set()
    for piece, start in zip(ledger.pieces, ledger.starts, strict=True):
        if piece.oddity is not None:
            at = ledger.near(start)
            if (piece.oddity, at) not in said:
                said.add((piece.oddity, at))
                yield _finding(piece.oddity, at)
    for oddity in ledger.text.oddities:
        yield _finding(oddity, _everywhere(ledger))


def _finding(oddity: Oddity, at: Citation) -> Finding:
    return Finding(oddity.code, oddity.message, at, oddity.remedy, Severity.NOTE)


def _passing(ledger: Ledger, order: Sequence[str]) -> Iterator[Finding]:
    """Words that one author put in and another, whose changes were taken before, took out again."""
    taken = [frozenset(order[:count]) for count in range(len(order) + 1)]
    for piece, start in zip(ledger.pieces, ledger.starts, strict=True):
        brought = [change.author for change in piece.changes if change.kind is ChangeKind.INSERTED]
        if piece.words.strip() and brought and not any(stands(piece.changes, accepted) for accepted in taken):
            gone = [change.author for change in piece.changes if not change.kind.brings]
            if set(gone) <= set(brought):
                continue
            message = f"“{piece.words.strip()}” was put in by {brought[0]} and taken out again by {', '.join(gone)}."
            yield Finding("came-and-went", message, ledger.near(start), severity=Severity.NOTE)


def _everywhere(ledger: Ledger) -> Citation:
    return Citation(ledger.document.id, 0, len(ledger.document.text))
