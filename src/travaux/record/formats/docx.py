"""Reads a document from a Word file (.docx): headings, numbered paragraphs, footnotes, tables.

Tracked insertions are read as text and tracked deletions are left out, and both are told. Colours, fonts and
pictures are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from travaux.errors import UnknownLook, UnreadableInput
from travaux.findings import Citation, Finding, Severity
from travaux.record.assemble import assemble
from travaux.record.document import Document, Kind
from travaux.record.formats.docx_numbering import Numbering, numeral
from travaux.record.formats.docx_package import BROKEN, broken, word_file
from travaux.record.formats.docx_runs import Runs, is_bold, plain_paragraphs
from travaux.record.formats.office_memo import is_office_line, is_office_memo, with_office_lines
from travaux.record.formats.page import Page, sheet
from travaux.record.formats.plain_body import Line, ends_sentence
from travaux.record.formats.plain_header import NUMBERED, Top, is_letter, is_prose, is_title, top_of
from travaux.record.formats.writing import Writer
from travaux.record.heading import kind_of
from travaux.record.marking import marking

_FOOTNOTES, _ENDNOTES, _COMMENTS = "/footnotes", "/endnotes", "/comments"
#: What may stand around paragraphs: content controls, tracked insertions, custom markup.
_AROUND_BLOCKS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"))
_TITLES = re.compile(r"(?i)title|heading 1$")
_HEADINGS = re.compile(r"(?i)title|subtitle|heading \d")
#: How far down the first page the title may stand, under a letterhead and a marking, and how long it is at most.
_FIRST_LINES, _LONGEST_LETTERHEAD, _LONGEST_HEADING = 8, 80, 120


def docx_document(data: bytes, *, id: str, name: str) -> Document:
    """The one document of a Word file."""
    word = word_file(data, name=name)
    try:
        reader = _Reader(word)
        reader.read()
    except BROKEN as error:
        raise broken(error, name) from error
    page, kind = reader.page()
    if not page.lines:
        raise UnreadableInput("There are no words in the Word file.", at=name, remedy="Give one with a document in it.")
    known = page.top is not None or kind is not None or is_letter(page.lines)
    if not known and not is_prose(page.lines):
        raise UnknownLook(
            f"Its first line, “{page.lines[0].words[:60]}”, is no heading, dateline or salutation.",
            at=name,
            remedy="Put the heading first, as its title.",
        )
    document = with_office_lines(assemble(sheet(page, id=id, kind=kind, findings=tuple(reader.findings(id)))))
    return replace(document, classification=_classification(document, word))


def _classification(document: Document, word: WordFile) -> str | None:
    """The document's own, or else the one that stands in the head or foot of its pages."""
    if document.classification not in (None, "none"):
        return document.classification
    said = (marking(words) for words in _margins(word))
    return next((one.classification for one in said if one and one.classification), document.classification)


class _Reader:
    """Reads the body of a Word file into lines, and its notes."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self._writer = Writer()
        self._runs = Runs(self._writer, self._mark)
        self._numbering = Numbering(word)
        self._notes = _notes(word)
        self._places: dict[tuple[str, str], str] = {}
        self._title: int | None = None

    def read(self) -> None:
        self._blocks(self._word.element.body)

    def page(self) -> tuple[Page, Kind | None]:
        """The page; and the kind of document, where its title says it in capitals or its first lines show it.

        What stands above the title, such as a marking and a letterhead, comes right below it.
        """
        lines = self._writer.lines
        titled = _title_line(lines, self._title)
        order = [titled, *range(titled), *range(titled + 1, len(lines))] if lines else []
        lines = [replace(lines[old], at=new, apart=lines[old].apart or new < 2) for new, old in enumerate(order)]
        words = lines[0].words if lines else ""
        top = top_of(lines)
        capitals = kind_of(words.title()) if words.isupper() else Kind.OTHER
        if lines and (titled or self._title == titled or (top is None and capitals is not Kind.OTHER)):
            match = NUMBERED.match(words)
            top = top if top and top.title_line == 0 else Top(None, 0, match["number"] if match else None, 1)
        notes = tuple(self._notes.get(key, "") for key in self._places)
        marks = self._writer.marks_of(list(self._places.values()))
        moved = {old: new for new, old in enumerate(order)}
        placed = tuple(replace(mark, line=moved.get(mark.line, mark.line)) for mark in marks)
        shown = Kind.MEMORANDUM if top is None and is_office_memo(lines) else None
        return Page(tuple(lines), top, notes, placed), shown if capitals is Kind.OTHER else capitals

    def findings(self, id: str) -> Iterator[Finding]:
        """What was told apart or left out."""
        if self._runs.deleted or self._runs.inserted:
            yield _finding(
                id,
                "tracked-changes",
                f"The file has tracked changes: {self._runs.inserted} insertions, read as text, and "
                f"{self._runs.deleted} deletions, left out.",
                "Accept or reject them in Word, if that is not what was meant.",
            )
        for words in dict.fromkeys(_margins(self._word)):
            yield _finding(id, "page-margin", f"The head or foot of its pages says “{words}”.", "Look what it means.")
        for words in _comments(self._word):
            yield _finding(id, "comment", f"A comment in the margin says “{words}”.", "Look whether it matters.")
        unused = [words for key, words in self._notes.items() if key not in self._places and words]
        for words in unused:
            yield _finding(id, "note-without-mark", f"A note has no mark in the text: “{words}”", "Look for its place.")

    # -- blocks -----------------------------------------------------------------------------

    def _blocks(self, parent: etree._Element) -> None:
        for element in parent:
            if element.tag == qn("w:p"):
                self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag in _AROUND_BLOCKS:
                self._blocks(element)

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._numbering.style_of(paragraph)
        if _TITLES.match(style) and self._title is None:
            self._title = len(self._writer.lines)
        ends = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is None
        label = self._numbering.label(paragraph) if ends or _has_words(paragraph) else ""
        if label:
            self._writer.words(f"{label} ")
            if label != "•":
                self._writer.line()
        boxes = self._runs.read(paragraph)
        if ends:  # with its end deleted, a paragraph goes on in the next
            self._writer.paragraph(heading=_HEADINGS.match(style) is not None or _is_set_as_heading(paragraph))
        for box in boxes:
            self._writer.paragraph()
            self._blocks(box)

    def _table(self, table: etree._Element) -> None:
        for row in _within(table, qn("w:tr")):
            self._row(row)

    def _row(self, row: etree._Element) -> None:
        """The cells of a row, then what stands in text boxes and tables within them."""
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            self._runs.deleted += 1
            return
        inside: list[etree._Element] = []
        for position, cell in enumerate(_within(row, qn("w:tc"))):
            if position:
                self._writer.tab()
            for element in _within(cell, qn("w:p"), qn("w:tbl")):
                if element.tag == qn("w:tbl"):
                    inside.append(element)
                else:
                    self._writer.words(f" {self._numbering.label(element)} ")
                    inside += self._runs.read(element)
        self._writer.paragraph()
        for element in inside:
            if element.tag == qn("w:tbl"):
                self._table(element)
            else:
                self._blocks(element)

    def _mark(self, reference: etree._Element, typed: str | None) -> None:
        kind = _FOOTNOTES if reference.tag == qn("w:footnoteReference") else _ENDNOTES
        key = kind, reference.get(qn("w:id")) or ""
        count = 1 + sum(one == kind for one, _ in self._places)
        both = {_FOOTNOTES, _ENDNOTES} <= {one for one, _ in self._notes}
        self._places.setdefault(key, typed or numeral(count, "lowerRoman" if both and kind == _ENDNOTES else "decimal"))
        self._writer.mark(list(self._places).index(key), self._places[key])


def _title_line(lines: Sequence[Line], styled: int | None) -> int:
    """The line that is the title: the first, or one set so under a letterhead and a marking."""
    first = lines[0].words if lines else ""
    if is_title(first) or (first.isupper() and kind_of(first.title()) is not Kind.OTHER) or top_of(lines):
        return 0
    for place, line in enumerate(lines[:_FIRST_LINES]):
        capitals = line.words.isupper() and kind_of(line.words.title()) is not Kind.OTHER
        if place == styled or capitals or (is_title(line.words) and (line.heading or place == 0)):
            return place
        if len(line.words) > _LONGEST_LETTERHEAD or ends_sentence(line.words) or is_office_line(line.words):
            break
    return 0


def _is_set_as_heading(paragraph: etree._Element) -> bool:
    """Whether a short paragraph is all in bold type, as offices set headings without a style."""
    words = "".join(text.text or "" for text in paragraph.iter(qn("w:t"))).strip()
    return 0 < len(words) <= _LONGEST_HEADING and not ends_sentence(words) and is_bold(paragraph)


def _has_words(paragraph: etree._Element) -> bool:
    writer = Writer()
    Runs(writer).read(paragraph)
    writer.paragraph()
    return bool(writer.lines)


def _within(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The rows of a table, the cells of a row, what stands in a cell: those in content controls too."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _AROUND_BLOCKS:
            yield from _within(child, *tags)


# -- beside the body ------------------------------------------------------------------------------


def _notes(word: WordFile) -> dict[tuple[str, str], str]:
    """The words of each footnote and endnote; Word's own separators have none."""
    found = {}
    for kind in (_FOOTNOTES, _ENDNOTES):
        for note in _part(word, kind):
            if note.get(qn("w:type")) not in ("separator", "continuationSeparator", "continuationNotice"):
                found[kind, note.get(qn("w:id")) or ""] = "\n".join(plain_paragraphs(note))
    return found


def _comments(word: WordFile) -> Iterator[str]:
    for comment in _part(word, _COMMENTS):
        yield from plain_paragraphs(comment)


def _part(word: WordFile, kind: str) -> Iterator[etree._Element]:
    """What the parts of one kind hold."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(kind) and not relation.is_external:
            yield from (one for one in parse_xml(relation.target_part.blob) if isinstance(one.tag, str))


def _margins(word: WordFile) -> Iterator[str]:
    """What the heads and feet of the pages say, but for numbers of pages."""
    for section in word.sections:
        for margin in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not margin.is_linked_to_previous:
                yield from (words for words in plain_paragraphs(margin._element) if not words.isdecimal())


def _finding(id: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(code, message, Citation(id, 0, 0), remedy=remedy, severity=Severity.NOTE)
