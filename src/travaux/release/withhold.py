"""Makes the copy of a document that has not a byte of the words withheld, nor of what was read from them.

Two documents that differ in the withheld words alone, by an amount that the marker does not tell, have the same copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from travaux.errors import UnknownDocument
from travaux.findings import Citation
from travaux.record.document import Block, BlockKind, Document, Note, PageBreak, SourceNote, Withheld
from travaux.record.withheld import withheld
from travaux.release.amount import footnote, in_lines
from travaux.release.cut import Cut, Strip, strip

_WORD = re.compile(r"\w+")
#: What is read from the body or stands beside it. Where the withheld words alone have it, it goes with them.
_FIELDS = (
    "signed", "sender", "addressee", "subject", "own_number", "dateline", "date_text", "place", "classification",
)  # fmt: skip
#: The same in a source note.
_LISTS = ("handling", "drafted_by", "cleared_with", "approved_by", "repeated_to")


@dataclass(frozen=True, slots=True)
class Copy:
    """A document without the words withheld, and where each stretch of what is left of its text stood before."""

    document: Document
    kept: Strip
    notes: dict[str, Strip]

    def at(self, citation: Citation) -> Citation | None:
        """The same words in the copy; None where some of them are withheld."""
        if citation.note:
            if citation.note not in self.notes:
                return citation
            span = self.notes[citation.note].span(citation.start, citation.end)
        else:
            span = self.kept.span(citation.start, citation.end)
        return replace(citation, start=span[0], end=span[1]) if span else None


def withhold(document: Document, cuts: Iterable[Cut], *, in_full: bool = False) -> Copy:
    """The document with a marker in place of each cut; with `in_full`, what is left of its heading and its source note.

    Cuts that meet are one, and each goes on to the ends of its words. A footnote on withheld words is withheld too.
    Raises ValueError where a cut ends behind the words that it is of, or is of a note that there is not.
    """
    every = tuple(cuts)
    copy = _without(document, every) if every else Copy(document, Strip(((0, len(document.text), 0),)), {})
    return _heading_alone(copy.document, of=document) if in_full else copy


def _without(document: Document, every: Sequence[Cut]) -> Copy:
    body = strip(document.text, [cut for cut in every if not cut.note])
    notes = {mark: strip(_words_of(document, mark), of) for mark, of in _by_note(every).items()}
    gone = " ".join((*body.gone, *(words for each in notes.values() for words in each.gone)))
    copy = replace(
        document,
        body=_with_kinds(document, body),
        notes=tuple(_note(note, body, notes) for note in document.notes),
        page_breaks=tuple(_pages(document.page_breaks, body)),
        references=(),
        findings=(),
        withheld=(),
        source_note=_source_note(document.source_note, notes, gone),
    )
    copy = _without_fields(copy, gone)
    made = Copy(copy, body, notes)
    return replace(made, document=_with_anchored(document, made))


def _words_of(document: Document, mark: str) -> str:
    try:
        return document.words_of(mark)
    except UnknownDocument:
        raise ValueError(f"{document.id} has no note {mark}") from None


def _by_note(cuts: Sequence[Cut]) -> dict[str, list[Cut]]:
    found: dict[str, list[Cut]] = {}
    for cut in cuts:
        if cut.note:
            found.setdefault(cut.note, []).append(cut)
    return found


def _heading_alone(document: Document, *, of: Document) -> Copy:
    """A document withheld in full: what it is called and where it is kept, as far as other marks leave that."""
    words = f"[{in_lines(len(of.text)).capitalize()} not declassified]"
    copy = Document(
        id=document.id,
        title=document.title,
        kind=document.kind,
        body=(Block(BlockKind.PARAGRAPH, words),),
        number=document.number,
        sender=document.sender,
        addressee=document.addressee,
        date=document.date,
        date_text=document.date_text,
        when=document.when,
        source_note=document.source_note,
        classification=document.classification,
        withheld=tuple(withheld(words, document=document.id)),
    )
    gone = {note.mark: Strip(()) for note in of.notes}
    return Copy(copy, Strip(()), gone)


def _with_kinds(document: Document, body: Strip) -> tuple[Block, ...]:
    """Each line of the text that is left as what it was; one that is a marker alone is a paragraph."""
    made, at = [], 0
    for words in body.text.split("\n"):
        before = body.before(at, at + len(words))
        kind = BlockKind.PARAGRAPH if before is None else document.body[_index(document.starts, before)].kind
        made.append(Block(kind, words))
        at += len(words) + 1
    return tuple(made)


def _index(starts: Sequence[int], at: int) -> int:
    return max(index for index, start in enumerate(starts) if start <= at)


def _note(note: Note, body: Strip, notes: dict[str, Strip]) -> Note:
    words = notes[note.mark].text if note.mark in notes else note.text
    if note.offset is None:
        return replace(note, text=words)
    offset, on_withheld = body.place(note.offset)
    return Note(note.mark, footnote(len(note.text)) if on_withheld else words, offset)


def _pages(breaks: Iterable[PageBreak], body: Strip) -> list[PageBreak]:
    """The pages; of those that begin in one withheld passage, the last begins behind it."""
    found: dict[int, PageBreak] = {}
    for each in breaks:
        place, _ = body.place(each.offset)
        found[place] = PageBreak(each.page, place)
    return list(found.values())


def _source_note(note: SourceNote | None, notes: dict[str, Strip], gone: str) -> SourceNote | None:
    if note is None or note.mark not in notes:
        return note
    words = notes[note.mark].text
    said: dict[str, Any] = {
        name: tuple(each for each in getattr(note, name) if not _is_lost(each, gone, words))
        for name in _LISTS
        if getattr(note, name) is not None
    }
    for name in ("file_number", "classification"):
        if getattr(note, name) and _is_lost(getattr(note, name), gone, words):
            said[name] = None
    return replace(note, text=words, **said)


def _without_fields(document: Document, gone: str) -> Document:
    """The document without what it says of itself in the withheld words alone."""
    lost: dict[str, Any] = {}
    for name in _FIELDS:
        words = getattr(document, name)
        rest = " ".join(
            (document.text, document.title, *(getattr(document, other) or "" for other in _FIELDS if other != name))
        )
        if words and _is_lost(words, gone, rest):
            lost[name] = None
    if "date_text" in lost:
        lost |= {"date": None, "when": None}
    return replace(document, **lost) if lost else document


def _is_lost(words: str, gone: str, rest: str) -> bool:
    """Whether what is withheld has these words, and what is left has not."""
    looked_for = _folded(words)
    return looked_for in _folded(gone) and looked_for not in _folded(rest)


def _folded(words: str) -> str:
    return " " + " ".join(_WORD.findall(words.casefold())) + " "


def _with_anchored(document: Document, made: Copy) -> Document:
    """The copy with its references and findings at their new places, and every passage that says it is withheld."""
    copy = made.document
    references = [replace(each, at=at) for each in document.references if (at := made.at(each.at))]
    findings = [replace(each, at=at) for each in document.findings if (at := made.at(each.at))]
    told: list[Withheld] = list(withheld(copy.text, document=copy.id))
    if copy.source_note:
        told += withheld(copy.source_note.text, document=copy.id, note=copy.source_note.mark)
    for note in copy.notes:
        told += withheld(note.text, document=copy.id, note=note.mark)
    return replace(copy, references=tuple(references), findings=tuple(findings), withheld=tuple(told))
