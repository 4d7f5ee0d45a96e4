"""How a passage is read, and how it would be read in other words: what the page of a passage shows."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.actions.decide import decided, instructions_at
from travaux.amend.bare import bare
from travaux.amend.decide import Decision, Verdict, corrected, read_as
from travaux.amend.explain import Explained, explain, why
from travaux.amend.formal_words import formal_words
from travaux.amend.hold import hold
from travaux.amend.operations import Instruction
from travaux.desk import convert, decisions, models, shelf
from travaux.errors import TravauxError, UnknownDocument
from travaux.findings import Citation, Finding
from travaux.record.document import Document
from travaux.web.compare.provisions import Compared, provisions
from travaux.web.document.found import Told, tell
from travaux.web.draft.changes import changed_lines


@dataclass(frozen=True, slots=True)
class Ordered:
    """What was read in a passage: the operations in words, how it stands to them, and by which words."""

    instruction: Instruction
    read_as: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with all that is known of it. `words` is the reading that the form offers to correct."""

    at: Citation
    row: models.Document
    document: Document
    passage: str
    explained: tuple[Explained, ...]
    ordered: tuple[Ordered, ...]
    findings: tuple[Finding, ...]
    told: tuple[Told, ...]
    decision: Decision | None
    words: str
    drafts: tuple[models.Draft, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """How other words would be read: step by step, what they order and what that would change; or why not at all."""

    explained: tuple[Explained, ...] = ()
    read_as: tuple[str, ...] = ()
    trouble: TravauxError | None = None
    base: str = ""
    compared: tuple[Compared, ...] = ()
    refused: tuple[Finding, ...] = ()


def reading(at: Citation, words: str = "") -> Reading:
    """All that is known of the passage at `at`. Raises UnknownDocument when there is nothing to decide on."""
    row = shelf.row(at.document)
    document, found = convert.document(row), instructions_at(row, at)
    decision = next((each for each in decisions.of(row.ident) if each.at == at), None)
    findings = tuple(each for each in convert.examined(row).findings if each.at == at)
    if not (found or findings or decision):
        raise UnknownDocument("There is no instruction at that passage.", remedy="Go to its document.")
    told = tuple(
        tell(step, [decision] if decision else []) for step in shelf.steps_of(row) if step.instruction.at == at
    )
    return Reading(
        at=at,
        row=row,
        document=document,
        passage=decision.passage if decision else document.passage(at),
        explained=tuple(_up_to(each, at.end) for each in explain(document).passages if _overlaps(each, at)),
        ordered=tuple(Ordered(each, read_as(each), why(each)) for each in found),
        findings=findings,
        told=told,
        decision=decision,
        words=words or _offered(decision, found, document),
        drafts=tuple(_before(row)),
    )


def preview(at: Citation, words: str, amends: str) -> Preview | None:
    """What the passage would order, read as `words`, and what that would change in the draft; None without words."""
    if not words and not amends:
        return None
    explained = explain(bare(words, id=at.document)).passages
    try:
        decision = decided(at, Verdict.CORRECTED, reading=words, amends=amends)
    except TravauxError as error:
        return Preview(explained, trouble=error)
    return _tried(Preview(explained, decision.read_as), decision)


def _tried(shown: Preview, decision: Decision) -> Preview:
    """The preview with what the corrected passage would change in the draft chosen, or that it was held against."""
    row = shelf.row(decision.at.document)
    steps = [step for step in shelf.steps_of(row) if step.instruction.at == decision.at]
    base = decision.amends or next((step.base for step in steps if step.base), "")
    read = corrected(decision.reading, decision.at, decision.passage) if decision.reading else None
    order = read or next((one.confirmed for one in instructions_at(row, decision.at)), None)
    if not base or order is None:
        return shown
    draft = shelf.draft(base)
    held = hold(draft, draft, order)
    changed = changed_lines(provisions(draft, held.draft))
    refused = () if held.draft is not draft else held.step.findings
    return Preview(shown.explained, shown.read_as, None, base, changed, refused)


def _overlaps(explained: Explained, at: Citation) -> bool:
    return not at.note and explained.start < at.end and at.start < explained.start + len(explained.words)


def _up_to(explained: Explained, end: int) -> Explained:
    """A paragraph without what stands in it behind the passage."""
    pieces = tuple(piece for piece in explained.pieces if explained.start + piece.start < end)
    clauses = tuple(clause for clause in explained.clauses if explained.start + clause.start < end)
    return Explained(explained.start, explained.words, pieces, clauses)


def _offered(decision: Decision | None, found: tuple[Instruction, ...], document: Document) -> str:
    """The reading in force in formal English, an operation a line; "" where that would not be read back as it is."""
    if decision is not None and decision.reading:
        return decision.reading
    for instruction in found[:1]:
        words = "\n".join(formal_words(one) for one in instruction.operations)
        entered = corrected(words, instruction.at, document.passage(instruction.at))
        if entered is not None and read_as(entered) == read_as(instruction):
            return words
    return ""


def _before(row: models.Document) -> list[models.Draft]:
    """The drafts that a document can amend: those of documents before it and its own."""
    before = [each for each in shelf.drafts() if _order(each.document) < _order(row) or each.document_id == row.pk]
    return [each for each in before if not (each.document_id == row.pk and each.derived_from_id)]


def _order(row: models.Document) -> tuple[str, int, int]:
    return str(row.filed or ""), row.source_id, row.position
