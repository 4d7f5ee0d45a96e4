"""An empty Word file with the styles of a treaty, that says what it is; and the file as bytes.

The same file gives the same bytes, whenever it is written.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from lxml import etree

#: The styles of Word's own template that paragraphs may name, the plain one left out.
STYLES = ("Title", "Heading 1", "Heading 2", "Heading 3")
_PLAIN = "Normal"
_FONT = "Times New Roman"
#: The file has one time in all its parts: that of no clock.
_TIME = (1980, 1, 1, 0, 0, 0)
_EPOCH = datetime.datetime(1980, 1, 1)
#: What no XML can hold.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SET_OF_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
#: How long a text among what a file says of itself may be in Word.
_LONGEST = 255


def blank(*, title: str, foot: str = "", facts: Mapping[str, str] | None = None) -> WordFile:
    """A file without a text. `title` is its own, `foot` stands on every page, `facts` are its properties."""
    word = docx.Document()
    _set_styles(word)
    _say_what_it_is(word, plain(title), plain(foot), {name: plain(value) for name, value in (facts or {}).items()})
    return word


def saved(word: WordFile) -> bytes:
    """The file, with one time for all its parts."""
    written = io.BytesIO()
    word.save(written)
    return _dated(written.getvalue())


def plain(words: str) -> str:
    """Words that stand beside a text, with a sign in place of what XML cannot hold."""
    return UNWRITABLE.sub("\ufffd", words)


def _set_styles(word: WordFile) -> None:
    """Black letters of one family, as treaties are set; titles and articles in the middle."""
    for name in (_PLAIN, *STYLES):
        style = word.styles[name]
        style.font.name = _FONT
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None:
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name == _PLAIN:
            style.font.size = Pt(12)
            continue
        style.font.size = Pt(14 if name in STYLES[:2] else 12)
        style.font.bold = True
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(12)
    border = word.styles["Title"].element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _say_what_it_is(word: WordFile, title: str, foot: str, facts: Mapping[str, str]) -> None:
    core = word.core_properties
    core.title, core.author, core.last_modified_by = title[:_LONGEST], "", ""
    core.comments = foot[:_LONGEST]
    core.created = core.modified = _EPOCH
    if foot:
        line = word.sections[0].footer.paragraphs[0]
        line.text = foot
        line.runs[0].font.size = Pt(8)
    if facts:
        part = Part(PackURI("/docProps/custom.xml"), _CONTENT, _properties(facts), word.part.package)
        word.part.package.relate_to(part, _RELATION)


def _properties(facts: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TYPES})
    for number, (name, value) in enumerate(facts.items(), start=2):
        one = etree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_SET_OF_PROPERTIES, pid=str(number), name=name)
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _dated(data: bytes) -> bytes:
    """The same archive with one time for all its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as dated:
        for entry in archive.infolist():
            info = zipfile.ZipInfo(entry.filename, _TIME)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            dated.writestr(info, archive.read(entry))
    return written.getvalue()
