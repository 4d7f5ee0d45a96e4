"""Works out the numbers that Word prints before paragraphs; they stand nowhere in its file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from travaux.numerals import roman

_PART = "/numbering"
_PLACE = re.compile(r"%(\d)")
_MOST_STYLES = 12
_BULLETS = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: 'decimal', 'lowerLetter' ..., '%1.%2.', and from what number on.

    Lists of one `group` count on from each other, unless one `restarts`.
    """

    form: str
    text: str
    start: int
    group: str
    restarts: bool


class Numbering:
    """Counts the lists of a Word file; its paragraphs are asked about in their order."""

    def __init__(self, word: WordFile) -> None:
        self._styles = {style.style_id: style for style in word.styles}
        self._levels = _levels(word)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def style_of(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style."""
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle") or "")
        return (style.name or "") if style is not None else ""

    def label(self, paragraph: etree._Element) -> str:
        """'1.', '(a)', '•'; '' for a paragraph that is not numbered."""
        number, depth = self._place(paragraph)
        level = self._levels.get((number, depth))
        return self._next(number, depth, level) if level is not None else ""

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and the level that a paragraph, its style, or a style that this is based on says it has."""
        number = depth = None
        for source in (paragraph, *self._styles_of(paragraph)):
            number = number or _value(source, "w:pPr/w:numPr/w:numId")
            depth = depth or _value(source, "w:pPr/w:numPr/w:ilvl")
            if number:
                break
        return number or "0", int(depth or 0)

    def _styles_of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle") or "")
        for _ in range(_MOST_STYLES):
            if style is None:
                return
            yield style.element
            style = self._styles.get(_value(style.element, "w:basedOn") or "")

    def _next(self, number: str, depth: int, level: _Level) -> str:
        if level.form in _BULLETS:
            return "•" if level.form == "bullet" else ""
        if (number, depth) not in self._begun and level.restarts:
            self._counts[level.group].pop(depth, None)
        self._begun.add((number, depth))
        counts = self._counts[level.group]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda place: self._printed(number, int(place[1]) - 1), level.text)

    def _printed(self, number: str, depth: int) -> str:
        level = self._levels.get((number, depth))
        if level is None:
            return ""
        return numeral(self._counts[level.group].get(depth, level.start), level.form)


def numeral(count: int, form: str) -> str:
    """A number in one of Word's forms."""
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
        group = _value(number, "w:abstractNumId") or ""
        form = abstract.get(group)
        for level in form.iter(qn("w:lvl")) if form is not None else ():
            depth = int(level.get(qn("w:ilvl")) or 0)
            found[number.get(qn("w:numId")) or "", depth] = _level(level, group, _override(number, depth))
    return found


def _override(number: etree._Element, depth: int) -> etree._Element | None:
    """What a list says otherwise of a level than the lists that it shares its form with."""
    overrides = number.iterchildren(qn("w:lvlOverride"))
    return next((one for one in overrides if one.get(qn("w:ilvl")) == str(depth)), None)


def _level(level: etree._Element, group: str, override: etree._Element | None) -> _Level:
    own = override.find(qn("w:lvl")) if override is not None else None
    level = level if own is None else own
    start = _value(override, "w:startOverride") if override is not None else None
    return _Level(
        _value(level, "w:numFmt") or "decimal",
        _value(level, "w:lvlText") or "",
        int(start or _value(level, "w:start") or 1),
        group,
        restarts=start is not None,
    )


def _value(element: etree._Element, path: str) -> str | None:
    """The w:val of the element at a path below another."""
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return found.get(qn("w:val")) if found is not None else None
