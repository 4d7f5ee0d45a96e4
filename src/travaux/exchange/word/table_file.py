"""Writes a sheet with tables as a Word file (.docx): real tables with a head that comes again on every page.

Words that changed are underlined or struck through, as nobody's tracked changes: a table compares, it proposes nothing.
"""

from __future__ import annotations

import datetime
import re

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from travaux.compare.redline import Change
from travaux.errors import UnwritableText
from travaux.exchange.sheet import Cell, Line, Sheet, Table
from travaux.exchange.word.blank import saved

_FONT, _SIZE = "Times New Roman", 9
_INSERTED, _DELETED = RGBColor(0x10, 0x60, 0x3A), RGBColor(0x9A, 0x2C, 0x1B)
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = datetime.datetime(1980, 1, 1)
_NAMED = Mm(26)
_MARGIN = Mm(15)
_PAGE = (Mm(297), Mm(210))


def write_table(sheet: Sheet) -> bytes:
    """The sheet as a Word file, in landscape. The same sheet gives the same bytes.

    Raises UnwritableText where a sign has no place in XML.
    """
    word = docx.Document()
    _set_page(word, sheet.title)
    _paragraph(word.add_paragraph(), sheet.title, size=13, bold=True)
    for piece in sheet.pieces:
        if isinstance(piece, Table):
            _table(word, piece)
        else:
            _line(word.add_paragraph(), piece)
    for about in sheet.about:
        told = "; ".join(f"{name}: {' '.join(value.split())}" for name, value in about.facts)
        _paragraph(word.add_paragraph(), told, size=7)
    return saved(word)


def _set_page(word: WordFile, title: str) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    style = word.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE)
    style.paragraph_format.space_after = Pt(3)
    core = word.core_properties
    core.title, core.author, core.comments, core.last_modified_by = title[:255], "", "", ""
    core.created = core.modified = _EPOCH


def _table(word: WordFile, table: Table) -> None:
    if table.caption:
        _paragraph(word.add_paragraph(), table.caption, bold=True)
    laid: WordTable = word.add_table(rows=1 + len(table.rows), cols=len(table.heads), style="Table Grid")
    laid.autofit = False
    for cell, head in zip(laid.rows[0].cells, table.heads, strict=True):
        _paragraph(cell.paragraphs[0], head, bold=True)
    # The head comes again on every page.
    properties: etree._Element = laid.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(table.rows, start=1):
        for place, (cell, lines) in enumerate(zip(laid.rows[number].cells, row, strict=True)):
            _fill(cell, lines, bold=place == 0)
    wide = (_PAGE[0] - 2 * _MARGIN - _NAMED) // max(len(table.heads) - 1, 1)
    for place, column in enumerate(laid.columns):
        for cell in column.cells:
            cell.width = _NAMED if place == 0 else wide


def _fill(cell: _Cell, lines: Cell, *, bold: bool) -> None:
    for number, line in enumerate(lines):
        _line(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), line, bold=bold)


def _line(paragraph: Paragraph, line: Line, *, bold: bool = False) -> None:
    for stretch in line.stretches:
        run = paragraph.add_run(_writable(stretch.words))
        run.bold = bold or None
        if stretch.change is Change.INSERTED:
            run.underline, run.font.color.rgb = True, _INSERTED
        elif stretch.change is Change.DELETED:
            run.font.strike, run.font.color.rgb = True, _DELETED


def _paragraph(paragraph: Paragraph, words: str, *, size: int = _SIZE, bold: bool = False) -> None:
    run = paragraph.add_run(_writable(words))
    run.bold, run.font.size = bold or None, Pt(size)
    fonts = run._element.get_or_add_rPr().find(qn("w:rFonts"))
    if fonts is not None:
        fonts.set(qn("w:ascii"), _FONT)


def _writable(words: str) -> str:
    found = _UNWRITABLE.search(words)
    if found:
        raise UnwritableText(
            f"The table has the sign U+{ord(found[0]):04X}, which no Word file can hold.",
            remedy="Correct the document that it comes from, and read it again.",
        )
    return words
