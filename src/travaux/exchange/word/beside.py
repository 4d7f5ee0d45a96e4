"""What a Word file holds beside its text: properties, comments, notes, heads and feet of pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from travaux.exchange.word.facts import FOOT
from travaux.exchange.word.tracked import Comment, Oddity
from travaux.record.formats.docx_numbering import numeral
from travaux.record.formats.docx_runs import plain_paragraphs, symbol

__all__ = ["REFERENCES", "comments", "facts", "margins", "mark", "notes", "symbol", "time"]

_FOOTNOTES, _ENDNOTES, _COMMENTS, _PROPERTIES = "/footnotes", "/endnotes", "/comments", "/custom-properties"
#: The elements that stand for the marks of notes, with the kind of the note.
REFERENCES = {qn("w:footnoteReference"): _FOOTNOTES, qn("w:endnoteReference"): _ENDNOTES}
_OF_WORD = ("separator", "continuationSeparator", "continuationNotice")


def facts(word: WordFile) -> dict[str, str]:
    """The properties that somebody gave the file."""
    found = {}
    for relation in word.part.package.rels.values():
        if relation.reltype.endswith(_PROPERTIES) and not relation.is_external:
            for one in _children(relation.target_part.blob):
                found[one.get("name") or ""] = "".join(str(words) for words in one.itertext())
    return found


def comments(word: WordFile) -> Iterator[Comment]:
    """The comments in the margin."""
    for one in _part(word, _COMMENTS):
        if one.tag == qn("w:comment"):
            author = " ".join((one.get(qn("w:author")) or "").split())
            words = "\n".join(plain_paragraphs(one))
            yield Comment(one.get(qn("w:id")) or "", author, words, time(one.get(qn("w:date"))))


def notes(word: WordFile) -> dict[tuple[str, str], str]:
    """The words of each footnote and endnote by its kind and id; Word's own separators have none."""
    return {
        (kind, note.get(qn("w:id")) or ""): "\n".join(plain_paragraphs(note))
        for kind in (_FOOTNOTES, _ENDNOTES)
        for note in _part(word, kind)
        if note.get(qn("w:type")) not in _OF_WORD
    }


def mark(kind: str, count: int) -> str:
    """How Word prints the mark of a note: figures for footnotes, small Roman numerals for endnotes."""
    return numeral(count, "lowerRoman" if kind == _ENDNOTES else "decimal")


def margins(word: WordFile, known: Mapping[str, str]) -> Iterator[Oddity]:
    """What the heads and feet of the pages say, but for numbers of pages and the foot that we wrote ourselves."""
    said: dict[str, None] = {}
    for section in word.sections:
        for margin in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not margin.is_linked_to_previous:
                said |= dict.fromkeys(plain_paragraphs(margin._element))
    for words in said:
        if not words.isdecimal() and words != known.get(FOOT):
            yield Oddity("page-margin", f"The head or foot of its pages says “{words}”.", "Look what it means.")


def time(written: str | None) -> datetime.datetime | None:
    """The time of a change; None where none is given, or none that there is."""
    try:
        return datetime.datetime.fromisoformat(written) if written else None
    except ValueError:
        return None


def _part(word: WordFile, kind: str) -> Iterator[etree._Element]:
    for relation in word.part.rels.values():
        if relation.reltype.endswith(kind) and not relation.is_external:
            yield from _children(relation.target_part.blob)


def _children(blob: bytes) -> Iterator[etree._Element]:
    yield from (one for one in parse_xml(blob) if isinstance(one.tag, str))
