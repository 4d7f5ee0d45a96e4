"""Makes a Document of a sheet: fields from the header lines, the body with everything anchored in it.

It moves words from the page into fields and never drops any: what no field takes stays in the body.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from travaux.findings import Citation, Finding, Severity
from travaux.record import dateline, file_number
from travaux.record.document import (
    Block,
    BlockKind,
    Document,
    Kind,
    Note,
    PageBreak,
    Reference,
    SourceNote,
    When,
    Withheld,
)
from travaux.record.header import Header, header
from travaux.record.heading import Heading, heading
from travaux.record.own_number import own_number
from travaux.record.reference import settled
from travaux.record.sheet import IN_TEXT, Piece, Role, Sheet
from travaux.record.source_note import parse, unread
from travaux.record.strand import AnchorKind, Strand
from travaux.record.when import when, when_in
from travaux.record.withheld import SIGN as WITHHELD
from travaux.record.withheld import withheld

#: What pieces of the body are, by their roles.
_KINDS = {
    **dict.fromkeys(IN_TEXT, BlockKind.PARAGRAPH),
    Role.HEADING: BlockKind.HEADING,
    Role.LIST_HEAD: BlockKind.HEADING,
    Role.ITEM: BlockKind.ITEM,
    Role.QUOTATION: BlockKind.QUOTATION,
    Role.ROW: BlockKind.ROW,
    Role.FORMULA: BlockKind.CLOSING,
    Role.ENCLOSED_DATELINE: BlockKind.DATELINE,
}
#: Where a note has a place in the text.
_OF_TEXT = IN_TEXT | {Role.SIGNATURE}
#: Header lines in which words are withheld or refer to others, beside the body.
_WORDED = frozenset({Role.FILE, Role.TITLE, Role.SUBJECT, Role.SIGNATURE})
#: What may open with a document's own number.
_NUMBERED = frozenset({Role.TEXT, Role.HEADING, Role.ITEM, Role.QUOTATION})
#: Asked of every anchor or document: it takes Python ten times as long to find a member in its class as a name.
_NOTE, _PAGE, _REFERENCE = AnchorKind.NOTE, AnchorKind.PAGE, AnchorKind.REFERENCE
_FILE, _TITLE, _DATELINE, _OTHER = Role.FILE, Role.TITLE, Role.DATELINE, Kind.OTHER
_BRACKETED_SOURCE = re.compile(r"\[(Source:.*)\]$", re.DOTALL)


#: Makes a named tuple in half the time that its own constructor takes.
_new = tuple.__new__
#: The same for blocks, of which volumes have a hundred thousand.
_blank = object.__new__
_set_kind, _set_text = (Block.__dict__[name].__set__ for name in ("kind", "text"))


class _Placed(NamedTuple):
    """A piece, which it is, and where its words begin in the text of the document, or where the text goes on after
    it."""

    piece: Piece
    place: int
    start: int
    in_text: bool


class _Worded(NamedTuple):
    """A strand of the document's own words, and the characters to cite for it: of the text, or of the note `mark`."""

    strand: Strand
    start: int
    end: int
    mark: str = ""


def assemble(sheet: Sheet) -> Document:
    """The document on a sheet."""
    top = header(sheet)
    blocks, marked = _placed(top.pieces)
    worded = _worded(sheet, marked)
    title = top.first.get(_TITLE)
    head = heading(title.text if title else "", number=sheet.number)
    kind = sheet.kind or _kind(head, top)
    source = _source_note(sheet, top)
    written = _written(sheet, top, head)
    document = _blank(Document)
    # As its own constructor would, in a fifth of the time.
    document.__dict__.update(
        id=sheet.id,
        title=head.title,
        number=head.number,
        kind=kind,
        sender=head.sender,
        addressee=head.addressee,
        date=written.date,
        date_text=written.date_text,
        when=written.when,
        place=written.place,
        dateline=written.line,
        own_number=own_number(
            kind if title or sheet.kind else None,
            head.title,
            (piece.text for piece in top.pieces if piece.role in _NUMBERED and piece.text),
        ),
        subject=top.subject,
        source_note=source,
        classification=source.classification if source else ("none" if title else None),
        body=tuple(blocks),
        notes=tuple(_notes(sheet, top, marked)),
        page_breaks=tuple(_page_breaks(top.pieces, marked)),
        withheld=tuple(_withheld(sheet, worded)),
        references=tuple(settled(_references(sheet, worded))),
        signed=top.signed,
        findings=(*sheet.findings, *written.findings, *_unused_file_line(sheet, top), *_unread(sheet.id, source)),
    )
    document.__post_init__()
    return document


def _unread(document: str, source: SourceNote | None) -> list[Finding]:
    """What the source note says of people and posts, and could not be read."""
    if source is None:
        return []
    remedy = "Read the source note; its names are in no list of this document."
    return [
        Finding(
            "source-note-not-understood",
            f"The source note is worded in a way that is not known: {words}",
            Citation(document, 0, len(source.text) if source.mark else 0, source.mark),
            remedy,
            Severity.NOTE,
        )
        for words in unread(source)
    ]


def _kind(head: Heading, top: Header) -> Kind:
    """From the title; older volumes have 'The Ambassador in X (Y) to Z' and the kind in the file line."""
    line = top.first.get(_FILE)
    if head.kind is not _OTHER or line is None or " to " not in head.title:
        return head.kind
    return file_number.kind_in_line(line.text) or _OTHER


# -- source, date and place -----------------------------------------------------------------------


def _source_note(sheet: Sheet, top: Header) -> SourceNote | None:
    if top.source is not None:
        note = sheet.notes[top.source]
        return parse(_one_line(note.strand.text), mark=note.mark)
    line, marking = top.first.get(_FILE), top.marking
    text = next((piece.text for piece in top.pieces if piece.role in IN_TEXT), "")
    bracketed = _BRACKETED_SOURCE.match(text)
    if line is None and bracketed:  # withheld in full: the source note is all there is
        return parse(bracketed.group(1))
    if line is None and marking is None:
        return None
    return SourceNote(
        text=line.text if line else "",
        file_number=file_number.in_line(line.text) if line else None,
        classification=(marking.classification if marking else None) or "none",
        handling=marking.handling if marking else (),
    )


def _unused_file_line(sheet: Sheet, top: Header) -> Iterator[Finding]:
    """A file line has no place of its own where there is a source note; its words are told."""
    line = top.first.get(_FILE)
    if line is not None and line.text and top.source is not None:
        message = f"Over the heading stands “{line.text}”, beside a source note; the note is taken."
        yield _remark(sheet, "file-line-beside-source-note", message)


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


class _Written(NamedTuple):
    """When and where a document was written."""

    line: str | None = None
    date: datetime.date | None = None
    date_text: str | None = None
    when: When | None = None
    place: str | None = None
    findings: tuple[Finding, ...] = ()


def _written(sheet: Sheet, top: Header, head: Heading) -> _Written:
    """From the dateline; without one, the date is the one in the title."""
    piece = top.first.get(_DATELINE)
    if piece is None:
        return _Written(date=dateline.only_date(head.title), when=when_in(head.title))
    line = piece.text
    said = dateline.read(line)
    if said is None:
        finding = _remark(sheet, "dateline-not-understood", f"The dateline “{line}” is not worded as datelines are.")
        return _Written(line=line, date=dateline.only_date(line), when=when_in(line), findings=(finding,))
    findings: tuple[Finding, ...] = ()
    if sheet.date and said.date and sheet.date != said.date:
        message = f"The dateline prints {said.date}, the markup says {sheet.date}; the printed date is taken."
        findings = (_remark(sheet, "date-disagrees", message, Severity.ASSUMED),)
    before = line[: line.find(said.date_text)]
    meant = when(said.date_text, inferred=before.count("[") > before.count("]"), known=sheet.date)
    if meant is None and said.date is None:
        message = f"The date “{said.date_text}” is no day; the document stands among those without a date."
        findings = (*findings, _remark(sheet, "date-not-understood", message))
    return _Written(line, said.date, said.date_text, meant, said.place, findings)


def _remark(sheet: Sheet, code: str, message: str, severity: Severity = Severity.NOTE) -> Finding:
    return Finding(code, message, Citation(sheet.id, 0, 0), remedy="Compare it with the page.", severity=severity)


# -- what is anchored in the text -----------------------------------------------------------------


def _placed(pieces: Sequence[Piece]) -> tuple[list[Block], list[_Placed]]:
    """The pieces that the text is made of, as blocks; and those, in the text or not, that have anchors or brackets, as
    few do."""
    blocks, marked, offset = list[Block](), list[_Placed](), 0
    for place, piece in enumerate(pieces):
        text, anchors = piece[1]
        kind = _KINDS.get(piece[0]) if text else None
        if anchors or "[" in text:
            marked.append(_new(_Placed, (piece, place, offset, kind is not None)))
        if kind is not None:
            block = _blank(Block)
            _set_kind(block, kind)
            _set_text(block, text)
            blocks.append(block)
            offset += len(text) + 1
    end = max(offset - 1, 0)
    return blocks, [item if item.start <= end else item._replace(start=end) for item in marked]


def _notes(sheet: Sheet, top: Header, placed: Iterable[_Placed]) -> Iterator[Note]:
    if not sheet.notes:
        return
    offsets = {
        anchor.name: item.start + (anchor.start if item.in_text else 0)
        for item in placed
        if item.in_text or item.piece.role in _OF_TEXT
        for anchor in item.piece.strand.anchors
        if anchor.kind is _NOTE
    }
    for key, note in enumerate(sheet.notes):
        if key != top.source and note.strand.text:
            yield Note(note.mark, note.strand.text, offsets.get(str(key)))


def _page_breaks(pieces: Sequence[Piece], marked: Iterable[_Placed]) -> Iterator[PageBreak]:
    """Breaks with words of the document before and after them."""
    breaks = [(item, anchor) for item in marked for anchor in item.piece.strand.anchors if anchor.kind is _PAGE]
    if not breaks:
        return
    first = _position(pieces)
    last = len(pieces) - 1 - _position(pieces[::-1])
    for item, anchor in breaks:
        text = item.piece.strand.text
        begun = item.place > first or text[: anchor.start].strip()
        if begun and (item.place < last or text[anchor.start :].strip()):
            yield PageBreak(anchor.name, item.start + (anchor.start if item.in_text else 0))


def _position(pieces: Sequence[Piece]) -> int:
    """Which piece is the first with words."""
    return next((place for place, piece in enumerate(pieces) if piece.strand.text.strip()), len(pieces))


def _worded(sheet: Sheet, placed: Iterable[_Placed]) -> list[_Worded]:
    """Every strand of the document's own words that has anchors or withheld words.

    Words of a header line stand outside the text; what is cited for them is empty, at its beginning.
    """
    found = []
    for piece, _, start, in_text in placed:
        strand = piece.strand
        if strand.anchors or WITHHELD in strand.text:
            if in_text:
                found.append(_new(_Worded, (strand, start, start + len(strand.text), "")))
            elif piece.role in _WORDED:
                found.append(_Worded(strand, 0, 0))
    for mark, strand, *_ in sheet.notes:
        if strand.anchors or WITHHELD in strand.text:
            # Without a mark no citation can name the note.
            found.append(_new(_Worded, (strand, 0, len(strand.text) if mark else 0, mark)))
    return found


def _withheld(sheet: Sheet, worded: Iterable[_Worded]) -> Iterator[Withheld]:
    for strand, start, end, mark in worded:
        if WITHHELD in strand.text:
            for passage in withheld(_one_line(strand.text), document=sheet.id, note=mark, start=start):
                yield passage if end else replace(passage, at=Citation(sheet.id, start, end, mark))


def _references(sheet: Sheet, worded: Iterable[_Worded]) -> Iterator[Reference]:
    for strand, start, end, mark in worded:
        for anchor in strand.anchors:
            if anchor.kind is _REFERENCE:
                first, last = (start + anchor.start, start + anchor.end) if end else (start, end)
                at = Citation(sheet.id, first, last, mark)
                yield Reference(at, strand.text[anchor.start : anchor.end], anchor.name)
