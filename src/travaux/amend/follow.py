"""Follows the drafts of a record through its instructions, in order of date.

Every document's instructions give at most one next draft of an instrument. What is only proposed by another
side, offered on a condition, or turned down changes no draft: it is kept as a step that was not applied.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from travaux.amend.examine import examine
from travaux.amend.fate import Taken, fate
from travaux.amend.hold import hold_all, stands
from travaux.amend.operations import Instruction
from travaux.amend.proceedings import Examined, Outcome, Proceedings, Step
from travaux.amend.resolve import Base, Shelf, resolve
from travaux.findings import Citation, Finding
from travaux.record.document import Document, Kind
from travaux.text.draft import Draft
from travaux.text.instrument import same_instrument

# How long a draft counts as under negotiation after it was last tabled or amended.
_LIVE = datetime.timedelta(days=3 * 365)


@dataclass(slots=True)
class _State:
    """What is known up to the document in hand: of each instrument the newest draft, the newest last, and for
    each document that gave a draft the newest of its instrument. `standing` drafts are agreements and model texts;
    `chosen` is the draft that an instruction amends, where a person said which.
    """

    drafts: list[Draft] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    latest: list[Draft] = field(default_factory=list)
    lineage: dict[str, Draft] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)
    chosen: Mapping[Citation, str] = field(default_factory=dict)


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


def follow_examined(
    examined: Iterable[tuple[Document, Examined]], *, chosen: Mapping[Citation, str] | None = None
) -> Proceedings:
    """The same for documents in order of date that were examined before. `chosen` are the ids of the drafts that a
    person chose for instructions, by the passage of each."""
    state = _State(chosen=chosen or {})
    for document, found in examined:
        for draft in found.drafts:
            _keep(state, draft)
            if _stands(document, draft):
                state.standing.add(draft.id)
        state.findings += found.findings
        _amend(state, document, found.instructions)
    return Proceedings(tuple(state.drafts), fate(state.taken), tuple(state.findings))


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
        chosen = state.chosen.get(instruction.at, "") or _named_by_id(state, instruction)
        base = _chosen(state, instruction, chosen) if chosen else resolve(instruction, document, shelf)
        if not chosen and isinstance(base, Base) and _is_unplaced(document, base.draft):
            base = _undated(instruction)
        if isinstance(base, Finding):
            step = Step(instruction, Outcome.REFUSED, findings=(*stands(instruction), *instruction.doubts, base))
            state.taken.append(Taken(step, rank=len(state.taken)))
        else:
            held.setdefault(base.draft.id, []).append((instruction, base))
    for instructed in held.values():
        _give_next(state, document, instructed)


def _named_by_id(state: _State, instruction: Instruction) -> str:
    """The id of a draft, where the instruction came with it: a file that was written on just that draft."""
    return next((draft.id for draft in state.drafts if draft.id == instruction.text_named), "")


def _chosen(state: _State, instruction: Instruction, chosen: str) -> Base | Finding:
    """The draft that a person chose, if the record has it up to here."""
    for draft in state.drafts:
        if draft.id == chosen:
            return Base(draft)
    message = f"The draft chosen for it, {chosen}, is not in the record up to this document."
    return Finding("text-not-in-record", message, instruction.at, "Choose another draft.")


def _give_next(state: _State, document: Document, instructed: list[tuple[Instruction, Base]]) -> None:
    base = instructed[0][1].draft
    taken = sum(draft.id.startswith(f"{document.id}/amended") for draft in state.drafts)
    result = f"{document.id}/amended{f'-{taken + 1}' if taken else ''}"
    draft, spans, rank = base, [], len(state.taken)
    for index, held in hold_all(base, [(instruction, found.assumed) for instruction, found in instructed]):
        step = held.step
        if held.draft is not draft:
            step = replace(step, result=result)
            spans.append(step.instruction.at)
        draft = held.draft
        state.taken.append(Taken(step, base.title, held.changes, rank + index))
    if draft is base:
        return
    at = Citation(document.id, min(span.start for span in spans), max(span.end for span in spans))
    amended = replace(draft, id=result, at=at, date=document.date, proposed_by=document.sender, derived_from=base.id)
    _keep(state, amended)
