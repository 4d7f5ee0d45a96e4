"""Reads the running text of a Word file: the words of paragraphs, in reading order, as its reader sees them.

Tracked insertions are words, tracked deletions are none; both are counted. Codes of fields are passed over, what they
show is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docx.oxml.ns import qn
from lxml import etree

from travaux.record.formats.writing import Writer

#: What stands in a paragraph and is none of its words: deleted text, field codes, the second form of a picture.
_PASSED_OVER = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr", "w:sdtPr")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_REFERENCES = frozenset((qn("w:footnoteReference"), qn("w:endnoteReference")))
_BOX = qn("w:txbxContent")
_WHITE = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}


class Runs:
    """Writes words into a writer; `mark` is called at each reference to a note, with the mark typed for it or None."""

    def __init__(self, writer: Writer, mark: Callable[[etree._Element, str | None], None] | None = None) -> None:
        self.deleted = self.inserted = 0
        self._writer = writer
        self._mark = mark

    def read(self, element: etree._Element) -> list[etree._Element]:
        """The words of a paragraph, or of a part of one; what stands in text boxes is handed back."""
        boxes: list[etree._Element] = []
        typed = False
        for child in element:
            tag = child.tag
            self.deleted += tag == qn("w:del")
            self.inserted += tag == qn("w:ins")
            if tag in _PASSED_OVER or not isinstance(tag, str):
                continue
            if tag == _BOX:
                boxes.append(child)
            elif tag in _REFERENCES:
                typed = child.get(qn("w:customMarkFollows")) in ("1", "true", "on")
                if self._mark is not None:
                    self._mark(child, _typed_mark(child) if typed else None)
            elif typed and tag == qn("w:t"):
                typed = False  # the mark itself
            elif not self._character(child):
                boxes += self.read(child)
        return boxes

    def _character(self, element: etree._Element) -> bool:
        match etree.QName(element).localname:
            case "t":
                self._writer.words(element.text)
            case "br" | "cr":
                self._writer.line()
            case "sym":
                self._writer.words(symbol(element.get(qn("w:char")) or ""))
            case name if name in _WHITE:
                self._writer.words(_WHITE[name])
            case _:
                return False
        return True


def _typed_mark(reference: etree._Element) -> str | None:
    following = reference.getnext()
    return (following.text or "").strip() or None if following is not None and following.tag == qn("w:t") else None


def symbol(code: str) -> str:
    """A sign given by its code; fonts of signs have theirs in a private area, where F0B7 is the bullet."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if sign == "\uf0b7" else sign if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else ""


def plain_paragraphs(element: etree._Element) -> Iterator[str]:
    """The words of each line of notes, heads, feet and comments."""
    writer = Writer()
    runs = Runs(writer)
    for paragraph in element.iter(qn("w:p")):
        if next(paragraph.iterancestors(_BOX), None) is None:
            boxes = runs.read(paragraph)
            writer.paragraph()
            for box in boxes:
                yield from plain_paragraphs(box)
    yield from (line.words for line in writer.lines)


def is_bold(paragraph: etree._Element) -> bool:
    """Whether every word of a paragraph is set in bold type."""
    runs = [run for run in paragraph.iter(qn("w:r")) if any((text.text or "").strip() for text in run.iter(qn("w:t")))]
    return bool(runs) and all(_is_set_bold(run) for run in runs)


def _is_set_bold(run: etree._Element) -> bool:
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    strong = style is not None and style.get(qn("w:val")) == "Strong"
    return strong if bold is None else bold.get(qn("w:val")) not in ("0", "false", "off")
