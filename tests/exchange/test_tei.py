"""TEI out of a document, and read again: the same words, notes, pages and references at the same places."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from travaux.exchange.export import export
from travaux.exchange.formats import format_named
from travaux.record.document import Block, BlockKind, Document, Kind, Note
from travaux.record.read import read

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "strait-of-ilvane").glob("[0-9]*.txt"))
_FIELDS = (
    "title",
    "number",
    "kind",
    "text",
    "date",
    "dateline",
    "sender",
    "addressee",
    "subject",
    "signed",
    "source_note",
)


def _back(document: Document) -> Document:
    (back,) = read(export(document, to=format_named("tei")), name="back.xml")
    return back


def _told(document: Document) -> list[object]:
    references = [(each.at.start, each.at.end, each.at.note, each.text) for each in document.references]
    withheld = [each.text for each in document.withheld]
    return [*(getattr(document, name) for name in _FIELDS), document.notes, document.page_breaks, references, withheld]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_document_of_the_example_is_the_same_when_read_again(path: Path) -> None:
    (document,) = read(path.read_bytes(), name=path.name)

    assert _told(_back(document)) == _told(document)


@pytest.mark.corpus
def test_documents_of_the_record_are_the_same_when_read_again(corpus: Path) -> None:
    volumes = sorted((corpus / "frus").glob("*.xml"), key=lambda path: path.stat().st_size)
    documents = same = 0
    for path in volumes if os.environ.get("TRAVAUX_ALL_VOLUMES") else volumes[:2]:
        for document in read(path.read_bytes(), name=path.name):
            back = _back(document)
            documents += 1
            same += _told(back) == _told(document)
            assert (back.id, back.title, back.text) == (document.id, document.title, document.text)
    # Of a note beside the text a document does not say on which line it stands.
    assert same > 0.95 * documents


def test_the_file_names_the_document_its_date_and_the_hash_of_its_words() -> None:
    document = Document(id="v1/d3", title="Letter", kind=Kind.LETTER, body=(Block(BlockKind.PARAGRAPH, "It rests."),))
    root = etree.fromstring(export(document, to=format_named("tei")))

    told = {each.get("type"): each.text for each in root.iter("{http://www.tei-c.org/ns/1.0}idno")}
    assert (told["frus"], told["document"], len(told["sha256"] or "")) == ("v1", "v1/d3", 64)


def test_signs_that_xml_cannot_hold_are_made_visible() -> None:
    document = Document(
        id="v1/d3",
        title="Letter",
        kind=Kind.LETTER,
        body=(Block(BlockKind.PARAGRAPH, "It\x0crests."),),
        notes=(Note("1", "a\x00b", 2),),
    )

    assert "It␌rests." in _back(document).text.replace("\n", "")
