"""Lays a page of printed lines out as a sheet: heading, dateline, marking, body, and notes with their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.findings import Citation, Finding, Severity
from travaux.record import source_note
from travaux.record.document import Kind
from travaux.record.formats.plain_body import Line, Woven, body_pieces, is_dateline, is_page, lined
from travaux.record.formats.plain_header import Top
from travaux.record.formats.plain_notes import NO_NOTE, Mark
from travaux.record.marking import marking
from travaux.record.sheet import Piece, Place, PrintedNote, Role, Sheet
from travaux.record.strand import joined

_MARKING_WORDS = 7


@dataclass(frozen=True, slots=True)
class Page:
    """A text's lines without its notes, its heading, and the notes with their marks."""

    lines: tuple[Line, ...]
    top: Top | None
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


def sheet(page: Page, *, id: str, kind: Kind | None = None, findings: Sequence[Finding] = ()) -> Sheet:
    """The page as pieces and notes; `kind` is given where the form of the page tells it."""
    by_line: dict[int, list[Mark]] = {}
    for mark in page.marks:
        if mark.line >= 0:
            by_line.setdefault(mark.line, []).append(mark)
    top = page.top or Top()
    woven = Woven(by_line, id, top.number)
    head = _head(top, page.lines, woven)
    return Sheet(
        id=id,
        pieces=(*head.pieces, *body_pieces(page.lines[head.end :], woven)),
        notes=tuple(_notes(page, top, woven)),
        number=top.number,
        kind=kind,
        findings=(*findings, *_unplaced(id, page.marks, top), *_unanswered(id, page)),
    )


@dataclass(frozen=True, slots=True)
class _Head:
    pieces: tuple[Piece, ...]
    end: int


def _head(top: Top, lines: Sequence[Line], woven: Woven) -> _Head:
    """File line, title, dateline and marking, and the line on which the body begins."""
    pieces: list[Piece] = []
    if top.file_line is not None:
        pieces.append(Piece(Role.FILE, woven.strand(lines[top.file_line])))
    if top.title_line is not None:
        pieces.append(Piece(Role.TITLE, lined(lines[top.title_line : top.end], woven)))
    end = top.end
    while end < len(lines) and is_page(lines[end].words):
        pieces.append(Piece(Role.PAGE, woven.strand(lines[end])))
        end += 1
    if top.title_line is not None and (taken := _dateline_lines(lines[end:], woven)):
        pieces.append(Piece(Role.DATELINE, lined(lines[end : end + taken], woven)))
        end += taken
    if top.title_line is not None and (taken := _marking_lines(lines[end:], woven)):
        pieces.append(Piece(Role.TEXT, lined(lines[end : end + taken], woven)))
        end += taken
    return _Head(tuple(pieces), end)


def _dateline_lines(lines: Sequence[Line], woven: Woven) -> int:
    """How many of the first lines are the dateline: the office may stand above it, and below when it was received."""
    for taken in (3, 2, 1):
        together = lines[:taken]
        if len(together) == taken and not any(line.apart for line in together[1:]):
            if is_dateline(lined(together, woven).text):
                return taken
    return 0


def _marking_lines(lines: Sequence[Line], woven: Woven) -> int:
    """The lines of the first paragraph, when the first of them is a marking."""
    if not lines or marking(woven.strand(lines[0]).text) is None:
        return 0
    taken = 1
    while taken < len(lines) and not lines[taken].apart and len(lines[taken].words.split()) < _MARKING_WORDS:
        taken += 1
    return taken


def _notes(page: Page, top: Top, woven: Woven) -> Iterator[PrintedNote]:
    marks = [mark for mark in page.marks if mark.note != NO_NOTE]
    for position, (words, mark) in enumerate(zip(page.notes, marks, strict=True)):
        says_source = position == 0 and source_note.OPENS.match(words) is not None
        place = Place.HEAD if mark.line in top.title_lines or says_source or mark.line == top.file_line else Place.BODY
        strands = [woven.words(paragraph) for paragraph in words.split("\n")]
        yield PrintedNote(mark.printed, joined(strands, "\n"), place, source=says_source)


def _unplaced(id: str, marks: Sequence[Mark], top: Top) -> Iterator[Finding]:
    for mark in marks:
        if mark.note == NO_NOTE and mark.line in top.title_lines:
            yield Finding(
                "mark-without-note",
                f"The heading ends with the mark {mark.printed}, but no notes stand at the end. It was left out.",
                Citation(id, 0, 0),
                remedy="Add the source note, if it is at hand.",
                severity=Severity.ASSUMED,
            )
        elif mark.note != NO_NOTE and mark.line < 0 and not (mark.note == 0 and mark.printed in "01"):
            yield Finding(
                "note-without-mark",
                f"Note {mark.printed} has no mark in the text.",
                Citation(id, 0, 0),
                remedy="Look where it belongs, if that matters.",
                severity=Severity.NOTE,
            )


def _unanswered(id: str, page: Page) -> Iterator[Finding]:
    """What was taken for marks in the body of a text without notes."""
    title = page.top.title_lines if page.top else range(0)
    marks = [mark for mark in page.marks if mark.note == NO_NOTE and mark.line not in title]
    if marks:
        words = ", ".join(f"“{_marked_word(page.lines[mark.line].words, mark)}”" for mark in marks)
        yield Finding(
            "marks-without-notes",
            f"What looks like marks of notes was taken out of the words, but no notes stand at the end: {words}.",
            Citation(id, 0, 0),
            remedy="Add the notes; where a digit is no mark, set a space before it.",
            severity=Severity.ASSUMED,
        )


def _marked_word(words: str, mark: Mark) -> str:
    """The word with its mark, as printed."""
    return (words[: mark.start].split() or [""])[-1] + words[mark.start : mark.end]
