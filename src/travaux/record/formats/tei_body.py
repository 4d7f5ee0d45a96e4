"""Turns one document of a TEI volume into pieces and notes, every word once and in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, count

from lxml import etree

from travaux.record.sheet import Piece, Place, PrintedNote, Role
from travaux.record.strand import Spacing, Strand, StrandBuilder, joined, spaced

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: Makes a named tuple in half the time that its own constructor takes; most paragraphs come this way.
_new = tuple.__new__

#: Elements that stand on lines of their own even inside a paragraph, an item or a cell.
STANDING = frozenset("p list table quote closer opener postscript attachment figure dateline".split())
CONTAINERS = frozenset("opener attachment quote postscript figure table".split())
#: Elements whose content is the encoder's remark and no part of the page.
SILENT = frozenset("page-count-according-to-citation file pdf problem uh-oh graphic gap".split())
HEADING_RENDS = frozenset({"center", "sectiontitleital"})
#: Elements that only say what words are, and that stand in running text by the hundred thousand.
WORDS = frozenset(f"{TEI}{name}" for name in "persName gloss hi placeName date time seg orgName term".split())
_PARAGRAPH = f"{TEI}p"
#: It takes Python ten times as long to find a member in its class as a name.
_TEXT, _BODY = Role.TEXT, Place.BODY
TARGET = re.compile(r"(?:(?P<volume>[\w-]+)?#)?(?P<place>d\d+[A-Za-z]?(?:fn\d+)?)")


class _Names(dict[object, str]):
    """Tags without their namespace, each cut off once; '' for those of comments and processing instructions."""

    #: Volumes use some sixty; a file of strangers may make up any number.
    _MOST = 1024

    def __missing__(self, tag: object) -> str:
        name = tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""
        if len(self) < self._MOST:
            self[tag] = name
        return name


_NAMES = _Names()


def name_of(element: etree._Element) -> str:
    """The tag without its namespace; '' for comments and processing instructions."""
    return _NAMES[element.tag]


def opening(element: etree._Element) -> tuple[str, Iterator[etree._Element] | None]:
    """The words of an element up to the first child that is more than words, and the children from there on.

    These are None where nothing is to be anchored, as in three of four elements.
    """
    words = element.text or ""
    if not len(element):
        return words, None
    parts, children = [words], iter(element)
    for child in children:
        if child.tag not in WORDS or len(child):
            return "".join(parts), chain((child,), children)
        if text := child.text:
            parts.append(text)
        if text := child.tail:
            parts.append(text)
    return "".join(parts), None


def target_of(reference: etree._Element, volume: str) -> str | None:
    """'volume/d12' or 'volume/d12fn3'; None for pages and whole volumes."""
    match = TARGET.fullmatch(reference.get("target") or "")
    return f"{match['volume'] or volume}/{match['place']}" if match else None


def page_of(element: etree._Element) -> str:
    return (element.get("n") or (element.get(XML_ID) or "").removeprefix("pg_")).strip("[] ")


class BodyReader:
    """Reads one <div type="document">: afterwards `pieces` and `notes` hold all of it."""

    def __init__(self, volume: str, spacing: Spacing = spaced) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[PrintedNote] = []
        self._volume = volume
        self._spacing = spacing
        self._place = _BODY
        self._groups = count(1)
        self._titled = False
        self._filed = False

    def read(self, div: etree._Element) -> None:
        self._loose(div.text)
        for child in div:
            if child.tag == _PARAGRAPH:
                self._flow(child, _role_of(child) if child.keys() else _TEXT)
            else:
                self._top(child)
            tail = child.tail
            if tail and not tail.isspace():
                self._loose(tail)

    def _top(self, element: etree._Element) -> None:
        name = name_of(element)
        if name == "head" and not self._titled:
            self._titled = True
            self._line(Role.TITLE, element, Place.HEAD)
        elif name == "note" and element.get("rend") == "inline":
            self._line(Role.TEXT if self._filed else Role.FILE, element, Place.HEAD)
            self._filed = True
        elif name == "note" and not self._titled:
            self._note(element, StrandBuilder(self._spacing))
        else:
            self._standing(element)

    def _loose(self, text: str | None) -> None:
        if text and not text.isspace():
            self._add(Role.TEXT, Strand(self._spacing(text)))

    def _line(self, role: Role, element: etree._Element, place: Place) -> None:
        self._place = place
        self._add(role, self._inline(element))
        self._place = _BODY

    def _add(self, role: Role, strand: Strand, group: int = 0) -> None:
        if strand.text or strand.anchors:
            self.pieces.append(_new(Piece, (role, strand, group, None, "", False)))

    # -- running text -----------------------------------------------------------------------

    def _inline(self, element: etree._Element) -> Strand:
        words, rest = opening(element)
        if rest is None:
            return _new(Strand, (self._spacing(words), ()))
        builder = StrandBuilder(self._spacing)
        self._run(element, builder)
        return builder.strand()

    def _run(self, element: etree._Element, builder: StrandBuilder) -> None:
        raw, left = builder.raw, len(element)
        if not left:
            builder.words(element.text)
            return
        builder.edge(element.text)
        for child in element:
            left -= 1
            if child.tag in WORDS and not len(child):
                if words := child.text:
                    raw.append(words)
            else:
                self._inner(child, builder)
            if not left:
                builder.edge(child.tail)
            elif words := child.tail:
                raw.append(words)

    def _inner(self, element: etree._Element, builder: StrandBuilder) -> None:
        name = _NAMES[element.tag]
        if name == "note":
            self._note(element, builder)
        elif name == "pb":
            builder.page(page_of(element))
        elif name == "lb":
            builder.line()
        elif name == "ref" and (target := target_of(element, self._volume)):
            builder.open_reference(target)
            self._run(element, builder)
            builder.close_reference()
        elif name and name not in SILENT:
            self._run(element, builder)

    def _note(self, element: etree._Element, builder: StrandBuilder) -> None:
        """Keep a note and anchor its mark. A note with a target only repeats the mark of another."""
        if element.get("target"):
            return
        key, place = len(self.notes), self._place
        mark, source = (element.get("n") or "").strip(), element.get("type") == "source"
        builder.note(str(key))
        words, rest = opening(element)
        if rest is None:
            self.notes.append(_new(PrintedNote, (mark, _new(Strand, (self._spacing(words), ())), place, source)))
            return
        # Notes within it come after it.
        self.notes.append(PrintedNote(mark, Strand(), place, source))
        pieces, self.pieces, self._place = self.pieces, [], _BODY
        self._mixed(words, rest, _TEXT)
        strand = joined([piece.strand for piece in self.pieces], "\n")
        self.pieces, self._place = pieces, place
        self.notes[key] = _new(PrintedNote, (mark, strand, place, source))

    # -- pieces -----------------------------------------------------------------------------

    def _flow(self, element: etree._Element, role: Role, *, group: int = 0, lead: Strand | None = None) -> None:
        """Running text, and what stands in it on lines of its own."""
        words, rest = opening(element)
        if rest is not None:
            self._mixed(words, rest, role, group=group, lead=lead)
        elif lead:
            self._add(role, joined((lead, Strand(self._spacing(words)))), group)
        elif words := self._spacing(words):
            self.pieces.append(_new(Piece, (role, _new(Strand, (words, ())), group, None, "", False)))

    def _mixed(
        self, words: str, rest: Iterator[etree._Element], role: Role, *, group: int = 0, lead: Strand | None = None
    ) -> None:
        """The words that such an element opens with, and the rest of its children."""
        builder = StrandBuilder(self._spacing)
        builder.words(words)
        for child in rest:
            tag = child.tag
            if tag in WORDS and not len(child):
                if text := child.text:
                    builder.raw.append(text)
            elif _NAMES[tag] in STANDING:
                lead = self._flush(builder, role, group, lead)
                builder = StrandBuilder(self._spacing)
                before = len(self.pieces)
                self._standing(child)
                if lead and len(self.pieces) > before:
                    self._lead_in(before, lead)
                    lead = None
            else:
                self._inner(child, builder)
            if text := child.tail:
                builder.raw.append(text)
        lead = self._flush(builder, role, group, lead)
        if lead:
            self._add(role, lead, group)

    def _flush(self, builder: StrandBuilder, role: Role, group: int, lead: Strand | None) -> Strand | None:
        """Keep the words so far, behind the lead if there is one; what is left of that."""
        strand = builder.strand()
        if lead and strand.text:
            strand, lead = joined((lead, strand)), None
        self._add(role, strand, group)
        return lead

    def _lead_in(self, position: int, lead: Strand) -> None:
        piece = self.pieces[position]
        self.pieces[position] = piece._replace(strand=joined((lead, piece.strand)))

    def _standing(self, element: etree._Element) -> None:
        name = _NAMES[element.tag]
        if not name or name in SILENT or name == "lb":
            return
        if name in CONTAINERS:
            self._container(element)
        elif name == "p":
            self._flow(element, _role_of(element))
        else:
            self._special(name, element)

    def _special(self, name: str, element: etree._Element) -> None:
        match name:
            case "pb":
                builder = StrandBuilder(self._spacing)
                builder.page(page_of(element))
                self._add(Role.PAGE, builder.strand())
            case "note":
                self._hang_note(element)
            case "dateline":
                self._line(Role.DATELINE, element, Place.DATELINE)
            case "closer":
                self.pieces.append(self._closer(element))
            case "list":
                self._list(element, next(self._groups))
            case "row":
                self._row(element)
            case "head":
                self._add(Role.HEADING, self._inline(element))
            case _:
                self._flow(element, _role_of(element))

    def _container(self, element: etree._Element) -> None:
        first, name = len(self.pieces), name_of(element)
        self._loose(element.text)
        for child in element:
            self._standing(child)
            self._loose(child.tail)
        for position, piece in enumerate(self.pieces[first:], first):
            if name == "quote" and piece.role is Role.TEXT:
                self.pieces[position] = piece._replace(role=Role.QUOTATION)
            elif name == "attachment":
                self.pieces[position] = piece._replace(enclosed=True)

    def _row(self, element: etree._Element) -> None:
        """The cells of a row; what stands beside them, against the rules, stands below."""
        self._add(Role.ROW, _row([self._inline(cell) for cell in element if name_of(cell) == "cell"]))
        self._loose(element.text)
        for child in element:
            if name_of(child) != "cell":
                self._standing(child)
            self._loose(child.tail)

    def _list(self, element: etree._Element, group: int) -> None:
        label: Strand | None = None
        self._loose(element.text)
        for child in element:
            name = name_of(child)
            if name == "label":
                self._add(Role.ITEM, label or Strand(), group)
                label = self._inline(child)
            elif name in ("item", "itemitem"):
                self._flow(child, Role.ITEM, group=group, lead=label)
                label = None
            elif name == "head":
                self._add(Role.LIST_HEAD, self._inline(child), group)
            elif name == "closer":
                self._add(Role.ITEM, self._inline(child), group)
            else:
                self._standing(child)
            self._loose(child.tail)
        self._add(Role.ITEM, label or Strand(), group)

    def _hang_note(self, element: etree._Element) -> None:
        """A note between paragraphs belongs to the one before it."""
        builder = StrandBuilder(self._spacing)
        self._note(element, builder)
        if self.pieces:
            before = self.pieces[-1]
            self.pieces[-1] = before._replace(strand=joined((before.strand, builder.strand()), ""))

    def _closer(self, element: etree._Element) -> Piece:
        """The whole of a closer, the name that signs, and the words beside it: office, place."""
        whole = self._inline(element)
        bare = BodyReader(self._volume, self._spacing)
        names = [bare._inline(signed).lines for signed in _signed_in(element)]
        names = [lines for lines in names if lines]
        if not names:
            return Piece(Role.CLOSER, whole, rest=whole.text)
        rest = whole.text
        for lines in names:
            rest = rest.replace(lines[0], "", 1)
        return Piece(
            Role.CLOSER, whole, signed="; ".join(lines[0] for lines in names), rest=" ".join(rest.split()).strip(" ,")
        )


def _signed_in(closer: etree._Element) -> Iterator[etree._Element]:
    """The names that sign; one within another is part of it, and one in a note signs something else."""
    for child in closer:
        name = name_of(child)
        if name == "signed":
            yield child
        elif name != "note" and name not in SILENT:
            yield from _signed_in(child)


def _role_of(paragraph: etree._Element) -> Role:
    if not paragraph.keys():
        return _TEXT
    if paragraph.get("rend") in HEADING_RENDS or paragraph.get("rendition") == "#center":
        return Role.HEADING
    return _TEXT


def _row(cells: list[Strand]) -> Strand:
    """Cells parted by tabs, empty ones too: their place in the row says which column they are of."""
    text, anchors = "", list[Strand]()
    for position, cell in enumerate(cells):
        text = "\t" if position else ""
        anchors.append(Strand(text + cell.text, tuple(anchor.moved(len(text)) for anchor in cell.anchors)))
    return joined(anchors, "")
