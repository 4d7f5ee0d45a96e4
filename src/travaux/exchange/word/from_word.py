"""Reads a Word file with its tracked changes and comments, as somebody sent it. Accepts and rejects nothing.

What is no words (pictures, changes of form, hidden text) stands as an oddity at its place, so that none is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from travaux.errors import UnreadableInput
from travaux.exchange.word import beside
from travaux.exchange.word.facts import OF_DRAFT
from travaux.exchange.word.tracked import UNNAMED, Change, ChangeKind, Oddity, Paragraph, Piece, TrackedText
from travaux.record.formats.docx_numbering import Numbering
from travaux.record.formats.docx_package import BROKEN, broken, word_file

_CHANGES = {qn(f"w:{kind}"): kind for kind in ChangeKind}
_AROUND = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag")) | set(_CHANGES)
_FORM = frozenset(
    qn(f"w:{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "numbering")
)
_CELLS = frozenset(qn(f"w:{name}") for name in ("cellIns", "cellDel", "cellMerge"))
_PASSED_OVER = frozenset(qn(f"w:{name}") for name in ("instrText", "delInstrText", "sdtPr", "sdtEndPr", "fldChar")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PICTURES = frozenset(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
_SIGNS = {"br": "\n", "cr": "\n", "ptab": "\t", "tab": "\t", "noBreakHyphen": "-"}


def from_word(data: bytes, *, name: str) -> TrackedText:
    """The text of a Word file; `name` is the file's, for messages. Raises UnreadableInput where it cannot be read.

    In a file that was written from a draft, tabs are meant as they are; in others they are blanks.
    """
    word = word_file(data, name=name)
    try:
        facts = beside.facts(word)
        reader = _Reader(word, exact=OF_DRAFT in facts)
        reader.blocks(word.element.body)
        elements = tuple(reader.elements)
        text = TrackedText(
            paragraphs=tuple(reader.paragraphs),
            comments=tuple(beside.comments(word)),
            notes=tuple(reader.notes()),
            facts=facts,
            labels=lambda: _labels(word, elements),
            oddities=tuple(beside.margins(word, facts)),
            exact=OF_DRAFT in facts,
        )
    except BROKEN as error:
        raise broken(error, name) from error
    if not any(piece.words.strip() for paragraph in text.paragraphs for piece in paragraph.pieces):
        raise UnreadableInput("There are no words in the Word file.", at=name, remedy="Give one with a text in it.")
    return text


def _labels(word: WordFile, elements: tuple[etree._Element | None, ...]) -> Callable[[int], str]:
    numbering = Numbering(word)

    def label(index: int) -> str:
        element = elements[index]
        said = numbering.label(element) if element is not None else ""
        return f"{said} " if said else ""

    return label


@dataclass(slots=True)
class _Reader:
    """Goes through the elements of a file in reading order; `within` are the changes around the present one."""

    word: WordFile
    exact: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    elements: list[etree._Element | None] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    within: tuple[Change, ...] = ()
    comments: frozenset[str] = frozenset()
    boxes: list[etree._Element] = field(default_factory=list)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    typed: bool = False

    def notes(self) -> Iterator[tuple[str, str]]:
        """The words of the notes that have a mark in the text, and of those that have none."""
        said = beside.notes(self.word)
        yield from ((mark, said.get(key, "")) for key, mark in self.marks.items())
        yield from ((f"–{count}", said[key]) for count, key in enumerate(self._unmarked(said), start=1))

    def _unmarked(self, said: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
        return [key for key, words in said.items() if key not in self.marks and words]

    # -- blocks -----------------------------------------------------------------------------

    def blocks(self, parent: etree._Element) -> None:
        """The paragraphs and tables below an element."""
        for element in parent:
            tag = element.tag
            if tag == qn("w:p"):
                self._paragraph(element)
            elif tag == qn("w:tbl"):
                self._table(element)
            elif tag in _AROUND:
                self._under(element, self.blocks)
            elif tag in (qn("w:altChunk"), qn("w:subDoc")):
                self._odd("part-not-read", "Another document is put in here, which was not read.", "Ask for its text.")
                self._end(None)
            elif isinstance(tag, str):
                self._comment_range(element)
                self._changes_of_form(element)

    def _under(self, element: etree._Element, read: Callable[[etree._Element], None]) -> None:
        """Reads what an element holds, under the change that it is, if it is one."""
        before = self.within
        change = _change(element)
        self.within = (*before, change) if change else before
        read(element)
        self.within = before

    def _paragraph(self, element: etree._Element) -> None:
        properties = element.find(qn("w:pPr"))
        marks = properties.find(qn("w:rPr")) if properties is not None else None
        ends = [change for change in map(_change, marks if marks is not None else ()) if change]
        self._changes_of_form(properties)
        self.inside(element)
        self._end(element, (*self.within, *ends))

    def _end(self, element: etree._Element | None, end: tuple[Change, ...] = ()) -> None:
        """The end of a paragraph, then what stood in boxes within it."""
        self.paragraphs.append(Paragraph(tuple(self.pieces), end))
        self.elements.append(element)
        boxes, self.pieces, self.boxes = self.boxes, [], []
        for box in boxes:
            self.blocks(box)

    def _table(self, table: etree._Element) -> None:
        for row in _below(table, qn("w:tr")):
            before = self.within
            properties = row.find(qn("w:trPr"))
            self._changes_of_form(properties)
            self.within += tuple(c for c in map(_change, properties if properties is not None else ()) if c)
            for place, cell in enumerate(_below(row, qn("w:tc"))):
                if place:
                    self._words("\t")
                self._cell(cell)
            self._end(None, self.within)
            self.within = before

    def _cell(self, cell: etree._Element) -> None:
        self._changes_of_form(cell.find(qn("w:tcPr")))
        for place, element in enumerate(_below(cell, qn("w:p"), qn("w:tbl"))):
            if element.tag == qn("w:tbl"):
                self._odd("table-in-table", "A table stands within a table; its rows come after the row.")
                self.boxes.append(_alone(element))
                continue
            if place:
                self._words(" ")
            if _is_tracked_end(element):
                self._odd("paragraph-in-cell", "Paragraphs of a cell were joined or parted.", "Compare the cells.")
            self._changes_of_form(element.find(qn("w:pPr")))
            self.inside(element)

    # -- words ------------------------------------------------------------------------------

    def inside(self, parent: etree._Element) -> None:
        """The words of a paragraph, or of a part of one."""
        for element in parent:
            tag = element.tag
            if tag in _CHANGES:
                self._under(element, self.inside)
            elif tag in _PASSED_OVER or not isinstance(tag, str):
                continue
            elif tag == qn("w:txbxContent"):
                self._odd("text-box", "A text box stands here; its words come after the paragraph.")
                self.boxes.append(element)
            elif tag in (qn("w:rPr"), qn("w:pPr")):
                self._form(element)
            elif not (self._comment_range(element) or self._note(element) or self._sign(element)):
                self._told(element)
                self.inside(element)

    def _form(self, properties: etree._Element) -> None:
        if properties.tag == qn("w:rPr"):
            self._changes_of_form(properties)
            hidden = properties.find(qn("w:vanish"))
            if hidden is not None and hidden.get(qn("w:val")) not in ("0", "false", "off"):
                self._odd("hidden-words", "Words are set as hidden here; they are read like all others.")

    def _sign(self, element: etree._Element) -> bool:
        """Reads an element that is words or a sign; whether it was one."""
        named = etree.QName(element)
        if named.localname in ("t", "delText"):
            if not self.typed:
                self._words(element.text or "")
            self.typed = False
        elif named.localname in _SIGNS:
            sign = _SIGNS[named.localname]
            self._words(" " if sign == "\t" and not self.exact else sign)
        elif named.localname == "sym":
            self._words(beside.symbol(element.get(qn("w:char")) or ""))
        else:
            return False
        return True

    def _told(self, element: etree._Element) -> None:
        """Says where there is something beside words."""
        if element.tag in _PICTURES and not any(True for _ in element.iter(qn("w:txbxContent"))):
            self._odd("picture", "A picture or an object stands here, which was not read.", "Look at it in Word.")
        elif element.tag in (f"{_MATHS}oMath", f"{_MATHS}oMathPara"):
            self._odd("equation", "An equation stands here; only its letters and figures are read.", "Compare it.")

    def _comment_range(self, element: etree._Element) -> bool:
        id = element.get(qn("w:id")) or ""
        if element.tag == qn("w:commentRangeStart"):
            self.comments |= {id}
        elif element.tag == qn("w:commentRangeEnd"):
            self.comments -= {id}
        elif element.tag == qn("w:commentReference"):
            self.pieces.append(Piece("", self.within, self.comments | {id}))
        else:
            return False
        return True

    def _note(self, element: etree._Element) -> bool:
        kind = beside.REFERENCES.get(str(element.tag))
        if kind is None:
            return False
        count = 1 + sum(one == kind for one, _ in self.marks)
        key = kind, element.get(qn("w:id")) or ""
        self.typed = element.get(qn("w:customMarkFollows")) in ("1", "true", "on")
        mark = self.marks.setdefault(key, beside.mark(kind, count))
        self.pieces.append(Piece("", self.within, self.comments, note=mark))
        if self.within:
            self._odd(
                "note-changed", f"The mark of note {mark} came or went with a tracked change.", "See to the note."
            )
        return True

    def _changes_of_form(self, properties: etree._Element | None) -> None:
        for element in properties if properties is not None else ():
            if element.tag in _FORM:
                who = element.get(qn("w:author")) or "Somebody"
                self._odd("form-changed", f"{who} changed how it is set here, not its words.")
            elif element.tag in _CELLS:
                self._odd("cells-changed", "Cells were put in, taken out or joined here.", "Compare the tables.")

    def _words(self, words: str) -> None:
        if words:
            self.pieces.append(Piece(words, self.within, self.comments))

    def _odd(self, code: str, message: str, remedy: str = "Look whether it matters.") -> None:
        self.pieces.append(Piece("", self.within, self.comments, oddity=Oddity(code, message, remedy)))


def _change(element: etree._Element) -> Change | None:
    """The tracked change that an element is, or None."""
    kind = _CHANGES.get(str(element.tag))
    if kind is None:
        return None
    author = " ".join((element.get(qn("w:author")) or "").split())
    return Change(kind, author or UNNAMED, beside.time(element.get(qn("w:date"))))


def _is_tracked_end(paragraph: etree._Element) -> bool:
    marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return any(_change(mark) for mark in marks) if marks is not None else False


def _below(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The rows of a table, the cells of a row, what stands in a cell: those in content controls too."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _AROUND:
            yield from _below(child, *tags)


def _alone(table: etree._Element) -> etree._Element:
    """Something that holds the table and nothing else."""
    holder = etree.Element(qn("w:sdtContent"))
    holder.append(table)
    return holder
