"""Works out the numbers that Word prints before paragraphs; they stand nowhere in its file."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from travaux.numerals import roman

_PART = "/numbering"
_PLACE = re.compile(r"%(\d)")
_BULLETS = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: 'decimal', 'lowerLetter' ..., '%1.%2.', and from what number on."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the lists of a Word file; its paragraphs are asked about in their order."""

    def __init__(self, word: WordFile) -> None:
        self._styles = {style.style_id: style for style in word.styles}
        self._levels = _levels(word)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def style_of(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style."""
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle") or "")
        return (style.name or "") if style is not None else ""

    def label(self, paragraph: etree._Element) -> str:
        """'1.', '(a)', '•'; '' for a paragraph that is not numbered."""
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle") or "")
        sources = [paragraph] + ([style.element] if style is not None else [])
        numbered = next((source for source in sources if _value(source, "w:pPr/w:numPr/w:numId")), None)
        if numbered is None:
            return ""
        number = _value(numbered, "w:pPr/w:numPr/w:numId") or "0"
        depth = int(_value(numbered, "w:pPr/w:numPr/w:ilvl") or 0)
        level = self._levels.get((number, depth))
        return self._next(number, depth, level) if level is not None else ""

    def _next(self, number: str, depth: int, level: _Level) -> str:
        if level.form in _BULLETS:
            return "•" if level.form == "bullet" else ""
        counts = self._counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda place: self._printed(number, int(place[1]) - 1), level.text)

    def _printed(self, number: str, depth: int) -> str:
        level = self._levels.get((number, depth))
        if level is None:
            return ""
        return _numeral(self._counts[number].get(depth, level.start), level.form)


def _numeral(count: int, form: str) -> str:
    letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    match form:
        case "lowerLetter":
            return letter
        case "upperLetter":
            return letter.upper()
        case "lowerRoman":
            return roman(count).lower()
        case "upperRoman":
            return roman(count)
        case _:
            return str(count)


def _levels(word: WordFile) -> dict[tuple[str, int], _Level]:
    part = next((one.target_part for one in word.part.rels.values() if one.reltype.endswith(_PART)), None)
    if part is None:
        return {}
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    abstract = {one.get(qn("w:abstractNumId")): one for one in root.iter(qn("w:abstractNum"))}
    found = {}
    for number in root.iter(qn("w:num")):
        form = abstract.get(_value(number, "w:abstractNumId"))
        for level in form.iter(qn("w:lvl")) if form is not None else ():
            place = number.get(qn("w:numId")) or "", int(level.get(qn("w:ilvl")) or 0)
            found[place] = _Level(
                _value(level, "w:numFmt") or "decimal",
                _value(level, "w:lvlText") or "",
                int(_value(level, "w:start") or 1),
            )
    return found


def _value(element: etree._Element, path: str) -> str | None:
    """The w:val of the element at a path below another."""
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return found.get(qn("w:val")) if found is not None else None
