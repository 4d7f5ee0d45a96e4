"""The model of a piece of the record. It holds what was read and interprets nothing.

`Document.text` is the body as one string, blocks joined by a line end; notes, page breaks, withheld
passages and references are anchored in it by offsets and never mixed into it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from travaux.errors import UnknownDocument
from travaux.findings import Citation, Finding


class Kind(StrEnum):
    """What a document calls itself in its heading."""

    TELEGRAM = "telegram"
    AIRGRAM = "airgram"
    LETTER = "letter"
    MEMORANDUM = "memorandum"
    CONVERSATION = "memorandum-of-conversation"
    DESPATCH = "despatch"
    NOTE = "note"
    EDITORIAL_NOTE = "editorial-note"
    PAPER = "paper"
    REPORT = "report"
    MINUTES = "minutes"
    MESSAGE = "message"
    INSTRUCTION = "instruction"
    AGREEMENT = "agreement"
    OTHER = "other"


class BlockKind(StrEnum):
    """What a stretch of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"
    CLOSING = "closing"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item (its number included), heading or table row (cells parted by tabs).

    A closing is the formula before the last signature; a dateline in the body is that of an enclosure.
    """

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its printed mark, its words, and where in `Document.text` its mark stands.

    `offset` is None for a note on the heading, the dateline or the subject.
    """

    mark: str
    text: str
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """`page` begins at `offset` of `Document.text`."""

    page: str
    offset: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """A passage that says what was not released: '[8-1/2 lines of source text not declassified]'.

    `amount` counts `unit`s ("lines", "paragraphs" ...), None where none is printed or it is 'less than'.
    """

    at: Citation
    text: str
    amount: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class When:
    """What the date as `written` means, in EDTF (ISO 8601-2): '1958-09-29T21:59:00', '1958-09-29?', '../1958-11-03'.

    It lies between `first` and `last`, None where that end is open. `inferred`: some of it was supplied by the editors.
    """

    written: str
    edtf: str
    first: datetime.date | None = None
    last: datetime.date | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point to another document or footnote; `target` as 'volume/d12' or 'volume/d12fn3'."""

    at: Citation
    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """What the source note, or the file line of older volumes, says. Lists are None where it is silent.

    `mark` is the printed mark of a source note, '' for a file line.
    """

    text: str
    mark: str = ""
    file_number: str | None = None
    classification: str | None = None
    handling: tuple[str, ...] = ()
    drafted_by: tuple[str, ...] | None = None
    cleared_with: tuple[str, ...] | None = None
    approved_by: tuple[str, ...] | None = None
    repeated_to: tuple[str, ...] | None = None


#: Stands between the texts of a document where they are looked through as one; nothing that is found goes over it.
PARTED = "\n\n"


class Texts(NamedTuple):
    """The texts of a document with the marks of their notes, "" for the body; all of them as one, parted by `PARTED`;
    and that with a byte for each character, '?' for one that is not of Latin-1. Places in both are the same, and
    what looks for words finds them faster in bytes, and in all texts at once."""

    marks: list[str]
    words: list[str]
    whole: str
    in_bytes: bytes


@dataclass(frozen=True, kw_only=True)
class Document:
    """A piece of the record as read: who to whom, when, under which marks, and every word of its body.

    `id` is '<volume or file>/<document>', `number` the printed one. `date` is None when undated or a span.
    `dateline` is the whole line as printed, also where place and date could not be told apart.
    """

    id: str
    title: str
    kind: Kind
    body: tuple[Block, ...]
    number: str | None = None
    sender: str | None = None
    addressee: str | None = None
    date: datetime.date | None = None
    date_text: str | None = None
    when: When | None = None
    place: str | None = None
    dateline: str | None = None
    own_number: str | None = None
    subject: str | None = None
    source_note: SourceNote | None = None
    classification: str | None = None
    notes: tuple[Note, ...] = ()
    page_breaks: tuple[PageBreak, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    references: tuple[Reference, ...] = ()
    signed: str | None = None
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a document has an id")

    @cached_property
    def text(self) -> str:
        """The body as one string; every citation of this document counts in it."""
        return "\n".join(block.text for block in self.body)

    @cached_property
    def texts(self) -> Texts:
        """The text, the source note and the notes; but for those without a mark, as a citation could not name them."""
        source = self.source_note
        marks, words = [""], [self.text]
        if source is not None and source.mark:
            marks.append(source.mark)
            words.append(source.text)
        for note in self.notes:
            if note.mark:
                marks.append(note.mark)
                words.append(note.text)
        whole = PARTED.join(words)
        return Texts(marks, words, whole, whole.encode("latin-1", "replace"))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in `text` at which each block of the body begins."""
        starts, offset = [], 0
        for block in self.body:
            starts.append(offset)
            offset += len(block.text) + 1
        return tuple(starts)

    def cite(self, start: int, end: int) -> Citation:
        """A citation of characters `start` to `end` of the text."""
        return Citation(self.id, start, end)

    def passage(self, at: Citation) -> str:
        """The words that `at` cites in this document's text, or in the note it names. Raises UnknownDocument where it
        has no such note."""
        return self.words_of(at.note)[at.start : at.end]

    def words_of(self, mark: str) -> str:
        """The words of the note with that mark, "" for the text itself. Raises UnknownDocument where there is none."""
        if not mark:
            return self.text
        for note in (self.source_note, *self.notes):
            if note is not None and note.mark == mark:
                return note.text
        raise UnknownDocument(f"{self.id} has no note {mark}.", remedy="Look at the document itself.")
