"""Reads a document from the web page on which it is published. It follows no link and runs no script.

The document begins at the heading that is worded as one; what stands around it on the page, such as menus, is
left out, and other words above the heading are told. Links to notes on the same page are the notes' marks.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree, html

from travaux.errors import HostileXml, NoDocuments
from travaux.findings import Citation, Finding, Severity
from travaux.record.assemble import assemble
from travaux.record.document import Document
from travaux.record.formats.encoding import decoded
from travaux.record.formats.page import Page, sheet
from travaux.record.formats.plain_body import Line
from travaux.record.formats.plain_header import NUMBERED, Top, is_title, may_be_title, top_of
from travaux.record.formats.writing import Writer

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_PUBLISHED = re.compile(r"\b(?P<volume>frus[\w-]+)/(?P<document>d\d+[a-z]?)\b")
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
#: Elements that stand on lines of their own.
_STANDING = frozenset(
    "address article blockquote body center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr li "
    "main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "script style nav footer aside form button noscript template svg iframe head select input link meta".split()
)
_AROUND = re.compile(
    r"(?i)\b(?:nav\w*|breadcrumbs?|pager|pagination|sidebar|toolbar|share|btn|button|footer|menu|banner|modal|"
    # What a script had opened when the page was saved; it repeats the words of notes and lists.
    r"popover|tooltip|sr-only|visually-hidden|skip-link)\b"
)
_NOTE_HEADING = re.compile(r"(?i)\s*(?:foot|end)?notes?:?\s*")
_LONGEST_MARK = 4
_HOW_TO_GIVE = "Save the page of one document: its heading is like “28. Telegram From the Embassy to the Department”."


def html_document(data: bytes, *, id: str, name: str) -> Document:
    """The one document of a saved page; its address on the page gives the id, else the file's name."""
    words, findings = decoded(data, name=name, document=id)
    root = _root(_DECLARATION.sub("", words.removeprefix("\ufeff")), name=name)
    links = _note_links(root)
    heading = _heading(root, links.notes)
    if heading is None:
        raise NoDocuments("The page has no heading of a document.", at=name, remedy=_HOW_TO_GIVE)
    reader = _Reader(links)
    reader.read(_container(heading, reader.notes), heading)
    id = _published_id(root, words) or id
    page, above = reader.page()
    told = [*findings, *_outside(above, id)]
    if "</html" not in words.lower():
        told.append(_cut_short(id))
    return assemble(sheet(page, id=id, findings=[*told]))


def _root(words: str, *, name: str) -> etree._Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(words, parser=parser)
    except etree.LxmlError as error:
        raise NoDocuments(f"The page cannot be read: {error}.", at=name, remedy=_HOW_TO_GIVE) from error
    deep = next((fault for fault in parser.error_log if "depth" in fault.message.lower()), None)
    if deep is not None:
        raise HostileXml(f"Line {deep.line}: {deep.message.strip()}.", at=name, remedy=_HOW_TO_GIVE)
    return root


def _published_id(root: etree._Element, words: str) -> str | None:
    """'volume/d12' from the address that the page says it has, or that it was saved from."""
    said = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    said += [meta.get("content") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    said += re.findall(r"<!-- saved from url=\S+", words[:2000])
    found = next(filter(None, (_PUBLISHED.search(address or "") for address in said)), None)
    return f"{found['volume']}/{found['document']}" if found else None


def _outside(above: Sequence[str], id: str) -> Iterator[Finding]:
    for words in above:
        yield Finding(
            "outside-documents",
            f"The words above this document are no part of it: “{words}”",
            Citation(id, 0, 0),
            remedy="Look whether the document lacks them.",
            severity=Severity.NOTE,
        )


def _cut_short(id: str) -> Finding:
    return Finding(
        "page-cut-short",
        "The page has no end tag, so its last words may be missing.",
        Citation(id, 0, 0),
        remedy="Save it again, and compare the end.",
        severity=Severity.ASSUMED,
    )


# -- where the document is ------------------------------------------------------------------------


def _heading(root: etree._Element, notes: Mapping[etree._Element, int]) -> etree._Element | None:
    """The first heading that is numbered or worded as a document's; on older pages a paragraph set like one."""
    possible = [element for element in root.iter(*_HEADINGS) if not _is_around(element, notes)]
    for wanted in (_is_numbered_title, is_title):
        for element in possible:
            if wanted(_words(element)):
                return element
    paragraphs = (element for element in root.iter("p", "div", "center") if not _is_around(element, notes))
    return next((element for element in paragraphs if _is_set_as_heading(element)), None)


def _is_set_as_heading(element: etree._Element) -> bool:
    """Whether a paragraph is a document's heading by its words, and by its number or its bold type."""
    if any(child.tag in _STANDING for child in element.iterdescendants()):
        return False
    words, match = _words(element), NUMBERED.match(_words(element))
    bold = " ".join(_words(child) for child in element if child.tag in ("b", "strong"))
    return is_title(match["title"]) if match else words == bold and is_title(words)


def _is_numbered_title(words: str) -> bool:
    match = NUMBERED.match(words)
    return match is not None and may_be_title(match["title"])


def _is_around(element: etree._Element, notes: Container[etree._Element] = ()) -> bool:
    """Whether an element belongs to what a page has around its text, or to one of its notes."""
    return any(_is_silent(one) or one in notes for one in (element, *element.iterancestors()))


def _is_silent(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return True
    about = f"{element.get('class') or ''} {element.get('role') or ''}"
    around = element.get("hidden") is not None or _AROUND.search(about) is not None
    return around and element.tag not in ("body", "html")


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _container(heading: etree._Element, notes: Mapping[etree._Element, int]) -> etree._Element:
    """The smallest element that holds the heading and text below it."""
    inside = set(heading.iter())
    for element in heading.iterancestors():
        for below in element.iter("p", "div", "blockquote", "li"):
            own = (below.text or "").strip() or below.tag == "p"
            if own and below not in inside and below not in notes and not _is_around(below):
                return element
    return heading


@dataclass(frozen=True, slots=True)
class _NoteLinks:
    """The elements that hold notes, in the order of their marks, and the links that are marks."""

    notes: dict[etree._Element, int]
    marks: dict[etree._Element, int]
    printed: tuple[str, ...]


def _note_links(root: etree._Element) -> _NoteLinks:
    """Short links to an element further down the page that is not about them."""
    by_id = {name: element for element in root.iter() if (name := element.get("id") or _anchor_name(element))}
    order = {element: place for place, element in enumerate(root.iter())}
    notes: dict[etree._Element, int] = {}
    marks: dict[etree._Element, int] = {}
    printed: list[str] = []
    for link in root.iter("a"):
        mark = _words(link).strip("[]() ")
        target = by_id.get((link.get("href") or "").partition("#")[2])
        if target is None or not 0 < len(mark) <= _LONGEST_MARK or order[target] < order[link] or _is_around(link):
            continue
        target = _whole_note(target, mark)
        if target not in notes:
            notes[target] = len(notes)
            printed.append(mark)
        marks[link] = notes[target]
    for sup, note in () if notes else reversed(list(_raised_marks(root))):
        if note not in notes:  # further down the same sign is something else: 'm2'
            marks[sup] = notes[note] = len(notes)
            printed.append(_words(sup))
    return _NoteLinks(notes, marks, tuple(printed))


def _raised_marks(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Raised marks without a link, each with the paragraph further down that opens with the same one."""
    opening: dict[str, etree._Element] = {}
    for sup in reversed([sup for sup in root.iter("sup") if len(_words(sup)) <= _LONGEST_MARK and not _is_around(sup)]):
        block = next((one for one in sup.iterancestors() if one.tag in _STANDING), root)
        mark = _words(sup)
        if mark and _words(block) != mark and _opens_with(block, sup):
            opening[mark] = block
        elif mark in opening:
            yield sup, opening[mark]


def _opens_with(block: etree._Element, sup: etree._Element) -> bool:
    """Whether no words of a paragraph stand before a raised mark."""
    if (block.text or "").strip() or len(block) == 0:
        return False
    return block[0] is sup or _opens_with(block[0], sup)


def _anchor_name(element: etree._Element) -> str | None:
    return element.get("name") if element.tag == "a" else None


def _whole_note(target: etree._Element, mark: str) -> etree._Element:
    """The paragraph that a link leads to, where its target is only the number that stands before the note."""
    whole = target
    while len(_words(whole)) <= _LONGEST_MARK and (parent := whole.getparent()) is not None and parent.tag != "body":
        whole = parent
    return whole if re.match(rf"\W?{re.escape(mark)}\W", _words(whole)) else target


# -- what it says ---------------------------------------------------------------------------------


class _Reader:
    """Reads the element that holds a document into lines, and the notes."""

    def __init__(self, links: _NoteLinks) -> None:
        self.notes = links.notes
        self._links = links
        self._writer = Writer()
        self._heading: etree._Element | None = None
        self._begins = 0

    def read(self, container: etree._Element, heading: etree._Element) -> None:
        self._heading = heading
        self._block(container)

    def page(self) -> tuple[Page, tuple[str, ...]]:
        """The page, and the lines above the document."""
        lines, begins = self._writer.lines, self._begins
        filed = top_of(lines[begins - 1 :]) if begins else None
        if filed is not None and filed.file_line is not None:
            begins -= 1
        above = tuple(line.words for line in lines[:begins])
        lines = [replace(line, at=line.at - begins) for line in lines[begins:]]
        notes = tuple(_note_words(element, self._links) for element in self.notes)
        marks = (replace(mark, line=mark.line - begins) for mark in self._writer.marks_of(self._links.printed))
        return Page(tuple(lines), top_of(lines) or _top_of_heading(lines), notes, tuple(marks)), above

    def _block(self, element: etree._Element) -> None:
        """An element on lines of its own, and what is in it."""
        if element in self.notes or _is_silent(element):
            return
        if element.tag in _HEADINGS and _NOTE_HEADING.fullmatch(_words(element)):
            return
        if element is self._heading:
            self._begins = len(self._writer.lines)
        match element.tag:
            case "tr":
                self._row(element)
            case "ol":
                self._numbered(element)
            case "li":
                self._writer.words("• ")
                self._run(element)
            case "dt":
                self._run(element)
                self._writer.line()
                return
            case _:
                self._run(element)
        self._writer.paragraph(heading=element.tag in _HEADINGS)

    def _run(self, element: etree._Element) -> None:
        self._writer.words(element.text)
        for child in element:
            self._inner(child)
            self._writer.words(child.tail)

    def _inner(self, element: etree._Element) -> None:
        if element in self._links.marks:
            note = self._links.marks[element]
            self._writer.mark(note, self._links.printed[note])
        elif element.tag == "br":
            self._writer.line()
        elif element.tag in _STANDING:
            self._writer.paragraph()
            self._block(element)
        elif element not in self.notes and not _is_silent(element):
            self._run(element)

    def _row(self, row: etree._Element) -> None:
        for position, cell in enumerate(cell for cell in row if cell.tag in ("td", "th") and cell not in self.notes):
            if position:
                self._writer.tab()
            self._cell(cell)

    def _cell(self, cell: etree._Element) -> None:
        self._writer.words(cell.text)
        for child in cell:
            if child in self._links.marks:
                self._inner(child)
            elif child not in self.notes and not _is_silent(child):
                self._writer.words(" " if child.tag in _STANDING or child.tag == "br" else "")
                self._cell(child)
            self._writer.words(child.tail)

    def _numbered(self, element: etree._Element) -> None:
        """A list whose numbers the browser prints."""
        start = element.get("start") or ""
        number = int(start) if start.isdecimal() else 1
        for item in element:
            if item.tag != "li" or item in self.notes:
                self._inner(item)
                continue
            self._writer.words(f"{number}.")
            self._writer.line()
            self._run(item)
            self._writer.paragraph()
            number += 1


def _top_of_heading(lines: Sequence[Line]) -> Top:
    match = NUMBERED.match(lines[0].words) if lines else None
    return Top(None, 0, match["number"] if match else None, 1) if lines else Top()


def _note_words(element: etree._Element, links: _NoteLinks) -> str:
    """The paragraphs of a note, without the link back to its mark and without its number."""
    writer = Writer()
    _write_note(element, writer, links)
    words = "\n".join(line.words for line in writer.lines)
    mark = re.escape(links.printed[links.notes[element]])
    return re.sub(rf"^[\[(]?{mark}[.\])]*(?:\s+|(?=[A-Z“]))", "", words)


def _write_note(element: etree._Element, writer: Writer, links: _NoteLinks) -> None:
    writer.words(element.text)
    for child in element:
        link_back = child.tag == "a" and "#" in (child.get("href") or "") and len(_words(child)) <= _LONGEST_MARK
        if not link_back and child not in links.notes and not _is_silent(child):
            if child.tag in _STANDING:
                writer.paragraph()
            _write_note(child, writer, links)
            if child.tag in _STANDING or child.tag == "br":
                writer.paragraph()
        writer.words(child.tail)
    if element.tag in _STANDING:
        writer.paragraph()
