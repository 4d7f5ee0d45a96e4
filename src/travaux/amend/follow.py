"""Follows the drafts of a record through its instructions, in order of date.

Every document's instructions give at most one next draft of an instrument. What is only proposed by another
side, offered on a condition, or turned down changes no draft: it is kept as a step that was not applied.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.examine import Examined, examine
from travaux.amend.operations import Delete, DeleteWords, Instruction, Status
from travaux.amend.resolve import Base, Shelf, resolve
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document, Kind
from travaux.text.draft import Draft
from travaux.text.instrument import same_instrument

# How long a draft counts as under negotiation after it was last tabled or amended.
_LIVE = datetime.timedelta(days=3 * 365)


class Outcome(StrEnum):
    """What became of an instruction."""

    APPLIED = "applied"
    ALREADY_THERE = "already there"
    NOT_APPLIED = "not applied"


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction and what became of it.

    `base` is the id of the draft it was held against, `result` of the draft it helped to give (both ""
    where there is none); `findings` say why it was not applied, or under which assumption it was.
    """

    instruction: Instruction
    outcome: Outcome
    base: str = ""
    result: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The drafts of a record, found and consolidated, in order of date; the steps between them; and the
    passages that speak of a change but were not understood."""

    drafts: tuple[Draft, ...]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _State:
    """What is known up to the document in hand: of each instrument the newest draft, the newest last, and for
    each document that gave a draft the newest of its instrument. `standing` drafts are agreements and model texts.
    """

    drafts: list[Draft] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    latest: list[Draft] = field(default_factory=list)
    lineage: dict[str, Draft] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)


def follow(documents: Iterable[Document]) -> Proceedings:
    """Finds the drafts in `documents`, compiles their instructions and applies them in order of date.

    A document without a date stands where its place in its volume puts it.

    >>> from travaux.record import read
    >>> lines = ["Dear Anna: Our draft.", "Draft Ferry Treaty"]
    >>> lines += ["Article 1", "It runs daily.", "Article 2", "It is free."]
    >>> order = "8. Telegram From the Embassy to the Ministry\\n\\nRe draft treaty. Article 2 should be deleted."
    >>> (letter,) = read("\\n\\n".join(lines).encode(), name="1.txt")
    >>> (telegram,) = read(order.encode(), name="2.txt")
    >>> [len(draft.articles) for draft in follow([letter, telegram]).drafts]
    [2, 1]
    """
    return follow_examined((document, examine(document)) for document in in_order(documents))


def follow_examined(examined: Iterable[tuple[Document, Examined]]) -> Proceedings:
    """The same for documents in order of date that were examined before."""
    state = _State()
    for document, found in examined:
        for draft in found.drafts:
            _keep(state, draft)
            if _stands(document, draft):
                state.standing.add(draft.id)
        state.findings += found.findings
        _amend(state, document, found.instructions)
    return Proceedings(tuple(state.drafts), tuple(state.steps), tuple(state.findings))


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Documents by date. One without a date comes right after the one it stands behind in its volume; where its
    volume says nothing of its date, it comes first."""
    dated, last, volume = [], datetime.date.min, ""
    for position, document in enumerate(documents):
        if volume_of(document.id) != volume:
            last, volume = datetime.date.min, volume_of(document.id)
        last = document.date or last
        dated.append((last, position, document))
    return [document for _, _, document in sorted(dated, key=lambda entry: entry[:2])]


def volume_of(document: str) -> str:
    """The volume in a document's id; for a document that is a file of its own, the id."""
    return document.rpartition("/")[0] or document


def _is_unplaced(document: Document, draft: Draft) -> bool:
    """Whether nothing says that a document came after the draft: it has no date, and stands in another volume."""
    return document.date is None and draft.date is not None and volume_of(document.id) != volume_of(draft.at.document)


def _undated(instruction: Instruction) -> Finding:
    return Finding(
        "document-undated",
        "The document has no date, so that nothing says which draft it amends.",
        instruction.at,
        "Give it a line with place and date, then build it again under another name.",
    )


def _is_stale(draft: Draft, document: Document) -> bool:
    """Whether nobody touched a draft for so long that a later passage means the agreement which came of it."""
    return draft.date is not None and document.date is not None and document.date - draft.date > _LIVE


def _stands(document: Document, draft: Draft) -> bool:
    """Whether a document is itself the agreement or model text, sent by nobody to nobody, rather than a paper
    that tables a draft."""
    sent = document.sender or document.addressee
    named_draft = re.search(r"(?i)\bdraft\b", f"{document.title} {draft.title}")
    return document.kind in (Kind.AGREEMENT, Kind.OTHER) and not sent and not named_draft


def _keep(state: _State, draft: Draft) -> None:
    """Takes up a draft as the newest of its instrument."""
    known = next((latest for latest in state.latest if same_instrument(latest, draft)), None)
    state.drafts.append(draft)
    state.latest = [latest for latest in state.latest if latest is not known] + [draft]
    state.lineage = {place: draft if latest is known else latest for place, latest in state.lineage.items()}
    state.lineage[draft.at.document] = draft


def _amend(state: _State, document: Document, instructions: Sequence[Instruction]) -> None:
    """Applies a document's instructions; those on one instrument together give its next draft."""
    standing = {draft.id for draft in state.latest if draft.id in state.standing or _is_stale(draft, document)}
    shelf = Shelf(
        tabled=tuple(draft for draft in state.latest if draft.id not in standing),
        standing=tuple(draft for draft in state.latest if draft.id in standing),
        lineage=state.lineage,
    )
    held: dict[str, list[tuple[Instruction, Base]]] = {}
    for instruction in instructions:
        base = resolve(instruction, document, shelf)
        if isinstance(base, Base) and _is_unplaced(document, base.draft):
            base = _undated(instruction)
        if isinstance(base, Finding):
            state.steps.append(Step(instruction, Outcome.NOT_APPLIED, findings=(*_standing(instruction), base)))
        else:
            held.setdefault(base.draft.id, []).append((instruction, base))
    for instructed in held.values():
        _give_next(state, document, instructed)


def _give_next(state: _State, document: Document, instructed: list[tuple[Instruction, Base]]) -> None:
    base = instructed[0][1].draft
    taken = sum(draft.id.startswith(f"{document.id}/amended") for draft in state.drafts)
    result = f"{document.id}/amended{f'-{taken + 1}' if taken else ''}"
    draft, steps = base, []
    for instruction, found in instructed:
        step, draft = _step(draft, base, instruction, found)
        steps.append(replace(step, result=result) if step.outcome is Outcome.APPLIED else step)
    state.steps += steps
    if draft is base:
        return
    spans = [step.instruction.at for step in steps if step.result]
    at = Citation(document.id, min(span.start for span in spans), max(span.end for span in spans))
    amended = replace(draft, id=result, at=at, date=document.date, proposed_by=document.sender, derived_from=base.id)
    _keep(state, amended)


def _step(draft: Draft, base: Draft, instruction: Instruction, found: Base) -> tuple[Step, Draft]:
    """One instruction held against the draft as amended so far by its document."""
    result = consolidate(draft, instruction.operations, at=instruction.at)
    standing = _standing(instruction)
    if _is_there(instruction, result):
        gone = tuple(_gone(instruction) for _ in result.refused)
        rules = (*(finding for _, finding in result.assumed), *gone)
        return Step(instruction, Outcome.ALREADY_THERE, base.id, findings=(*found.assumed, *rules)), draft
    refused = tuple(finding for _, finding in result.refused)
    if standing or refused:
        # An instruction of which a part does not fit is left whole: half of it is nobody's wish.
        return Step(instruction, Outcome.NOT_APPLIED, base.id, findings=(*found.assumed, *standing, *refused)), draft
    rules = tuple(finding for _, finding in result.assumed)
    return Step(instruction, Outcome.APPLIED, base.id, findings=(*found.assumed, *rules)), result.draft


def _gone(instruction: Instruction) -> Finding:
    message = "The draft no longer has these words, as the passage reports; nothing was changed."
    return Finding("already-there", message, instruction.at, severity=Severity.ASSUMED)


def _is_there(instruction: Instruction, result: Consolidation) -> bool:
    """Whether the draft says already all that the instruction asks; what a report calls deleted must be gone."""
    if result.applied:
        return False
    codes = [finding.code for _, finding in result.assumed]
    gone = [
        instruction.reported and isinstance(operation, (DeleteWords, Delete)) and finding.code == "words-not-found"
        for operation, finding in result.refused
    ]
    return all(code == "already-there" for code in codes) and all(gone) and bool(codes or gone)


def _standing(instruction: Instruction) -> tuple[Finding, ...]:
    """Why an instruction changes nothing by how it is put: a wish of another side, a condition, a refusal."""
    if instruction.alternative:
        return (_left("alternative", "It is offered as an alternative to the one before.", instruction),)
    if instruction.status is Status.TENTATIVE:
        return (_left("conditional", "It depends on a condition, or is only a possibility.", instruction),)
    if instruction.status is Status.REJECTED:
        return (_left("refused-by-passage", "The passage turns the change down, or may do so.", instruction),)
    if instruction.status is Status.PROPOSED and instruction.reported:
        return (
            _left(
                "reported",
                "The passage reports another side's proposal; that it was agreed is not said.",
                instruction,
            ),
        )
    return ()


def _left(code: str, message: str, instruction: Instruction) -> Finding:
    return Finding(code, message, instruction.at, "If it was agreed, enter the change by hand.")
