"""Reads a document from plain text in one of the looks it is printed or pasted in.

With a heading ('28. Telegram From ...', or a file number and 'No. 28' above it), as a bare letter, or an
agreement by itself. Text in none of these looks is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.errors import UnknownLook
from travaux.findings import Citation, Finding, Severity
from travaux.record.assemble import assemble
from travaux.record.document import Document, Kind
from travaux.record.formats.agreement import agreement, is_agreement
from travaux.record.formats.plain_body import Line, Woven, body_pieces, is_dateline, is_page, lined
from travaux.record.formats.plain_header import Top, is_letter, is_message, top_of
from travaux.record.formats.plain_notes import Mark, find_marks, split_notes
from travaux.record.heading import kind_of
from travaux.record.marking import marking
from travaux.record.sheet import Piece, Place, PrintedNote, Role, Sheet
from travaux.record.strand import joined

_LONGEST_WRAPPED, _SHORTEST_WRAPPED = 100, 45
_MARKING_WORDS = 7
_LONE_ZERO = re.compile(r"\s+0$")
_NO_NOTE = -1
_SOURCE = re.compile(r"\W*Sources?\b")
_GLUED = re.compile(r"(?<=[^\W\d_])1(?=[\s.,;:)])")


def plain_document(words: str, *, id: str, name: str, findings: Sequence[Finding] = ()) -> Document:
    """The one document of a plain text."""
    printed = words.splitlines()
    page = _Page.of(printed)
    if _is_bare_agreement(page, printed):
        return agreement(printed, id=id, findings=findings)
    if page.top is None and not is_letter(page.lines) and not is_message(words):
        raise UnknownLook(
            f"Its first line, “{_shortened(page.lines)}”, is no heading, file number, dateline or salutation.",
            at=name,
            remedy="Put the heading on the first line: “28. Telegram From the Embassy to the Department of State”.",
        )
    document = assemble(_sheet(page, id=id, findings=findings))
    return document if page.notes else _with_lone_marks(document)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text's lines without its notes, its heading, and the notes with their marks."""

    lines: tuple[Line, ...]
    top: Top | None
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @classmethod
    def of(cls, printed: Sequence[str]) -> _Page:
        """Numbered lines at the end are notes, unless there are several and not one has a mark."""
        above, notes = split_notes(printed)
        lines = _unwrapped(above)
        top = top_of(lines)
        marks = find_marks([line.words for line in lines], len(notes), title=top.title_lines if top else range(0))
        answered = any(mark.line >= 0 and mark.printed != "0" for mark in marks)
        if len(notes) > 1 and not answered and not _SOURCE.match(notes[0]):
            lines, notes = _unwrapped(printed), []
            top, marks = top_of(lines), []
        if top and not notes:
            marks = _lone_title_mark(lines, top)
        return cls(tuple(lines), top, tuple(notes), tuple(marks))


def _lone_title_mark(lines: Sequence[Line], top: Top) -> list[Mark]:
    """The 0 that stands behind a heading for a source note that was not given."""
    last = top.end - 1
    match = _LONE_ZERO.search(lines[last].words)
    return [Mark(_NO_NOTE, "0", last, match.start(), match.end())] if match else []


def _is_bare_agreement(page: _Page, printed: Sequence[str]) -> bool:
    """Whether a text is an agreement by itself; under a number or a file line it is a document's text."""
    top = page.top
    if top is None:
        return not is_letter(page.lines) and is_agreement(printed)
    title = " ".join(page.lines[place].words for place in top.title_lines)
    unnamed = kind_of(title) in (Kind.OTHER, Kind.AGREEMENT)
    return top.number is None and top.file_line is None and unnamed and is_agreement(printed)


def _shortened(lines: Sequence[Line]) -> str:
    first = lines[0].words.strip() if lines else ""
    return first if len(first) < 60 else first[:57] + "..."


def _unwrapped(printed: Sequence[str]) -> list[Line]:
    """One line a paragraph. Lines cut at a fixed width are joined; a longer one anywhere says they are not cut."""
    wrapped = max((len(line) for line in printed), default=0) <= _LONGEST_WRAPPED
    lines: list[Line] = []
    apart, before = True, ""
    for at, line in enumerate(printed):
        words = line.strip("\ufeff \f\r\n") if "\t" not in line else line.strip("\ufeff\f\r\n")
        if not words:
            apart = True
            continue
        goes_on = wrapped and not apart and len(before) > _SHORTEST_WRAPPED and not words.startswith(("•", "[Page"))
        if goes_on and before[-1] not in ".:;":
            lines[-1] = Line(f"{lines[-1].words} {words}", lines[-1].at, lines[-1].apart)
        else:
            lines.append(Line(words, at, apart))
        apart, before = False, words
    return [Line(line.words, place, line.apart) for place, line in enumerate(lines)]


# -- the sheet ------------------------------------------------------------------------------------


def _sheet(page: _Page, *, id: str, findings: Sequence[Finding]) -> Sheet:
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
        kind=Kind.LETTER if page.top is None and is_letter(page.lines) else None,
        findings=(*findings, *_unplaced(id, page.marks)),
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
    """How many of the first lines are the dateline: the rest of it may stand on a second one."""
    for taken in (2, 1):
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


def _notes(page: _Page, top: Top, woven: Woven) -> Iterator[PrintedNote]:
    marks = [mark for mark in page.marks if mark.note != _NO_NOTE]
    for position, (words, mark) in enumerate(zip(page.notes, marks, strict=True)):
        says_source = position == 0 and _SOURCE.match(words) is not None
        place = Place.HEAD if mark.line in top.title_lines or says_source or mark.line == top.file_line else Place.BODY
        strands = [woven.words(paragraph) for paragraph in words.split("\n")]
        yield PrintedNote(mark.printed, joined(strands, "\n"), place, source=says_source)


def _unplaced(id: str, marks: Sequence[Mark]) -> Iterator[Finding]:
    for mark in marks:
        if mark.note == _NO_NOTE:
            yield Finding(
                "mark-without-note",
                "The heading ends with the mark 0, but no notes stand at the end. It was left out of the title.",
                Citation(id, 0, 0),
                remedy="Add the source note, if it is at hand.",
                severity=Severity.ASSUMED,
            )
        elif mark.line < 0 and not (mark.note == 0 and mark.printed in "01"):
            yield Finding(
                "note-without-mark",
                f"Note {mark.printed} has no mark in the text.",
                Citation(id, 0, 0),
                remedy="Look where it belongs, if that matters.",
                severity=Severity.NOTE,
            )


def _with_lone_marks(document: Document) -> Document:
    """A finding for each glued 1 where no notes stand at the end; it is left in the text."""
    lone = [match.start() for match in _GLUED.finditer(document.text)]
    found = tuple(
        Finding(
            "mark-without-note",
            "A 1 glued to a word looks like the mark of a note, but no notes stand at the end. It was left there.",
            document.cite(start, start + 1),
            remedy="Add the notes, or take the mark out.",
            severity=Severity.NOTE,
        )
        for start in lone
    )
    return replace(document, findings=(*document.findings, *found)) if found else document
