"""Makes a Document of a sheet: fields from the header lines, the body with everything anchored in it.

It moves words from the page into fields and never drops any: what no field takes stays in the body.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    Withheld,
)
from travaux.record.header import Header, header
from travaux.record.heading import Heading, heading
from travaux.record.own_number import own_number
from travaux.record.sheet import IN_TEXT, Piece, Role, Sheet
from travaux.record.source_note import parse, unread
from travaux.record.strand import Anchor, AnchorKind, Strand
from travaux.record.withheld import withheld

_KINDS = {
    Role.HEADING: BlockKind.HEADING,
    Role.LIST_HEAD: BlockKind.HEADING,
    Role.ITEM: BlockKind.ITEM,
    Role.QUOTATION: BlockKind.QUOTATION,
    Role.ROW: BlockKind.ROW,
    Role.FORMULA: BlockKind.CLOSING,
    Role.ENCLOSED_DATELINE: BlockKind.DATELINE,
}
#: Header lines in which words are withheld or refer to others, beside the body.
_WORDED = frozenset({Role.FILE, Role.TITLE, Role.SUBJECT, Role.SIGNATURE})
_BRACKETED_SOURCE = re.compile(r"\[(Source:.*)\]$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece and where its words begin in the text of the document, or where the text goes on after it."""

    piece: Piece
    start: int

    @property
    def in_text(self) -> bool:
        return self.piece.role in IN_TEXT and bool(self.piece.text)


def assemble(sheet: Sheet) -> Document:
    """The document on a sheet."""
    top = header(sheet)
    placed = tuple(_place(top.pieces))
    title = top.first(Role.TITLE)
    head = heading(title.text if title else "", number=sheet.number)
    kind = sheet.kind or _kind(head, top)
    source = _source_note(sheet, top)
    written = _written(sheet, top, head)
    body = [item for item in placed if item.in_text]
    return Document(
        id=sheet.id,
        title=head.title,
        number=head.number,
        kind=kind,
        sender=head.sender,
        addressee=head.addressee,
        date=written.date,
        date_text=written.date_text,
        place=written.place,
        dateline=written.line,
        own_number=own_number(
            kind if title or sheet.kind else Kind.TELEGRAM,
            head.title,
            [item.piece.text for item in body if _is_numbered(item.piece)],
        ),
        subject=top.subject,
        source_note=source,
        classification=source.classification if source else ("none" if title else None),
        body=tuple(Block(_KINDS.get(item.piece.role, BlockKind.PARAGRAPH), item.piece.text) for item in body),
        notes=tuple(_notes(sheet, top, placed)),
        page_breaks=tuple(_page_breaks(placed)),
        withheld=tuple(_withheld(sheet, top, placed)),
        references=tuple(_references(sheet, top, placed)),
        signed=top.signed,
        findings=(*sheet.findings, *written.findings, *_unused_file_line(sheet, top), *_unread(sheet.id, source)),
    )


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


def _is_numbered(piece: Piece) -> bool:
    return piece.role in (Role.TEXT, Role.HEADING, Role.ITEM, Role.QUOTATION)


def _kind(head: Heading, top: Header) -> Kind:
    """From the title; older volumes have 'The Ambassador in X (Y) to Z' and the kind in the file line."""
    line = top.first(Role.FILE)
    if head.kind is not Kind.OTHER or line is None or " to " not in head.title:
        return head.kind
    return file_number.kind_in_line(line.text) or Kind.OTHER


# -- source, date and place -----------------------------------------------------------------------


def _source_note(sheet: Sheet, top: Header) -> SourceNote | None:
    if top.source is not None:
        note = sheet.notes[top.source]
        return replace(parse(_one_line(note.strand.text)), mark=note.mark)
    line, marking = top.first(Role.FILE), top.marking
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
    line = top.first(Role.FILE)
    if line is not None and line.text and top.source is not None:
        message = f"Over the heading stands “{line.text}”, beside a source note; the note is taken."
        yield _remark(sheet, "file-line-beside-source-note", message)


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """When and where a document was written."""

    line: str | None = None
    date: datetime.date | None = None
    date_text: str | None = None
    place: str | None = None
    findings: tuple[Finding, ...] = ()


def _written(sheet: Sheet, top: Header, head: Heading) -> _Written:
    """From the dateline; without one, the date is the one in the title."""
    piece = top.first(Role.DATELINE)
    if piece is None:
        return _Written(date=dateline.only_date(head.title))
    line = piece.text
    said = dateline.read(line)
    if said is None:
        finding = _remark(sheet, "dateline-not-understood", f"The dateline “{line}” is not worded as datelines are.")
        return _Written(line=line, date=dateline.only_date(line), findings=(finding,))
    findings: tuple[Finding, ...] = ()
    if sheet.date and said.date and sheet.date != said.date:
        message = f"The dateline prints {said.date}, the markup says {sheet.date}; the printed date is taken."
        findings = (_remark(sheet, "date-disagrees", message, Severity.ASSUMED),)
    return _Written(line=line, date=said.date, date_text=said.date_text, place=said.place, findings=findings)


def _remark(sheet: Sheet, code: str, message: str, severity: Severity = Severity.NOTE) -> Finding:
    return Finding(code, message, Citation(sheet.id, 0, 0), remedy="Compare it with the page.", severity=severity)


# -- what is anchored in the text -----------------------------------------------------------------


def _place(pieces: Sequence[Piece]) -> Iterator[_Placed]:
    spoken = [len(piece.text) for piece in pieces if piece.role in IN_TEXT and piece.text]
    end = max(sum(spoken) + len(spoken) - 1, 0)
    offset = 0
    for piece in pieces:
        yield _Placed(piece, min(offset, end))
        if piece.role in IN_TEXT and piece.text:
            offset += len(piece.text) + 1


def _notes(sheet: Sheet, top: Header, placed: Iterable[_Placed]) -> Iterator[Note]:
    offsets = {
        anchor.name: item.start + (anchor.start if item.in_text else 0)
        for item in placed
        if item.piece.role in IN_TEXT or item.piece.role is Role.SIGNATURE
        for anchor in item.piece.strand.of(AnchorKind.NOTE)
    }
    for key, note in enumerate(sheet.notes):
        if key != top.source and note.strand.text:
            yield Note(note.mark, note.strand.text, offsets.get(str(key)))


def _page_breaks(placed: Iterable[_Placed]) -> Iterator[PageBreak]:
    """Breaks with words of the document before and after them."""
    begun, waiting = False, list[PageBreak]()
    for item in placed:
        strand, position = item.piece.strand, 0
        for anchor in (*strand.of(AnchorKind.PAGE), None):
            if strand.text[position : anchor.start if anchor else None].strip():
                yield from waiting
                begun, waiting = True, []
            if anchor and begun:
                waiting.append(PageBreak(anchor.name, item.start + (anchor.start if item.in_text else 0)))
            position = anchor.start if anchor else position


def _strands(sheet: Sheet, top: Header, placed: Iterable[_Placed]) -> Iterator[tuple[Strand, Citation]]:
    """Every strand of the document's own words, and a citation of where it begins.

    Words of a header line stand outside the text; the citation is then empty, at its beginning.
    """
    for item in placed:
        if item.in_text:
            yield item.piece.strand, Citation(sheet.id, item.start, item.start + len(item.piece.text))
        elif item.piece.role in _WORDED:
            yield item.piece.strand, Citation(sheet.id, 0, 0)
    for note in sheet.notes:
        yield note.strand, Citation(sheet.id, 0, len(note.strand.text), note.mark)


def _withheld(sheet: Sheet, top: Header, placed: Iterable[_Placed]) -> Iterator[Withheld]:
    for strand, at in _strands(sheet, top, placed):
        for passage in withheld(_one_line(strand.text), document=sheet.id, note=at.note, start=at.start):
            yield passage if at.end else replace(passage, at=at)


def _references(sheet: Sheet, top: Header, placed: Iterable[_Placed]) -> Iterator[Reference]:
    for strand, at in _strands(sheet, top, placed):
        for anchor in strand.of(AnchorKind.REFERENCE):
            yield Reference(_within(at, anchor), strand.text[anchor.start : anchor.end], anchor.name)


def _within(at: Citation, anchor: Anchor) -> Citation:
    return replace(at, start=at.start + anchor.start, end=at.start + anchor.end) if at.end else at
