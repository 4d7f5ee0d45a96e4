"""Reads the lists of persons and of abbreviations from the front or back matter of a TEI volume."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from travaux.record.formats.tei import volume_id
from travaux.record.formats.tei_body import TEI, XML_ID, name_of, page_of
from travaux.record.register import Printed, Register
from travaux.record.registers.entry import Entry, ListKind, kind_of, registered
from travaux.record.strand import spaced

_PERSON, _TERM, _HI = (f"{TEI}{name}" for name in ("persName", "term", "hi"))
_BOLD = frozenset({"strong", "bold"})
_LAYOUT = frozenset({"note", "pb", "lb", "gap", "graphic"})
_PSEUDONYM = re.compile(r"(?i)\(?(?:see|pseudonym|alias)\b")
_REMARK = re.compile(r"\W*(?:Editor|Note\b)")


def tei_register(root: etree._Element, *, name: str) -> Register:
    """The register of a volume, empty where it prints no lists. Its id is that of the volume, or of the file `name`."""
    id = volume_id(root, name=name)
    entries: list[Entry] = []
    remarks: list[str] = []
    for part in _parts(root):
        for section in part.iter(f"{TEI}div"):
            kind = _kind(section)
            if kind:
                _take(section, kind, entries, remarks)
    return registered(id, entries, remarks=remarks)


def _parts(root: etree._Element) -> Iterator[etree._Element]:
    """Front and back matter, without a look into the documents between them."""
    for child in root:
        if name_of(child) in ("TEI", "text"):
            yield from _parts(child)
        elif name_of(child) in ("front", "back"):
            yield child


def _kind(section: etree._Element) -> ListKind | None:
    """What a section lists, by its heading; sections within it are parts of the list."""
    head = section.find(f"{TEI}head")
    if head is None or section.get("type") == "document":
        return None
    above = section.getparent()
    if above is not None and name_of(above) == "div" and _kind(above):
        return None
    return kind_of(_words(head))


def _take(section: etree._Element, kind: ListKind, entries: list[Entry], remarks: list[str]) -> None:
    page = _page_before(section)
    for element in section.iter(f"{TEI}pb", f"{TEI}item", f"{TEI}p"):
        if name_of(element) == "pb":
            page = page_of(element)
        elif next(element.iterdescendants("{*}item", "{*}p"), None) is None:
            words = _words(element)
            entry = _entry(element, words, kind, page, len(entries) + 1)
            if entry:
                entries.append(entry)
            elif words:
                remarks.append(words)


def _entry(element: etree._Element, words: str, kind: ListKind, page: str, position: int) -> Entry | None:
    """An entry of these words, led by a marked name or term, or by words in bold type."""
    marked = next((each for each in element.iter(_PERSON, _TERM) if each.get(XML_ID)), None)
    bold = next((each for each in element.iter(_HI) if each.get("rend") in _BOLD), None)
    lead = marked if marked is not None else bold
    if lead is None or (_REMARK.match(words) and marked is None):
        return None
    if marked is not None:
        kind = ListKind.PERSONS if name_of(marked) == "persName" else ListKind.ABBREVIATIONS
    # Of a name the mark tells where it ends; short forms in bold may hold more than the marked one: 'J or JC'.
    whole = bold if kind is ListKind.ABBREVIATIONS and bold is not None else lead
    head = _words(whole).strip(" ,;:")
    at = words.find(head)
    if not head or at > 3:
        return None
    after = words[at + len(head) :].lstrip(" ,;:")
    leads_to = _corresponds(element) if _PSEUDONYM.match(after) else ""
    name = lead.get(XML_ID) or f"{kind.value}-{position}"
    return Entry(kind, name, head, after, Printed(words, position, page), leads_to)


def _corresponds(element: etree._Element) -> str:
    """The id of the person to whom a name in an entry leads."""
    ids = (each.get("corresp", "").lstrip("#") for each in element.iter(_PERSON) if each.get("corresp"))
    return next(ids, "")


def _words(element: etree._Element) -> str:
    parts: list[str] = []
    _add_text(element, parts)
    return spaced("".join(parts)).replace(" ,", ",").replace(" ;", ";")


def _add_text(element: etree._Element, parts: list[str]) -> None:
    """Add the words of an entry, without notes and marks of the page."""
    if words := element.text:
        parts.append(words)
    if not len(element):
        return
    for child in element:
        name = name_of(child)
        if name and name not in _LAYOUT:
            _add_text(child, parts)
        elif name == "lb":
            parts.append(" ")
        if words := child.tail:
            parts.append(words)


def _page_before(section: etree._Element) -> str:
    before = next(section.iterancestors(), section)
    page = ""
    for element in before.iter(f"{TEI}pb", f"{TEI}div"):
        if element is section:
            break
        if name_of(element) == "pb":
            page = page_of(element)
    return page
