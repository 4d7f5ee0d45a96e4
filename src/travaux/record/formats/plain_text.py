"""Reads a document from plain text in one of the looks it is printed or pasted in.

With a heading ('28. Telegram From ...', or a file number and 'No. 28' above it), as a bare letter, or an
agreement by itself. Text in none of these looks is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.errors import UnknownLook
from travaux.findings import Citation, Finding, Severity
from travaux.record.assemble import assemble
from travaux.record.document import Document
from travaux.record.formats.agreement import agreement, is_agreement
from travaux.record.formats.plain_body import Line, Woven, body_pieces, is_dateline, is_page, lined
from travaux.record.formats.plain_header import Top, is_letter, is_message, top_of
from travaux.record.formats.plain_notes import Mark, find_marks, split_notes
from travaux.record.marking import marking
from travaux.record.sheet import Piece, Place, PrintedNote, Role, Sheet
from travaux.record.strand import joined

_LONGEST_WRAPPED, _SHORTEST_WRAPPED = 100, 45
_MARKING_WORDS = 7
_GLUED = re.compile(r"(?<=[^\W\d_])1(?=[\s.,;:)])")


def plain_document(words: str, *, id: str, name: str, findings: Sequence[Finding] = ()) -> Document:
    """The one document of a plain text."""
    printed = words.splitlines()
    above, notes = split_notes(printed)
    lines = _unwrapped(above)
    top = top_of(lines)
    if top is None and not is_letter(lines) and not is_message(words):
        if is_agreement(printed):
            return agreement(printed, id=id, findings=findings)
        raise UnknownLook(
            f"Its first line, “{_shortened(lines)}”, is no heading, file number, dateline or salutation.",
            at=name,
            remedy="Put the heading on the first line, as in “28. Telegram From the Embassy to the Department of State”.",
        )
    return assemble(_sheet(top or Top(), lines, notes, id, findings))


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


def _sheet(top: Top, lines: Sequence[Line], notes: Sequence[str], id: str, findings: Sequence[Finding]) -> Sheet:
    marks = find_marks([line.words for line in lines], len(notes), title=top.title_lines)
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.line >= 0:
            by_line.setdefault(mark.line, []).append(mark)
    woven = Woven(by_line, id, top.number)
    head = _head(top, lines, woven)
    return Sheet(
        id=id,
        pieces=(*head.pieces, *body_pieces(lines[head.end :], woven)),
        notes=tuple(_notes(notes, marks, top, woven)),
        number=top.number,
        findings=(*findings, *_unanswered(id, lines, notes), *_unplaced(id, marks, top)),
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


def _notes(notes: Sequence[str], marks: Sequence[Mark], top: Top, woven: Woven) -> list[PrintedNote]:
    found = []
    for position, (words, mark) in enumerate(zip(notes, marks, strict=True)):
        says_source = position == 0 and re.match(r"\W*Sources?\b", words) is not None
        place = Place.HEAD if mark.line in top.title_lines or says_source or mark.line == top.file_line else Place.BODY
        strands = [woven.words(paragraph) for paragraph in words.split("\n")]
        found.append(PrintedNote(mark.printed, joined(strands, "\n"), place, source=says_source))
    return found


def _unplaced(id: str, marks: Sequence[Mark], top: Top) -> list[Finding]:
    return [
        Finding(
            "note-without-mark",
            f"Note {mark.printed} has no mark in the text.",
            Citation(id, 0, 0),
            remedy="Look where it belongs, if that matters.",
            severity=Severity.NOTE,
        )
        for mark in marks
        if mark.line < 0 and not (mark.note == 0 and mark.printed in "01")
    ]


def _unanswered(id: str, lines: Sequence[Line], notes: Sequence[str]) -> list[Finding]:
    """A glued '1' where no notes stand at the end: it is left in the text."""
    found = [match for line in lines for match in _GLUED.finditer(line.words)] if not notes else []
    return [
        Finding(
            "mark-without-note",
            "A 1 glued to a word looks like the mark of a note, but no notes stand at the end. It was left in the text.",
            Citation(id, 0, 0),
            remedy="Add the notes, or take the mark out.",
            severity=Severity.NOTE,
        )
        for _ in found[:1]
    ]
