"""Makes a Document of a sheet: fields from the header lines, the body with everything anchored in it.

It moves words from the page into fields and never drops any: what no field takes stays in the body.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
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
from travaux.record.strand import Anchor, AnchorKind, Strand
from travaux.record.when import when, when_in
from travaux.record.withheld import SIGN as WITHHELD
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
#: What may open with a document's own number.
_NUMBERED = frozenset({Role.TEXT, Role.HEADING, Role.ITEM, Role.QUOTATION})
_BRACKETED_SOURCE = re.compile(r"\[(Source:.*)\]$", re.DOTALL)


class _Placed(NamedTuple):
    """A piece and where its words begin in the text of the document, or where the text goes on after it."""

    piece: Piece
    start: int
    in_text: bool


#: Takes half the time of the constructor.
_new_placed = partial(tuple.__new__, _Placed)


def assemble(sheet: Sheet) -> Document:
    """The document on a sheet."""
    top = header(sheet)
    placed = _place(top.pieces)
    # Most pieces have neither anchors nor brackets, and are then passed over.
    marked = [item for item in placed if item.piece.strand.anchors or "[" in item.piece.strand.text]
    worded = _worded(sheet, marked)
    title = top.first(Role.TITLE)
    head = heading(title.text if title else "", number=sheet.number)
    kind = sheet.kind or _kind(head, top)
    source = _source_note(sheet, top)
    written = _written(sheet, top, head)
    body = [item.piece for item in placed if item.in_text]
    return Document(
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
            kind if title or sheet.kind else Kind.TELEGRAM,
            head.title,
            (piece.text for piece in body if piece.role in _NUMBERED),
        ),
        subject=top.subject,
        source_note=source,
        classification=source.classification if source else ("none" if title else None),
        body=tuple([Block(_KINDS.get(piece.role, BlockKind.PARAGRAPH), piece.strand.text) for piece in body]),
        notes=tuple(_notes(sheet, top, marked)),
        page_breaks=tuple(_page_breaks(placed)),
        withheld=tuple(_withheld(sheet, worded)),
        references=tuple(settled(_references(worded))),
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
        return parse(_one_line(note.strand.text), mark=note.mark)
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


@dataclass(frozen=True, slots=True)
class _Written:
    """When and where a document was written."""

    line: str | None = None
    date: datetime.date | None = None
    date_text: str | None = None
    when: When | None = None
    place: str | None = None
    findings: tuple[Finding, ...] = ()


def _written(sheet: Sheet, top: Header, head: Heading) -> _Written:
    """From the dateline; without one, the date is the one in the title."""
    piece = top.first(Role.DATELINE)
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
    return _Written(line, said.date, said.date_text, meant, said.place, findings)


def _remark(sheet: Sheet, code: str, message: str, severity: Severity = Severity.NOTE) -> Finding:
    return Finding(code, message, Citation(sheet.id, 0, 0), remedy="Compare it with the page.", severity=severity)


# -- what is anchored in the text -----------------------------------------------------------------


def _place(pieces: Sequence[Piece]) -> list[_Placed]:
    lengths = [len(piece.strand.text) if piece.role in IN_TEXT else 0 for piece in pieces]
    starts = list(accumulate((length and length + 1 for length in lengths), initial=0))
    offset = starts.pop()
    placed = list(map(_new_placed, zip(pieces, starts, map(bool, lengths), strict=True)))
    end = max(offset - 1, 0)
    for position in range(len(placed) - 1, -1, -1):
        if placed[position].start <= end:
            break
        placed[position] = placed[position]._replace(start=end)
    return placed


def _notes(sheet: Sheet, top: Header, placed: Iterable[_Placed]) -> Iterator[Note]:
    if not sheet.notes:
        return
    offsets = {
        anchor.name: item.start + (anchor.start if item.in_text else 0)
        for item in placed
        if item.piece.strand.anchors and (item.piece.role in IN_TEXT or item.piece.role is Role.SIGNATURE)
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
        if begun and not waiting and not strand.anchors:
            continue
        for anchor in (*strand.of(AnchorKind.PAGE), None):
            if strand.text[position : anchor.start if anchor else None].strip():
                yield from waiting
                begun, waiting = True, []
            if anchor and begun:
                waiting.append(PageBreak(anchor.name, item.start + (anchor.start if item.in_text else 0)))
            position = anchor.start if anchor else position


def _worded(sheet: Sheet, placed: Iterable[_Placed]) -> list[tuple[Strand, Citation]]:
    """Every strand of the document's own words that has anchors or withheld words, and a citation of where it begins.

    Words of a header line stand outside the text; the citation is then empty, at its beginning.
    """
    found = []
    for item in placed:
        strand = item.piece.strand
        if strand.anchors or WITHHELD in strand.text:
            if item.in_text:
                found.append((strand, Citation(sheet.id, item.start, item.start + len(strand.text))))
            elif item.piece.role in _WORDED:
                found.append((strand, Citation(sheet.id, 0, 0)))
    for note in sheet.notes:
        if note.strand.anchors or WITHHELD in note.strand.text:
            end = len(note.strand.text) if note.mark else 0  # without a mark no citation can name the note
            found.append((note.strand, Citation(sheet.id, 0, end, note.mark)))
    return found


def _withheld(sheet: Sheet, worded: Iterable[tuple[Strand, Citation]]) -> Iterator[Withheld]:
    for strand, at in worded:
        for passage in withheld(_one_line(strand.text), document=sheet.id, note=at.note, start=at.start):
            yield passage if at.end else replace(passage, at=at)


def _references(worded: Iterable[tuple[Strand, Citation]]) -> Iterator[Reference]:
    for strand, at in worded:
        for anchor in strand.of(AnchorKind.REFERENCE):
            yield Reference(_within(at, anchor), strand.text[anchor.start : anchor.end], anchor.name)


def _within(at: Citation, anchor: Anchor) -> Citation:
    return replace(at, start=at.start + anchor.start, end=at.start + anchor.end) if at.end else at
