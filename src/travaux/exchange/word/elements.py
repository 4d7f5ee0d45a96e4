"""The elements of a Word file that paragraphs with tracked changes and comments become."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from travaux.exchange.word.blank import plain
from travaux.exchange.word.tracked import Change, ChangeKind, Paragraph, Piece, TrackedText

#: How far each depth is set in, in twentieths of a point.
_INDENT = 480
_SIGNS = re.compile("[\t\n]|[^\t\n]+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_Place = tuple[int, int]


def elements(text: TrackedText, *, numbers: Mapping[str, int], styles: Mapping[str, str]) -> Iterator[etree._Element]:
    """The paragraphs, the ends of moves between them, and an empty paragraph at last: Word never gives up the end of
    the last one. `numbers` are the file's for the comments, `styles` its ids of the styles by their names."""
    first, last = _comment_places(text)
    writer = _Writer(numbers, styles, first, last)
    move: Change | None = None
    for index, paragraph in enumerate(text.paragraphs):
        found = next((change for change in paragraph.end if change.move), None)
        if (found and (found.kind, found.move)) != (move and (move.kind, move.move)):
            yield from writer.move_ends(move)
            yield from writer.move_begins(found)
            move = found
        yield writer.paragraph(index, paragraph)
    yield from writer.move_ends(move)
    yield OxmlElement("w:p")


def iso(date: datetime.datetime) -> str:
    """A time as Word writes it: '1963-02-12T00:00:00Z'."""
    return date.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _comment_places(text: TrackedText) -> tuple[dict[_Place, list[str]], dict[_Place, list[str]]]:
    """Which comments begin and which end with each piece."""
    first: dict[str, _Place] = {}
    last: dict[str, _Place] = {}
    for index, paragraph in enumerate(text.paragraphs):
        for place, piece in enumerate(paragraph.pieces):
            for id in piece.comments:
                first.setdefault(id, (index, place))
                last[id] = (index, place)
    order = [comment.id for comment in text.comments]
    return _by_place(first, order), _by_place(last, order)


def _by_place(places: Mapping[str, _Place], order: list[str]) -> dict[_Place, list[str]]:
    found: dict[_Place, list[str]] = {}
    for id in order:
        if id in places:
            found.setdefault(places[id], []).append(id)
    return found


@dataclass(slots=True)
class _Writer:
    """Makes elements; every change gets a number of its own."""

    comments: Mapping[str, int]
    styles: Mapping[str, str]
    begins: Mapping[_Place, list[str]]
    ends: Mapping[_Place, list[str]]
    number: int = 0
    opened: int = 0

    def move_begins(self, change: Change | None) -> Iterator[etree._Element]:
        if change is not None:
            element = self._change(f"{change.kind}RangeStart", change)
            element.set(qn("w:name"), change.move)
            self.opened = self.number
            yield element

    def move_ends(self, change: Change | None) -> Iterator[etree._Element]:
        if change is not None:
            yield _with(OxmlElement(f"w:{change.kind}RangeEnd"), id=str(self.opened))

    def paragraph(self, index: int, paragraph: Paragraph) -> etree._Element:
        element = OxmlElement("w:p")
        self._set(element, paragraph)
        for place, piece in enumerate(paragraph.pieces):
            for id in self.begins.get((index, place), []):
                element.append(_with(OxmlElement("w:commentRangeStart"), id=str(self.comments[id])))
            element.append(self._piece(piece))
            for id in self.ends.get((index, place), []):
                number = str(self.comments[id])
                element.append(_with(OxmlElement("w:commentRangeEnd"), id=number))
                run = OxmlElement("w:r")
                run.append(_with(OxmlElement("w:commentReference"), id=number))
                element.append(run)
        return element

    def _set(self, element: etree._Element, paragraph: Paragraph) -> None:
        """Style, indent and the changes of the paragraph's end."""
        properties = OxmlElement("w:pPr")
        if paragraph.style:
            properties.append(_with(OxmlElement("w:pStyle"), val=self.styles[paragraph.style]))
        if paragraph.depth:
            properties.append(_with(OxmlElement("w:ind"), left=str(_INDENT * paragraph.depth)))
        if paragraph.end:
            marks = OxmlElement("w:rPr")
            for kind in ChangeKind:  # the schema's order
                marks.extend(self._change(kind, change) for change in paragraph.end if change.kind is kind)
            properties.append(marks)
        if len(properties):
            element.append(properties)

    def _piece(self, piece: Piece) -> etree._Element:
        run = OxmlElement("w:r")
        deleted = any(change.kind is ChangeKind.DELETED for change in piece.changes)
        for match in _SIGNS.finditer(piece.words):
            words = match[0]
            if words in ("\t", "\n"):
                run.append(OxmlElement("w:tab" if words == "\t" else "w:br"))
                continue
            text = OxmlElement("w:delText" if deleted else "w:t")
            text.text = words
            text.set(_SPACE, "preserve")
            run.append(text)
        for change in reversed(piece.changes):
            around = self._change(change.kind, change)
            around.append(run)
            run = around
        return run

    def _change(self, name: str, change: Change) -> etree._Element:
        self.number += 1
        element = _with(OxmlElement(f"w:{name}"), id=str(self.number), author=plain(change.author))
        return _with(element, date=iso(change.date)) if change.date else element


def _with(element: etree._Element, **attributes: str) -> etree._Element:
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
