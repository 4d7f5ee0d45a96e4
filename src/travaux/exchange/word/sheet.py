"""A sheet with tables as a Word file: what came is underlined, what went is struck out, as on paper.

A comparison is read and not accepted, so its changes are no tracked ones.
"""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from travaux.compare.redline import Change
from travaux.errors import UnwritableText
from travaux.exchange.sheet import About, Cell, Line, Sheet, Table
from travaux.exchange.word.blank import UNWRITABLE, blank, plain, saved
from travaux.text.draft import ProvisionKind

#: More columns than this need the long side of the page.
_UPRIGHT = 2


#: How lines are set that head what is below them.
_STYLES = {ProvisionKind.PART: "Heading 1", ProvisionKind.HEADING: "Heading 2"}


def write_sheet(sheet: Sheet) -> bytes:
    """The sheet as a Word file; what its drafts are stands below it. Raises UnwritableText."""
    word = blank(title=sheet.title, foot=_foot(sheet.about))
    if any(isinstance(piece, Table) and len(piece.heads) > _UPRIGHT and not piece.shares for piece in sheet.pieces):
        _lay_down(word)
    word.add_paragraph(plain(sheet.title), style="Title")
    for piece in sheet.pieces:
        if isinstance(piece, Table):
            _table(word, piece)
        elif piece.kind is not ProvisionKind.TITLE or "".join(each.words for each in piece.stretches) != sheet.title:
            _line(word.add_paragraph(style=_STYLES.get(piece.kind)), piece)
    for about in sheet.about:
        word.add_paragraph(plain("\n".join(f"{name}: {value}" for name, value in about.facts)))
    return saved(word)


def _foot(drafts: tuple[About, ...]) -> str:
    return "; ".join(f"{about.draft}, {about.date or 'undated'}, SHA-256 {about.sha256[:16]}" for about in drafts)


def _lay_down(word: WordFile) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _table(word: WordFile, table: Table) -> None:
    if table.caption:
        word.add_paragraph(plain(table.caption), style="Heading 3")
    made = word.add_table(1, len(table.heads), style="Table Grid")
    _head(made, table.heads)
    for row in table.rows:
        cells = made.add_row().cells
        for cell, lines in zip(cells, row, strict=True):
            _cell(cell.paragraphs[0], lines)
    _widen(word, made, table.shares)


def _widen(word: WordFile, made: WordTable, shares: tuple[int, ...]) -> None:
    """Give each column its share of the width between the margins."""
    section = word.sections[0]
    if not shares or section.page_width is None or section.left_margin is None or section.right_margin is None:
        return
    whole = section.page_width - section.left_margin - section.right_margin
    made.autofit = False
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Length(whole * share // sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _head(made: WordTable, heads: tuple[str, ...]) -> None:
    """The heads in bold, again on every page."""
    row: _Row = made.rows[0]
    for cell, head in zip(row.cells, heads, strict=True):
        cell.paragraphs[0].add_run(plain(head)).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    properties: etree._Element = row._tr.get_or_add_trPr()
    properties.append(repeated)


def _cell(first: Paragraph, lines: Cell) -> None:
    for number, line in enumerate(lines):
        if number:
            first.add_run().add_break()
        _line(first, line)


def _line(paragraph: Paragraph, line: Line) -> None:
    for stretch in line.stretches:
        found = UNWRITABLE.search(stretch.words)
        if found:
            message = f"“{plain(stretch.words)[:40]}” has the sign U+{ord(found[0]):04X}, which no Word file can hold."
            raise UnwritableText(message, remedy="Correct the document that it comes from, and read it again.")
        run = paragraph.add_run(stretch.words)
        run.font.underline = stretch.change is Change.INSERTED or None
        run.font.strike = stretch.change is Change.DELETED or None
