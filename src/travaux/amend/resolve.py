"""Which draft an instruction amends: from how it names the text, from what its document refers to, and from
the drafts of the record up to its date. Where that does not settle it, the answer is a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from travaux.amend.naming import fits, is_specific, names, unquoted
from travaux.amend.operations import Instruction
from travaux.findings import Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft

_OPENING = re.compile(r"(?m)^\s*(?:\(?\d{1,2}[.)]|\(?[aA][.)]) ")


@dataclass(frozen=True, slots=True)
class Base:
    """The draft that an instruction is held against, and the rule it was found by where it is disputable."""

    draft: Draft
    assumed: tuple[Finding, ...] = ()


def resolve(
    instruction: Instruction, document: Document, latest: Sequence[Draft], lineage: Mapping[str, Draft]
) -> Base | Finding:
    """The draft that `instruction` amends, or the finding that says why none was chosen.

    `latest` holds the newest draft of each instrument before the instruction; `lineage` gives for each
    document that holds or amended a draft the newest draft of the same instrument.
    """
    if instruction.text_named and is_specific(instruction.text_named):
        return _by_name(instruction.text_named, instruction, latest)
    opening = [name for name in names(_opening(document)) if is_specific(name)]
    if opening:
        return _by_opening(opening, instruction, document, latest, lineage)
    referred = _referred(document, lineage)
    if len(referred) == 1:
        return Base(referred[0])
    return _by_nearest(instruction, document, latest)


def _by_opening(
    opening: Sequence[str],
    instruction: Instruction,
    document: Document,
    latest: Sequence[Draft],
    lineage: Mapping[str, Draft],
) -> Base | Finding:
    """The draft that the document says at its beginning it is about."""
    fitting = [draft for draft in latest if any(fits(name, draft) for name in opening)]
    others = [name for name in opening if not any(fits(name, draft) for draft in latest)]
    if len(fitting) == 1 and not others:
        return _assumed(fitting[0], instruction)
    if fitting:
        referred = [draft for draft in _referred(document, lineage) if draft in fitting]
        return Base(referred[0]) if len(referred) == 1 else _by_nearest(instruction, document, latest)
    return _missing(others[0], instruction)


def _by_name(name: str, instruction: Instruction, latest: Sequence[Draft]) -> Base | Finding:
    fitting = [draft for draft in latest if fits(name, draft)]
    if len(fitting) == 1:
        return Base(fitting[0])
    if fitting:
        return _several(instruction, fitting, f"“{name}” may be")
    return _missing(name, instruction)


def _missing(name: str, instruction: Instruction) -> Finding:
    return Finding(
        "text-not-in-record",
        f"The text amended, “{name}”, is not in the record up to this document.",
        instruction.at,
        "Add the document that holds it, then build again.",
    )


def _opening(document: Document) -> str:
    """What a document says before its first numbered item, with its subject."""
    first = _OPENING.search(document.text, 1)
    return f"{document.subject or ''}. {unquoted(document.text[: first.start() if first else len(document.text)])}"


def _referred(document: Document, lineage: Mapping[str, Draft]) -> list[Draft]:
    """The drafts in, or amended by, the documents that the opening of this one refers to ('Re Embtel 1247')."""
    found: dict[str, Draft] = {}
    first = _OPENING.search(document.text, 1)
    end = first.start() if first else len(document.text)
    opening = {note.mark for note in document.notes if note.offset is not None and note.offset <= end}
    for reference in document.references:
        in_opening = reference.at.note in opening if reference.at.note else reference.at.start < end
        draft = lineage.get(re.sub(r"fn\d+$", "", reference.target))
        if in_opening and draft is not None:
            found[draft.id] = draft
    return list(found.values())


def _by_nearest(instruction: Instruction, document: Document, latest: Sequence[Draft]) -> Base | Finding:
    """The draft that was last spoken of before the instruction."""
    before = unquoted(document.text[: instruction.at.start])
    for name in reversed(names(before)):
        fitting = [draft for draft in latest if fits(name, draft)]
        if is_specific(name) and not fitting:
            return _missing(name, instruction)
        if len(fitting) == 1:
            return _assumed(fitting[0], instruction)
        if fitting and is_specific(name):
            return _several(instruction, fitting, f"“{name}” may be")
    return Finding(
        "text-not-named",
        "The passage does not say which text it changes.",
        instruction.at,
        "Add the document that holds the text, or enter the change by hand.",
    )


def _assumed(draft: Draft, instruction: Instruction) -> Base:
    message = f"The passage names no text; it was held against the latest draft of “{draft.title}”."
    return Base(draft, (Finding("latest-draft", message, instruction.at, severity=Severity.ASSUMED),))


def _several(instruction: Instruction, drafts: Sequence[Draft], lead: str) -> Finding:
    titles = " or ".join(f"“{draft.title}” ({draft.id})" for draft in drafts)
    return Finding("text-ambiguous", f"{lead} {titles}.", instruction.at, "Say which draft is meant.")
