"""Reads a document from plain text in one of the looks it is printed or pasted in.

With a heading ('28. Telegram From ...', or a file number and 'No. 28' above it), as a bare letter, or an
agreement by itself. Text in none of these looks is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from travaux.errors import UnknownLook
from travaux.findings import Citation, Finding, Severity
from travaux.record import file_number, source_note
from travaux.record.assemble import assemble
from travaux.record.document import Document, Kind
from travaux.record.formats.agreement import agreement, is_agreement
from travaux.record.formats.lone_marks import lone_marks
from travaux.record.formats.page import Page, sheet
from travaux.record.formats.plain_body import Line, is_dateline, is_page
from travaux.record.formats.plain_header import (
    NUMBERED_MESSAGE,
    Top,
    is_filed,
    is_letter,
    is_message,
    is_prose,
    is_title,
    opens_as_message,
    top_of,
)
from travaux.record.formats.plain_notes import NO_NOTE, Mark, find_marks, split_notes
from travaux.record.heading import kind_of
from travaux.record.marking import marking

_LONGEST_WRAPPED, _SHORTEST_WRAPPED = 100, 45
_LONE_ZERO = re.compile(r"\s+0$")
#: What only a page of the record prints.
_OF_THE_RECORD = re.compile(r"\[Page [\w-]+\]|\bnot declassified\b")
_FILES = re.compile(r"\b(?:[Ff]iles?|[Ll]ot|Library|papers)\b")
_GLUED = re.compile(r"(?<=[^\W\d_])1(?=[\s.,;:)])")


def plain_document(words: str, *, id: str, name: str, findings: Sequence[Finding] = ()) -> Document:
    """The one document of a plain text."""
    printed = words.splitlines()
    page = _page(printed)
    if not _OF_THE_RECORD.search(words) and _is_bare_agreement(page, printed):
        return agreement(printed, id=id, findings=findings)
    known = page.top is not None or is_letter(page.lines) or is_message(words)
    if not known and not is_prose(page.lines) and not opens_as_message(words):
        raise UnknownLook(
            f"Its first line, “{_shortened(page.lines)}”, is no heading, file number, dateline or salutation.",
            at=name,
            remedy="Put the heading on the first line: “28. Telegram From the Embassy to the Department of State”.",
        )
    remarks = findings if known else (*findings, _no_heading(id))
    kind = Kind.LETTER if page.top is None and is_letter(page.lines) else None
    document = assemble(sheet(page, id=id, kind=kind, findings=remarks))
    return document if page.notes else _with_lone_marks(document)


def _no_heading(id: str) -> Finding:
    return Finding(
        "no-heading",
        "The text has no heading; all of it was read as the body of a document.",
        Citation(id, 0, 0),
        remedy="Put the heading on the first line, so that it says what the document is, and whose.",
        severity=Severity.ASSUMED,
    )


def _page(printed: Sequence[str]) -> Page:
    """Numbered lines at the end are notes, unless there are several and not one has a mark."""
    above, notes = split_notes(printed)
    lines = _unwrapped(above)
    top = top_of(lines)
    marks = find_marks([line.words for line in lines], len(notes), title=top.title_lines if top else range(0))
    answered = any(mark.line >= 0 and mark.printed != "0" for mark in marks)
    if len(notes) > 1 and not answered and not source_note.OPENS.match(notes[0]):
        lines, notes = _unwrapped(printed), []
        top, marks = top_of(lines), []
    if top and not notes:
        top = top if _is_sure(lines, top) else None
        marks = _lone_title_mark(lines, top) if top else []
    if not notes and not marks and (top is None or (top.number is None and top.file_line is None)):
        marks = lone_marks([line.words for line in lines])
    return Page(tuple(lines), top, tuple(notes), tuple(marks))


def _is_sure(lines: Sequence[Line], top: Top) -> bool:
    """Whether a line is a heading also where no notes follow: it is worded as one, or marked, or under a file line."""
    words = lines[top.end - 1].words
    if len(top.title_lines) > 1 or _LONE_ZERO.search(words):
        return True
    if top.number is not None:
        filed = None if top.file_line is None else is_filed(lines[top.file_line].words)
        return is_title(words.partition(". ")[2]) if filed is None else filed
    if top.file_line is None or _is_plainly_filed(lines[top.file_line].words) or is_title(words):
        return True
    below = next((line.words for line in lines[top.end :] if not is_page(line.words)), "")
    return is_dateline(below) or marking(below) is not None


def _is_plainly_filed(words: str) -> bool:
    """Whether a line is a file number by its figures, names files, or the kind behind it; 'NSC 7/2' may be a paper's
    own."""
    return words[:1].isdigit() or file_number.kind_in_line(words) is not None or _FILES.search(words) is not None


def _lone_title_mark(lines: Sequence[Line], top: Top) -> list[Mark]:
    """The 0 that stands behind a heading for a source note that was not given."""
    last = top.end - 1
    match = _LONE_ZERO.search(lines[last].words)
    return [Mark(NO_NOTE, "0", last, match.start(), match.end())] if match else []


def _is_bare_agreement(page: Page, printed: Sequence[str]) -> bool:
    """Whether a text is an agreement by itself; under a number or a file line it is a document's text."""
    top = page.top
    if top is None:
        message = page.lines and NUMBERED_MESSAGE.match(page.lines[0].words)
        return not is_letter(page.lines) and not message and is_agreement(printed)
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
