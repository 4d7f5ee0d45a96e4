"""A document of the record as TEI P5, in the manner of *Foreign Relations*: what it says, with notes, pages and
references at their places. It is read again by `record.read`.

Rows of a table, items and quotations that follow one another stand in one table, list or quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from lxml import etree

from travaux.exchange.signs import visible
from travaux.record.document import BlockKind, Document, Note

TEI = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PLACE = re.compile(r"d\d+[A-Za-z]?")
_WRAPPERS = {BlockKind.ROW: "table", BlockKind.ITEM: "list", BlockKind.QUOTATION: "quote"}
_ELEMENTS = {BlockKind.HEADING: "head", BlockKind.ITEM: "item", BlockKind.CLOSING: "closer"}


def write_document(document: Document) -> bytes:
    """The document as a TEI text of its own, in UTF-8."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    volume, _, place = document.id.rpartition("/")
    if not _PLACE.fullmatch(place):
        volume, place = document.id, "d1"
    _header(root, document, volume)
    body = _child(_child(root, "text"), "body")
    _Body(document, volume).write(_child(body, "div", type="document", n=document.number or "", id=place))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _child(parent: etree._Element, name: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{TEI}}}{name}")
    for key, value in attributes.items():
        if value:
            element.set(_ID if key == "id" else key, visible(value))
    _say(element, words)
    return element


def _say(element: etree._Element, words: str) -> None:
    """Put words at the end of an element; a line end in them is a break."""
    for index, line in enumerate(words.split("\n")):
        if index:
            etree.SubElement(element, f"{{{TEI}}}lb")
        if line and len(element):
            element[-1].tail = (element[-1].tail or "") + visible(line)
        elif line:
            element.text = (element.text or "") + visible(line)


def _header(root: etree._Element, document: Document, volume: str) -> None:
    """What the file is: the document, its volume, the hash of its words, its date, and where it comes from."""
    description = _child(_child(root, "teiHeader"), "fileDesc")
    _child(_child(description, "titleStmt"), "title", document.title)
    publication = _child(description, "publicationStmt")
    _child(publication, "idno", volume, type="frus")
    _child(publication, "idno", document.id, type="document")
    _child(publication, "idno", sha256(document.text.encode()).hexdigest(), type="sha256")
    if document.date:
        _child(publication, "date", when=document.date.isoformat())
    source = _child(description, "sourceDesc")
    _child(source, "p", document.source_note.text if document.source_note else "No source is stated.")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Something at a place of the text: a note, a page, or the beginning or end of a reference."""

    at: int
    rank: int
    name: str
    words: str


class _Body:
    """Writes the body with what is anchored in it."""

    def __init__(self, document: Document, volume: str) -> None:
        self._document = document
        self._volume = volume
        self._anchors = sorted(self._all(), key=lambda anchor: (anchor.at, anchor.rank))
        self._notes = {f"{index}": note for index, note in enumerate(document.notes)}

    def _all(self) -> Iterator[_Anchor]:
        document = self._document
        for reference in document.references:
            if not reference.at.note:
                yield _Anchor(reference.at.end, 0, "end", "")
                yield _Anchor(reference.at.start, 3, "ref", reference.target)
        for index, note in enumerate(document.notes):
            if note.offset is not None:
                yield _Anchor(note.offset, 1, "note", str(index))
        for page in document.page_breaks:
            yield _Anchor(page.offset, 2, "pb", page.page)

    def write(self, div: etree._Element) -> None:
        document = self._document
        head = _child(div, "head", f"{document.number}. {document.title}" if document.number else document.title)
        self._source(div, head)
        dateline = _child(_child(div, "opener"), "dateline", document.dateline) if document.dateline else None
        # Of a note beside the text it is not known whether it is on the heading; the first there is the source note.
        beside = head if document.source_note or dateline is None else dateline
        for note in document.notes:
            if note.offset is None:
                self._note(beside, note)
        if document.subject:
            subject = _child(div, "list")
            _child(subject, "head", "SUBJECT")
            _child(subject, "item", document.subject)
        for kind, blocks in groupby(range(len(document.body)), key=lambda index: document.body[index].kind):
            parent = _child(div, _WRAPPERS[kind]) if kind in _WRAPPERS else div
            for index in blocks:
                self._block(parent, kind, index)
        if document.signed:
            _child(_child(div, "closer"), "signed", document.signed)

    def _source(self, div: etree._Element, head: etree._Element) -> None:
        """The source note on the heading, or the file line of older volumes with the marking under it. One that stands
        in the text itself is written there."""
        source, document = self._document.source_note, self._document
        if source is None or (source.text and source.text in document.text):
            return
        if source.mark:
            self._said(_child(head, "note", type="source", n=source.mark), source.mark, source.text)
            return
        if source.text:
            _child(div, "note", source.text, rend="inline")
        classified = "" if source.classification in (None, "none") else source.classification
        marking = [*filter(None, [(classified or "").replace("-", " ").upper()]), *source.handling]
        if marking:
            _child(div, "p", "; ".join(marking))

    def _block(self, parent: etree._Element, kind: BlockKind, index: int) -> None:
        start, text = self._document.starts[index], self._document.body[index].text
        if kind is BlockKind.ROW:
            row, at = _child(parent, "row"), start
            for cell in text.split("\t"):
                self._run(_child(row, "cell"), at, at + len(cell))
                at += len(cell) + 1
        elif kind is BlockKind.DATELINE:
            self._run(_child(_child(parent, "opener"), "dateline"), start, start + len(text))
        else:
            self._run(_child(parent, _ELEMENTS.get(kind, "p")), start, start + len(text))

    def _run(self, element: etree._Element, start: int, end: int) -> None:
        """The words from `start` to `end` with what is anchored in them, and at their end."""
        at, holders = start, [element]
        for anchor in self._anchors:
            if not start <= anchor.at <= end or (anchor.name == "end" and len(holders) == 1):
                continue
            holder = holders[-1]
            _say(holder, self._document.text[at : anchor.at])
            at = anchor.at
            if anchor.name == "ref":
                holders.append(_child(holder, "ref", target=self._target(anchor.words)))
            elif anchor.name == "end":
                holders.pop()
            elif anchor.name == "note":
                self._note(holder, self._notes[anchor.words])
            else:
                _child(holder, "pb", n=anchor.words)
        _say(holders[-1], self._document.text[at:end])

    def _target(self, target: str) -> str:
        volume, _, place = target.rpartition("/")
        return f"#{place}" if volume == self._volume else f"{volume}#{place}"

    def _note(self, parent: etree._Element, note: Note) -> None:
        element = _child(parent, "note", n=note.mark)
        lines = note.text.split("\n")
        at = 0
        for line in lines:
            self._said(_child(element, "p") if len(lines) > 1 else element, note.mark, line, at)
            at += len(line) + 1

    def _said(self, element: etree._Element, mark: str, words: str, start: int = 0) -> None:
        """A line of a note, with the references in it; the line begins at `start` of the note."""
        at = 0
        cited = [each for each in self._document.references if each.at.note == mark]
        for span, same in groupby(cited, key=lambda each: (each.at.start - start, each.at.end - start)):
            first, last = span
            if at <= first <= last <= len(words):
                _say(element, words[at:first])
                holder = element
                for each in same:
                    holder = _child(holder, "ref", target=self._target(each.target))
                _say(holder, words[first:last])
                at = last
        _say(element, words[at:])
