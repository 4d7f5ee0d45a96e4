"""Which draft an instruction amends: from how it names the text, from what its document refers to, and from
the drafts of the record up to its date. Where that does not settle it, the answer is a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from travaux.amend.naming import fits, is_specific, last_names, names, unquoted
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


@dataclass(frozen=True, slots=True)
class Shelf:
    """The newest draft of each instrument before a document. `tabled` are those under negotiation; `standing`
    agreements and model texts, which are amended only where a passage names them. `lineage` gives for each
    document that holds or amended a draft the newest draft of the same instrument."""

    tabled: tuple[Draft, ...]
    standing: tuple[Draft, ...]
    lineage: Mapping[str, Draft]


def resolve(instruction: Instruction, document: Document, shelf: Shelf) -> Base | Finding:
    """The draft that `instruction` of `document` amends, or the finding that says why none was chosen.

    In this order: the text that the passage itself names; what the document says at its beginning it is
    about; the documents it refers to there; the text last spoken of before the passage.
    """
    if instruction.text_named and is_specific(instruction.text_named):
        return _by_name(instruction.text_named, instruction, shelf)
    opened = _opened(document, shelf)
    if opened.strange and not opened.fitting:
        return _missing(opened.strange[0], instruction)
    if not opened.fitting and opened.in_force:
        return _in_force(instruction)
    if len(opened.fitting) == 1 and not opened.strange:
        return _assumed(opened.fitting[0], opened.names[-1], instruction)
    among = opened.fitting or shelf.tabled
    referred = [draft for draft in _referred(document, shelf.lineage) if draft in among]
    if len(referred) == 1:
        return Base(referred[0])
    return _by_nearest(instruction, document, shelf)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a document says at its beginning it is about: the texts it names, the drafts under negotiation that they
    may be, the names that fit none of these, and whether one of them is an agreement or model text alone."""

    names: tuple[str, ...]
    fitting: tuple[Draft, ...]
    strange: tuple[str, ...]
    in_force: bool


def _opened(document: Document, shelf: Shelf) -> _Opened:
    specific = [name for name in names(_opening(document)) if is_specific(name)]
    named = tuple(name for name in specific if not _only_standing(name, shelf))
    return _Opened(
        names=named,
        fitting=tuple(draft for draft in shelf.tabled if any(fits(name, draft) for name in named)),
        strange=tuple(name for name in named if not any(fits(name, draft) for draft in shelf.tabled)),
        in_force=len(named) < len(specific),
    )


def _by_name(name: str, instruction: Instruction, shelf: Shelf) -> Base | Finding:
    tabled = [draft for draft in shelf.tabled if fits(name, draft)]
    fitting = tabled or [draft for draft in shelf.standing if fits(name, draft)]
    if len(fitting) == 1:
        return Base(fitting[0])
    if fitting:
        return _several(instruction, fitting, f"“{name}” may be")
    return _missing(name, instruction)


def _only_standing(name: str, shelf: Shelf) -> bool:
    """Whether a name means an agreement or model text of the record and no draft."""
    return not any(fits(name, draft) for draft in shelf.tabled) and any(fits(name, draft) for draft in shelf.standing)


def _missing(name: str, instruction: Instruction) -> Finding:
    return Finding(
        "text-not-in-record",
        f"No draft of the text amended, “{name}”, was found in the record up to this document.",
        instruction.at,
        "Add the document that holds it, then build again.",
    )


def _in_force(instruction: Instruction) -> Finding:
    return Finding(
        "text-in-force",
        "The passage was last speaking of an agreement or model text that is not under negotiation.",
        instruction.at,
        "If that text is changed, enter the change by hand.",
    )


def _opening(document: Document) -> str:
    """What a document says before its first numbered item, with its subject."""
    return f"{document.subject or ''}. {_before_items(document.text)}"


@lru_cache(maxsize=8)  # it is asked for each instruction of a document
def _before_items(text: str) -> str:
    return unquoted(text[: _first_item(text)])


@lru_cache(maxsize=8)
def _first_item(text: str) -> int:
    """Where the first numbered item of a text begins, or its end."""
    first = _OPENING.search(text, 1)
    return first.start() if first else len(text)


def _referred(document: Document, lineage: Mapping[str, Draft]) -> list[Draft]:
    """The drafts in, or amended by, the documents that the opening of this one refers to ('Re Embtel 1247')."""
    found: dict[str, Draft] = {}
    end = _first_item(document.text)
    opening = {note.mark for note in document.notes if note.offset is not None and note.offset <= end}
    for reference in document.references:
        in_opening = reference.at.note in opening if reference.at.note else reference.at.start < end
        draft = lineage.get(re.sub(r"fn\d+$", "", reference.target))
        if in_opening and draft is not None:
            found[draft.id] = draft
    return list(found.values())


def _by_nearest(instruction: Instruction, document: Document, shelf: Shelf) -> Base | Finding:
    """The draft that was last spoken of before the instruction. 'Our draft', 'the redraft' and the like mean the
    newest draft under negotiation."""
    before = unquoted(document.text[: instruction.at.start])
    for name in last_names(before):
        fitting = [draft for draft in shelf.tabled if fits(name, draft)]
        if not fitting and is_specific(name):
            return _in_force(instruction) if _only_standing(name, shelf) else _missing(name, instruction)
        if len(fitting) == 1 or (fitting and not is_specific(name)):
            return _assumed(fitting[-1], instruction.text_named or name, instruction)
        if fitting:
            return _several(instruction, fitting, f"“{name}” may be")
    return Finding(
        "text-not-named",
        "The passage does not say which text it changes.",
        instruction.at,
        "Add the document that holds the text, or enter the change by hand.",
    )


def _assumed(draft: Draft, name: str, instruction: Instruction) -> Base:
    """The newest draft, by the rule that a text named without its version is meant in its newest."""
    message = f"“{name}” was taken to mean the newest draft of “{draft.title}” before this document."
    return Base(draft, (Finding("newest-draft", message, instruction.at, severity=Severity.ASSUMED),))


def _several(instruction: Instruction, drafts: Sequence[Draft], lead: str) -> Finding:
    titles = " or ".join(f"“{draft.title}” ({draft.id})" for draft in drafts)
    return Finding("text-ambiguous", f"{lead} {titles}.", instruction.at, "Say which draft is meant.")
