"""Reads a counterpart's Word file as a counter-proposal: what each of its authors changed in our draft, as operations
that cite the file, with the comments beside them as reasons.

What somebody changed without tracking it is told apart. What no operation says becomes a finding with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from travaux.amend.operations import Instruction
from travaux.errors import UnreadableInput
from travaux.exchange.word.facts import BEFORE_HASH, OF_DRAFT, OF_HASH
from travaux.exchange.word.ledger import Ledger, blocks
from travaux.exchange.word.proposals import Step, proposals
from travaux.exchange.word.remarks import remarks
from travaux.exchange.word.tracked import UNNAMED, Letters, TrackedText, hash_of, text_of, tidied, view
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft
from travaux.text.whole import whole

#: Of so many authors every choice is tried as those whose changes our draft has already.
_MOST_AUTHORS = 6


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter-proposal: the file as a document, our draft, theirs, and what leads from the one to the other.

    `instructions` apply in their order, each on what the ones before it leave. `tracked`: the file has tracked changes.
    """

    document: Document
    ours: Draft
    draft: Draft
    instructions: tuple[Instruction, ...] = ()
    findings: tuple[Finding, ...] = ()
    tracked: bool = False


def counter(text: TrackedText, *, id: str, ours: Draft | None = None, by: str = "") -> Counter:
    """What the file changes in `ours`; without it, in the file's own text with all changes rejected. `id` is that of
    the document that the file becomes, `by` the side whose authors they are. Raises UnreadableInput where no word is
    left with all changes accepted.

    >>> from travaux.exchange.word.tracked import Change, ChangeKind, Paragraph, Piece
    >>> old, new = Change(ChangeKind.DELETED, "Rook"), Change(ChangeKind.INSERTED, "Rook")
    >>> pieces = Piece("Fares are "), Piece("free", (old,)), Piece("low", (new,)), Piece(".")
    >>> found = counter(TrackedText(paragraphs=(Paragraph(pieces),)), id="reply")
    >>> [(one.proposer, one.words) for one in found.instructions]
    [('Rook', 'Rook: In the first paragraph, the word “free” shall be replaced by the word “low”.')]
    >>> found.draft.text
    'Fares are low.'
    """
    text = replace(text, exact=False)
    ledger = Ledger(text, id=id, by=by)
    if not ledger.document.text:
        message = "With all its changes accepted, no word is left in the file."
        raise UnreadableInput(message, at=id, remedy="Ask for the text that is proposed.")
    known = _known(text, ours)
    lines = view(text, known) or view(text, frozenset(text.authors))
    base = ours or _outlined(f"{id}/before", lines, ledger.document)
    instructions: list[Instruction] = []
    findings = list(_of_origin(ledger, ours))
    after = base
    for step in _steps(text, base, known, by):
        goal = _outlined(f"{id}/draft", _as_in(base, step.after), ledger.document)
        made = proposals(step, after, goal, ledger)
        instructions += [replace(one, text_named=base.id) for one in made.instructions]
        findings += made.findings
        after = made.draft
    findings += remarks(ledger, instructions, [*known, *(one for one in text.authors if one not in known)])
    return Counter(
        ledger.document, base, _theirs(after, ledger, ours), tuple(instructions), tuple(findings), bool(text.authors)
    )


def _of_origin(ledger: Ledger, ours: Draft | None) -> Iterator[Finding]:
    """What the file says of where it comes from, where that is not as it should be."""
    at = Citation(ledger.document.id, 0, len(ledger.document.text))
    facts = ledger.text.facts
    if not ledger.text.authors:
        against = f"it was compared with {ours.id}" if ours else "it is a text by itself"
        yield Finding("no-tracked-changes", f"The file has no tracked changes; {against}.", at, severity=Severity.NOTE)
    if ours and facts.get(OF_DRAFT) and hash_of(ours.text) not in (facts.get(OF_HASH), facts.get(BEFORE_HASH)):
        message = f"The file was written from {facts[OF_DRAFT]}, not from {ours.id}."
        yield Finding("other-draft", message, at, f"Hold it against {facts[OF_DRAFT]}, if that was meant.")


def _known(text: TrackedText, ours: Draft | None) -> frozenset[str]:
    """The authors whose changes our draft has already: those with which the file reads most like it."""
    if ours is None or not text.authors:
        return frozenset()
    wanted = ours.text.split("\n")
    authors = text.authors
    choices: list[tuple[str, ...]] = [()]
    if len(authors) <= _MOST_AUTHORS:
        choices = [chosen for size in range(len(authors) + 1) for chosen in combinations(authors, size)]
    return frozenset(min(choices, key=lambda chosen: _distance(text, frozenset(chosen), wanted)))


def _distance(text: TrackedText, accepted: frozenset[str], wanted: Sequence[str]) -> int:
    """In how many lines the file differs from those wanted."""
    said = {line.words for line in view(text, accepted)}
    return len(said ^ {tidied(line) for line in wanted})


def _steps(text: TrackedText, base: Draft, known: frozenset[str], by: str) -> Iterator[Step]:
    """From our draft to the file's text before the tracked changes, then author by author."""
    said = _tidied_text(base)
    lines: tuple[Letters, ...] | None = view(text, known) or None
    if lines and text_of(lines) != said:
        yield Step(None, lines, "", by)
        said = text_of(lines)
    accepted = known
    for author in text.authors:
        if author not in known:
            accepted |= {author}
            after = view(text, accepted)
            # Where one author takes all words out, the next who brings some changes the text before.
            if after and text_of(after) != said:
                yield Step(lines, after, author, _proposer(author, by))
            if after:
                lines, said = after, text_of(after)


def _proposer(author: str, by: str) -> str:
    if author == UNNAMED:
        return by
    return f"{by} ({author})" if by and by != author else author


def _tidied_text(draft: Draft) -> str:
    return "\n".join(map(tidied, draft.text.split("\n")))


def _as_in(base: Draft, lines: Sequence[Letters]) -> list[Letters]:
    """The lines, with blanks as our draft has them where a line differs from it in nothing else."""
    odd = {tidied(line): line for line in base.text.split("\n") if line != tidied(line)}
    return [replace(line, words=odd.get(line.words, line.words)) for line in lines]


def _outlined(id: str, lines: Sequence[Letters], document: Document) -> Draft:
    """The tree of the lines, which cite the file as a whole."""
    return replace(whole(replace(document, body=tuple(blocks(lines)))), id=id)


def _theirs(after: Draft, ledger: Ledger, ours: Draft | None) -> Draft:
    document = ledger.document
    at = Citation(document.id, 0, len(document.text))
    if _tidied_text(after) != document.text:
        after = whole(document)
    return replace(
        after,
        id=f"{document.id}/draft",
        at=at,
        date=document.date,
        proposed_by=document.sender,
        derived_from=ours.id if ours else None,
    )
