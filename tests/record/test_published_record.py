"""The published record: every document of every volume, and three documents as they are pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from travaux.errors import NotXml
from travaux.record import BlockKind, Document, Kind, read
from travaux.record.marking import CLASSES

pytestmark = pytest.mark.corpus

TEI = "{http://www.tei-c.org/ns/1.0}"
CLASSES_SQUEEZED = {"".join(name.split()) for name in CLASSES}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _volumes(corpus: Path) -> list[Path]:
    return sorted((corpus / "frus").glob("*.xml"))


def _squeezed(words: str) -> str:
    """The characters of a text; spaces are the layout's."""
    return "".join(words.split())


def _divs(volume: Path) -> Iterator[etree._Element]:
    root = etree.parse(volume, etree.XMLParser(recover=True, huge_tree=True)).getroot()
    return (div for div in root.iter(f"{TEI}div") if div.get("type") == "document")


def _printed(element: etree._Element) -> str:
    """The characters of an element without its footnotes, taken straight from the markup."""
    return _squeezed("".join(_texts(element)))


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        footnote = child.tag == f"{TEI}note" and child.get("rend") != "inline"
        if isinstance(child.tag, str) and not footnote:
            yield from _texts(child)
        yield child.tail or ""


def _outside_the_body(printed: str, document: Document) -> str:
    """What of the printed words is not in the body, whose blocks must follow each other in them."""
    outside, position = "", 0
    for block in document.body:
        if block.kind is not BlockKind.CLOSING:
            words = _squeezed(block.text)
            found = printed.find(words, position)
            assert found >= 0, (document.id, block.text)
            outside, position = outside + printed[position:found], found + len(words)
    return outside + printed[position:]


def _below_the_heading(div: etree._Element) -> str:
    """The characters of a document but for its heading and the file line over it."""
    head = div.find(f"{TEI}head")
    line = div.find(f"{TEI}note[@rend='inline']")
    parts = [div.text or ""]
    for child in div:
        footnote = child.tag == f"{TEI}note" and child.get("rend") != "inline"
        if isinstance(child.tag, str) and child is not head and child is not line and not footnote:
            parts += _texts(child)
        parts.append(child.tail or "")
    return _squeezed("".join(parts))


def _accounted_for(document: Document) -> Iterator[str]:
    """The words that fields and closings hold, in the form they are printed in."""
    yield _squeezed(document.dateline or "")
    yield from map(_squeezed, (document.subject or "").split("; "))
    yield from map(_squeezed, (document.signed or "").split("; "))
    yield from (word for block in document.body if block.kind is BlockKind.CLOSING for word in block.text.split())
    yield from map(_squeezed, document.source_note.handling if document.source_note else ())


def _left_over(div: etree._Element, document: Document) -> str:
    """What neither body nor fields hold, but for the word 'Subject', a class, and points."""
    outside = _outside_the_body(_below_the_heading(div), document)
    for words in _accounted_for(document):
        outside = outside.replace(words, "", 1)
    left = re.sub(r"(?i)subjects?|[\s:;,.—–\[\]-]", "", outside)
    return "" if left.casefold() in CLASSES_SQUEEZED else left


def test_no_word_of_any_volume_is_lost_or_doubled(corpus: Path) -> None:
    strays = {}
    for volume in _volumes(corpus):
        documents = read(volume.read_bytes(), name=volume.name)
        divs = list(_divs(volume))
        assert len(documents) == len(divs)
        for div, document in zip(divs, documents, strict=True):
            if left := _left_over(div, document):
                strays[document.id] = left
    assert strays == {}


def test_every_note_of_every_volume_is_read_once(corpus: Path) -> None:
    for volume in _volumes(corpus):
        documents = {document.id: document for document in read(volume.read_bytes(), name=volume.name)}
        for div in _divs(volume):
            document = documents[f"{volume.stem}/{div.get(XML_ID)}"]
            printed = [words for words in _of_the_document(div) if words]
            found = [_squeezed(note.text) for note in document.notes]
            if document.source_note and document.source_note.mark:
                found.append(_squeezed(document.source_note.text))
            assert sorted(found) == sorted(printed), document.id


def _of_the_document(div: etree._Element) -> Iterator[str]:
    """The words of each footnote; one with a target only repeats another."""
    for note in div.iter(f"{TEI}note"):
        if note.get("rend") != "inline" and not note.get("target"):
            yield _printed(note)


def test_every_anchor_of_every_volume_lies_in_its_text(corpus: Path) -> None:
    for volume in _volumes(corpus):
        for document in read(volume.read_bytes(), name=volume.name):
            assert all(0 <= page.offset <= len(document.text) for page in document.page_breaks)
            assert all(0 <= (note.offset or 0) <= len(document.text) for note in document.notes)
            assert [page.offset for page in document.page_breaks] == sorted(
                page.offset for page in document.page_breaks
            )


def test_only_repeated_ids_are_wrong_in_the_volumes(corpus: Path) -> None:
    faulty = {}
    for volume in _volumes(corpus):
        parser = etree.XMLParser(recover=True, huge_tree=True)
        etree.parse(volume, parser)
        if parser.error_log:
            faulty[volume.stem] = {error.type_name for error in parser.error_log}
    assert faulty == {
        "frus1948v01p1": {"DTD_ID_REDEFINED"},
        "frus1952-54v12p2": {"DTD_ID_REDEFINED"},
        "frus1952-54v14p2": {"DTD_ID_REDEFINED"},
    }


def test_a_volume_cut_anywhere_is_refused(corpus: Path) -> None:
    data = _volumes(corpus)[0].read_bytes()
    for part in (0.1, 0.5, 0.9, 0.9999):
        with pytest.raises(NotXml, match=r"Line \d+"):
            read(data[: int(len(data) * part)], name="cut.xml")


# -- three documents as they are pasted ---------------------------------------------------------------


def _pasted_and_published(corpus: Path, seed: str, volume: str, document: str) -> tuple[Document, Document]:
    (pasted,) = read((corpus / "seeds" / f"{seed}.txt").read_bytes(), name=f"{volume}/{document}.txt")
    published = read((corpus / "frus" / f"{volume}.xml").read_bytes(), name=f"{volume}.xml")
    return pasted, next(one for one in published if one.id == f"{volume}/{document}")


def _said(document: Document) -> dict[str, object]:
    """The fields that a pasted text shows; its dateline and the place of page breaks between blocks it does not."""
    source = document.source_note
    return {
        "title": document.title,
        "number": document.number,
        "kind": document.kind,
        "sender": document.sender,
        "addressee": document.addressee,
        "own number": document.own_number,
        "source note": source,
        "classification": document.classification,
        "subject": document.subject,
        "signed": document.signed,
        "pages": document.page_breaks,
        "notes": document.notes,
        "withheld": document.withheld,
        "references": document.references,
        "text": document.text,
    }


def test_the_pasted_telegram_is_the_published_one(corpus: Path) -> None:
    pasted, published = _pasted_and_published(corpus, "telegram", "frus1958-60v18", "d28")
    assert _said(pasted) == _said(published)
    assert pasted.findings == ()


def test_the_pasted_memorandum_is_the_published_one(corpus: Path) -> None:
    pasted, published = _pasted_and_published(corpus, "memorandum", "frus1952-54v14p2", "d660")
    assert _said(pasted) == _said(published)
    assert pasted.findings == ()


def test_the_pasted_letter_has_the_words_of_the_published_one(corpus: Path) -> None:
    pasted, published = _pasted_and_published(corpus, "letter", "frus1958-60v18", "d17")
    # The seed has no heading, note, closing or signature. It prints the salutation in small letters, does not
    # number the issues, and keeps the mark of a note that it does not give. Pages 39 and 42 begin between
    # paragraphs and are not marked.
    words = published.text.replace("DEAR WALTER", "Dear Walter").replace("to CNO which", "to CNO1 which")
    words = re.sub(r"(?m)^\d\. ", "", words)
    closing = [block.text for block in published.body if block.kind is BlockKind.CLOSING]
    assert pasted.text.split() == words.removesuffix("\n".join(closing)).split()
    assert pasted.kind == published.kind == Kind.LETTER
    assert [page.page for page in published.page_breaks] == ["39", "40", "41", "42"]
    assert [page.page for page in pasted.page_breaks] == ["40", "41"]
    assert [(one.text, one.amount, one.unit) for one in pasted.withheld] == [
        (one.text, one.amount, one.unit) for one in published.withheld
    ]
    assert [finding.code for finding in pasted.findings] == ["mark-without-note"]
