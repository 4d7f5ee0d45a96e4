"""Reads a document from a Word file (.docx): headings, numbered paragraphs, footnotes, tables.

Tracked insertions are read as text and tracked deletions are left out, and both are told. Colours, fonts and
pictures are passed over.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from travaux.errors import HostileXml, UnknownLook, UnreadableInput
from travaux.findings import Citation, Finding, Severity
from travaux.record.assemble import assemble
from travaux.record.document import Document, Kind
from travaux.record.formats.docx_numbering import Numbering
from travaux.record.formats.office_memo import with_office_lines
from travaux.record.formats.page import Page, sheet
from travaux.record.formats.plain_header import NUMBERED, Top, is_letter, is_prose, top_of
from travaux.record.formats.writing import Writer
from travaux.record.heading import kind_of

_MAGIC = b"PK\x03\x04"
_MAIN = "word/document.xml"
_MOST = 300_000_000
_FOOTNOTES, _ENDNOTES = "/footnotes", "/endnotes"
_TITLES = re.compile(r"(?i)title|heading 1$")
_HEADINGS = re.compile(r"(?i)title|subtitle|heading \d")
#: What python-docx raises on parts that are missing or say what they may not.
_BROKEN = (PackageNotFoundError, LookupError, ValueError, AttributeError, TypeError, etree.XMLSyntaxError)
_HOW_TO_MEND = "Open it in Word and save it again as .docx."
#: What stands in a paragraph and is none of its words: deleted text, field codes, the second form of a picture.
_PASSED_OVER = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def looks_like_docx(data: bytes) -> bool:
    """Whether the bytes are a zip archive, as Word files are; what is in it is found when it is read."""
    return data.startswith(_MAGIC)


def docx_document(data: bytes, *, id: str, name: str) -> Document:
    """The one document of a Word file."""
    _refuse_others(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        reader = _Reader(word)
        reader.read()
    except _BROKEN as error:
        raise UnreadableInput(f"The Word file is broken: {error}.", at=name, remedy=_HOW_TO_MEND) from error
    page, kind = reader.page()
    if not page.lines:
        raise UnreadableInput("There are no words in the Word file.", at=name, remedy="Give one with a document in it.")
    if page.top is None and not is_letter(page.lines) and not is_prose(page.lines):
        raise UnknownLook(
            f"Its first line, “{page.lines[0].words[:60]}”, is no heading, dateline or salutation.",
            at=name,
            remedy="Put the heading first, as its title.",
        )
    return with_office_lines(assemble(sheet(page, id=id, kind=kind, findings=tuple(reader.findings(id)))))


def _refuse_others(data: bytes, name: str) -> None:
    """What is no Word file, or a broken or boundless one, before anything in it is looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {file.filename: file.file_size for file in archive.infolist()}
            if _MAIN not in files:
                raise UnreadableInput(
                    "This is a zip archive, but there is no Word document in it.",
                    at=name,
                    remedy="Unpack it and give the files in it.",
                )
            if sum(files.values()) > _MOST:
                what = f"Unpacked, it has more than {_MOST // 1_000_000} million bytes."
                raise HostileXml(what, at=name, remedy=_HOW_TO_MEND)
            broken = archive.testzip()
    except (zipfile.BadZipFile, EOFError) as error:
        raise UnreadableInput("The Word file is cut short.", at=name, remedy="Fetch it again.") from error
    except (RuntimeError, zlib.error, OSError, ValueError) as error:
        raise UnreadableInput(f"The Word file is broken: {error}.", at=name, remedy=_HOW_TO_MEND) from error
    if broken is not None:
        raise UnreadableInput(f"The Word file is broken in its part {broken}.", at=name, remedy=_HOW_TO_MEND)


class _Reader:
    """Reads the body of a Word file into lines, and its notes."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self._writer = Writer()
        self._numbering = Numbering(word)
        self._notes = _notes(word)
        self._places: dict[tuple[str, str], int] = {}
        self._title: int | None = None
        self._deleted = self._inserted = 0

    def read(self) -> None:
        self._blocks(self._word.element.body)

    def page(self) -> tuple[Page, Kind | None]:
        """The page; and the kind of document, where its title says it in capitals."""
        lines = tuple(self._writer.lines)
        words = lines[0].words if lines else ""
        top = top_of(lines)
        capitals = kind_of(words.title()) if words.isupper() else Kind.OTHER
        if top is None and lines and (self._title == 0 or capitals is not Kind.OTHER):
            match = NUMBERED.match(words)
            top = Top(None, 0, match["number"] if match else None, 1)
        notes = tuple(self._notes.get(key, "") for key in self._places)
        marks = self._writer.marks_of([str(number) for number in range(1, len(notes) + 1)])
        return Page(lines, top, notes, marks), None if capitals is Kind.OTHER else capitals

    def findings(self, id: str) -> Iterator[Finding]:
        """What was told apart or left out."""
        if self._deleted or self._inserted:
            yield _finding(
                id,
                "tracked-changes",
                f"The file has tracked changes: {self._inserted} insertions, read as text, and {self._deleted} "
                "deletions, left out.",
                "Accept or reject them in Word, if that is not what was meant.",
            )
        for words in dict.fromkeys(_margins(self._word)):
            yield _finding(id, "page-margin", f"The head or foot of its pages says “{words}”.", "Look what it means.")
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
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                self._blocks(element)

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._numbering.style_of(paragraph)
        if _TITLES.match(style) and self._title is None:
            self._title = len(self._writer.lines)
        label = self._numbering.label(paragraph)
        if label:
            self._writer.words(f"{label} ")
            if label != "•":
                self._writer.line()
        boxes = self._run(paragraph)
        self._writer.paragraph(heading=_HEADINGS.match(style) is not None)
        for box in boxes:
            self._blocks(box)

    def _table(self, table: etree._Element) -> None:
        for row in table.iter(qn("w:tr")):
            cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
            for position, cell in enumerate(cells):
                if position:
                    self._writer.tab()
                for paragraph in cell.iterchildren(qn("w:p")):
                    self._writer.words(" ")
                    self._run(paragraph)
            self._writer.paragraph()

    # -- running text -----------------------------------------------------------------------

    def _run(self, element: etree._Element) -> list[etree._Element]:
        """The words of a paragraph; what stands in text boxes is handed back."""
        boxes: list[etree._Element] = []
        for child in element:
            tag = child.tag
            self._deleted += tag == qn("w:del")
            self._inserted += tag == qn("w:ins")
            if tag in _PASSED_OVER or not isinstance(tag, str):
                continue
            if tag == qn("w:txbxContent"):
                boxes.append(child)
            elif tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                self._mark(child)
            elif not self._character(child):
                boxes += self._run(child)
        return boxes

    def _character(self, element: etree._Element) -> bool:
        match etree.QName(element).localname:
            case "t":
                self._writer.words(element.text)
            case "tab" | "ptab":
                self._writer.words(" ")
            case "br" | "cr":
                self._writer.line()
            case "noBreakHyphen":
                self._writer.words("-")
            case _:
                return False
        return True

    def _mark(self, reference: etree._Element) -> None:
        kind = _FOOTNOTES if reference.tag == qn("w:footnoteReference") else _ENDNOTES
        key = kind, reference.get(qn("w:id")) or ""
        place = self._places.setdefault(key, len(self._places))
        self._writer.mark(place, str(place + 1))


def _notes(word: WordFile) -> dict[tuple[str, str], str]:
    """The words of each footnote and endnote; Word's own separators have none."""
    found = {}
    for relation in word.part.rels.values():
        kind = next((kind for kind in (_FOOTNOTES, _ENDNOTES) if relation.reltype.endswith(kind)), None)
        if kind is None or relation.is_external:
            continue
        for note in parse_xml(relation.target_part.blob):
            if note.get(qn("w:type")) not in ("separator", "continuationSeparator", "continuationNotice"):
                found[kind, note.get(qn("w:id")) or ""] = "\n".join(_paragraphs(note))
    return found


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for paragraph in element.iter(qn("w:p")):
        words = " ".join("".join(text.text or "" for text in paragraph.iter(qn("w:t"))).split())
        if words:
            yield words


def _margins(word: WordFile) -> Iterator[str]:
    """What the heads and feet of the pages say, but for numbers of pages."""
    for section in word.sections:
        for margin in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not margin.is_linked_to_previous:
                yield from (words for words in _paragraphs(margin._element) if not words.isdecimal())


def _finding(id: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(code, message, Citation(id, 0, 0), remedy=remedy, severity=Severity.NOTE)
