"""Reads a text in Akoma Ntoso 3.0, of whatever program, into lines that say what each is, and into a document.

It takes the words as they stand. Notes are kept apart from the text; of words marked as inserted or deleted one side is
read. A table's row is a line, its cells parted by tabs.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from travaux.errors import NoDocuments
from travaux.record.document import Block, BlockKind, Document, Kind, Note
from travaux.record.formats.markup import AKN

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OWN = "urn:x-travaux:exchange:1"
_CODE = f"{{{_OWN}}}code"

#: Elements of the hierarchy whose number and heading stand on lines of their own.
HEADED = frozenset(
    "book tome title subtitle part subpart chapter subchapter division subdivision section article rule".split()
)
#: Elements of the hierarchy that are numbered stretches of text.
NUMBERED = frozenset(
    "paragraph subparagraph subsection clause subclause point indent alinea list sublist item proviso transitional "
    "level subrule recital".split()
)
_ATTACHED = frozenset({"attachment", "component"})
_INLINE = frozenset(
    "ref mref rref mod mmod rmod remark recordedTime vote outcome ins del omissis embeddedText opinion "
    "placeholder fillIn decoration b i a u sub sup abbr span docType docTitle docNumber docProponent docDate "
    "legislature session shortTitle docAuthority docPurpose docCommittee docIntroducer docStage docStatus "
    "docJurisdiction docketNumber date time person organization concept object event location process role "
    "term quantity def entity courtType neutralCitation party judge lawyer signature argument inline noteRef "
    "eol eop img br marker quotedText authorialNote popup".split()
)
_BREAKS = frozenset({"eol", "br", "eop"})
_NOTES = frozenset({"authorialNote", "popup"})
_QUOTED = ("quotedStructure", "embeddedStructure", "subFlow")
_BESIDE = frozenset({"meta", "componentInfo"})
_MOST_WORDS = 3
_MARK = re.compile(r"^[\W_]*|[\W_]*$")


class Role(StrEnum):
    """What a line is in its text."""

    TITLE = "title"
    RECITAL = "recital"
    FORMULA = "formula"
    NUMBER = "number"
    HEADING = "heading"
    TEXT = "text"
    TESTIMONIUM = "testimonium"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note whose mark stands at character `offset` of its line."""

    mark: str
    words: str
    offset: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text. `element` is the part of the hierarchy that it stands in or opens (for an `hcontainer` its
    name), at depth `level`; `number` is printed in the first `label` characters."""

    words: str
    role: Role
    element: str
    level: int
    label: int = 0
    number: str = ""
    notes: tuple[Footnote, ...] = ()


def lines(root: etree._Element, *, without: str = "del") -> tuple[Line, ...]:
    """The lines of a text in order. `without`: words marked so ("del", or "ins") are left out."""
    walk = _Walk(without, exact=next(root.iter(f"{{{_OWN}}}draft"), None) is not None)
    for child in root:
        walk.part(child, "", 0, Role.TEXT)
    return tuple(walk.found)


def has_changes(root: etree._Element) -> bool:
    """Whether words are marked as inserted or deleted."""
    return next(root.iter(f"{{{AKN}}}ins", f"{{{AKN}}}del"), None) is not None


def akn_document(root: etree._Element, *, id: str, name: str) -> Document:
    """The text as a document; raises NoDocuments for one without words."""
    found = lines(root)
    if not found:
        raise NoDocuments("There is no text in it.", at=name, remedy="Give a file with the text of an instrument.")
    notes, offset = [], 0
    for line in found:
        notes += [Note(each.mark, each.words, offset + each.offset) for each in line.notes]
        offset += len(line.words) + 1
    title = " ".join(line.words for line in found if line.role is Role.TITLE)
    return Document(
        id=id,
        title=title or found[0].words,
        kind=Kind.AGREEMENT,
        body=tuple(Block(_block(line), line.words) for line in found),
        date=_date(root),
        notes=tuple(notes),
    )


def _block(line: Line) -> BlockKind:
    if "\t" in line.words:
        return BlockKind.ROW
    if line.role in (Role.TITLE, Role.HEADING) or (line.role is Role.NUMBER and line.label == len(line.words)):
        return BlockKind.HEADING
    return BlockKind.ITEM if line.role is Role.NUMBER else BlockKind.PARAGRAPH


def _date(root: etree._Element) -> datetime.date | None:
    """The date of the work, unless it is named as none."""
    said = root.find(f".//{{{AKN}}}FRBRWork/{{{AKN}}}FRBRdate")
    if said is None or said.get("name") == "undated":
        return None
    try:
        return datetime.date.fromisoformat(said.get("date", "")[:10])
    except ValueError:
        return None


@dataclass(slots=True)
class _Walk:
    """Goes through the parts in reading order and takes their lines.

    `exact`: the file was written by Travaux, so that a number and the words beside it are one line as they stand.
    """

    without: str
    exact: bool
    found: list[Line] = field(default_factory=list)

    def part(self, element: etree._Element, within: str, level: int, role: Role) -> None:
        """The lines of an element that stands in the part `within` of the hierarchy."""
        name = _name(element)
        if not name or name in _BESIDE or name == self.without:
            return
        if name in HEADED or name in NUMBERED or name == "hcontainer":
            self._hier(element, _called(element), level)
        elif name in _ATTACHED:
            self._attached(element, level)
        elif name == "tr":
            self._row(element, within, level)
        elif _is_line(element):
            self._line(element, within, level, _role(element, role))
        else:
            for child in element:
                self.part(child, within, level, _ROLES.get(name, role))

    def _hier(self, element: etree._Element, called: str, level: int) -> None:
        number = [child for child in element if _name(child) == "num"]
        heading = [child for child in element if _name(child) in ("heading", "subheading")]
        rest = [child for child in element if child not in number and child not in heading]
        label = _join([_words(child, self.without) for child in number])
        first = _first_line(rest) if called in NUMBERED or self.exact else None
        if first is not None and not heading:
            self._numbered(label, first, called, level)
        elif label or called in HEADED or called == "annex":
            opened = label or (_words(heading.pop(0), self.without) if heading else "")
            if opened:
                self.found.append(Line(opened, Role.NUMBER, called, level, len(opened), _number(label)))
        for each in heading:
            self._line(each, called, level + 1, Role.HEADING)
        for child in rest:
            self._below(child, first, called, level + 1)

    def _numbered(self, label: str, first: etree._Element, called: str, level: int) -> None:
        """A number and the words right after it, on one line."""
        label = label if self.exact or not label or label[-1:].isspace() else f"{label} "
        words, notes = _told(first, self.without, len(label))
        if label or words:
            self.found.append(Line(label + words, Role.NUMBER, called, level, len(label), _number(label), notes))

    def _below(self, element: etree._Element, taken: etree._Element | None, called: str, level: int) -> None:
        if element is taken:
            self._quoted(element, called, level)
        elif taken is not None and taken.getparent() is element:
            for child in element:
                self._below(child, taken, called, level)
        else:
            self.part(element, called, level, Role.TEXT)

    def _attached(self, element: etree._Element, level: int) -> None:
        """An annex: its number or heading, or the title of the text in it, opens it."""
        start = len(self.found)
        for child in element:
            self.part(child, "annex", level + 1, Role.TEXT)
        first = self.found[start] if start < len(self.found) else None
        if first is not None and first.element == "annex" and first.role is not Role.NUMBER:
            size = len(first.words) if first.role is not Role.TEXT else 0
            self.found[start] = Line(
                first.words, Role.NUMBER, "annex", level, size, _number(first.words[:size]), first.notes
            )

    def _row(self, element: etree._Element, within: str, level: int) -> None:
        cells = [" ".join(_words(part, self.without) for part in _parts(cell)) for cell in element]
        if any(cells):
            self.found.append(Line("\t".join(cells), Role.TEXT, within, level))

    def _line(self, element: etree._Element, within: str, level: int, role: Role) -> None:
        words, notes = _told(element, self.without, 0)
        if words:
            self.found.append(Line(words, role, within, level, notes=notes))
        self._quoted(element, within, level)

    def _quoted(self, element: etree._Element, within: str, level: int) -> None:
        """Structures that a line quotes: their lines are text of it."""
        for quoted in element.iter(*(f"{{{AKN}}}{name}" for name in _QUOTED)):
            for part in _parts(quoted):
                words, notes = _told(part, self.without, 0)
                if words:
                    self.found.append(Line(words, Role.TEXT, within, level, notes=notes))


_ROLES = {
    "preface": Role.TITLE,
    "coverPage": Role.TITLE,
    "preamble": Role.FORMULA,
    "recitals": Role.RECITAL,
    "recital": Role.RECITAL,
    "citations": Role.RECITAL,
    "conclusions": Role.TESTIMONIUM,
}


def _role(element: etree._Element, around: Role) -> Role:
    if _name(element) in ("heading", "subheading", "crossHeading"):
        return Role.HEADING
    signed = around is Role.TESTIMONIUM and next(element.iter(f"{{{AKN}}}signature"), None) is not None
    return Role.SIGNATURE if signed or element.get("name") == "signature" else around


def _name(element: etree._Element) -> str:
    """The name of an element of the standard; "" for any other, and for a comment."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace == AKN else ""


def _called(element: etree._Element) -> str:
    name = _name(element)
    return element.get("name", "hcontainer").lower() if name == "hcontainer" else name


def _is_line(element: etree._Element) -> bool:
    """Whether an element holds words, and not other lines."""
    if element.text and element.text.strip():
        return True
    return len(element) > 0 and all(_name(child) in _INLINE or not _name(child) for child in element)


def _first_line(elements: Sequence[etree._Element]) -> etree._Element | None:
    """The line that opens a numbered part: the first in its content, where no table or part comes before it."""
    for element in elements:
        name = _name(element)
        if name in HEADED or name in NUMBERED or name in ("hcontainer", "table", "blockList", "toc"):
            return None
        if _is_line(element):
            return element
        found = _first_line(list(element))
        if found is not None:
            return found
    return None


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """The lines within an element, in order."""
    if _is_line(element):
        yield element
        return
    for child in element:
        if _name(child):
            yield from _parts(child)


def _words(element: etree._Element, without: str) -> str:
    return _told(element, without, 0)[0]


def _told(element: etree._Element, without: str, start: int) -> tuple[str, tuple[Footnote, ...]]:
    """The words of a line, blanks folded where the file does not keep them, and its notes; `start` comes before it."""
    keep = any(each.get(_SPACE) == "preserve" for each in element.iter())
    words, notes = "", list[Footnote]()
    for piece in _pieces(element, without):
        if isinstance(piece, str):
            folded = piece if keep else re.sub(r"\s+", " ", piece)
            words += folded if keep or (words and not words.endswith(" ")) else folded.lstrip(" ")
        else:
            mark = piece.get("marker") or str(len(notes) + 1)
            notes.append(Footnote(mark, " ".join(_words(part, without) for part in _parts(piece)), start + len(words)))
    return words if keep else words.rstrip(" "), tuple(notes)


def _pieces(element: etree._Element, without: str) -> Iterator[str | etree._Element]:
    """The words in an element, and the notes among them."""
    yield element.text or ""
    for child in element:
        name = _name(child)
        if name in _NOTES:
            yield child
        elif child.get(_CODE):
            yield chr(int(child.get(_CODE, ""), 16))
        elif name in _BREAKS:
            yield " "
        elif name and name != without and name not in _QUOTED:
            yield from _pieces(child, without)
        yield child.tail or ""


def _join(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else " ".join(words)


def _number(label: str) -> str:
    """The number in a label: its last word, without the marks around it ('Article 12 bis.' has '12 bis'). A label of
    many words has none.

    >>> _number("Article VI")
    'VI'
    >>> _number("(a) ")
    'a'
    """
    said = label.split()
    if len(said) > _MOST_WORDS:
        return ""
    if len(said) > 1 and said[-1].rstrip(".").lower() in ("bis", "ter", "quater"):
        return _MARK.sub("", " ".join(said[-2:]))
    return _MARK.sub("", said[-1]) if said else ""
