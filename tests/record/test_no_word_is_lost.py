"""The published record printed in each look of plain text, and mangled: no letter is lost, added or moved.

Marks of notes are bare digits glued to words, so digits are not compared. TRAVAUX_ALL_VOLUMES=1 takes every volume.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.haste import HASTE, tries

from travaux.errors import UnreadableInput
from travaux.record import BlockKind, Document, read
from travaux.record.marking import CLASSES

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/[0-9]*.txt"))
CLASS_LETTERS = sorted(("".join(name.split()) for name in CLASSES), key=len, reverse=True)
SOME_VOLUMES = ("frus1917-72PubDip", "frus1952-54v14p2", "frus1958-60v18", "frus1969-76v12")[:: 3 if HASTE else 1]


def _letters(words: str) -> str:
    """What is compared: letters without their case."""
    return re.sub(r"[\W\d_]", "", re.sub(r"\[Page [\w-]+\]", "", words)).casefold()


def _not_accounted_for(printed: str, document: Document) -> str:
    """What of the printed letters is in no field; the blocks of the body must follow each other in them."""
    rest, position = "", 0
    printed = _letters(printed)
    if document.title and not _letters(document.text).startswith(_letters(document.title)):
        above, title, printed = printed.partition(_letters(document.title))
        rest = above + title
    for block in document.body:
        if block.kind is not BlockKind.CLOSING:
            words = _letters(block.text)
            found = printed.find(words, position)
            assert found >= 0, (document.id, block.text)
            rest, position = rest + printed[position:found], found + len(words)
    rest += printed[position:]
    for words in sorted(_fields(document), key=len, reverse=True):
        rest = rest.replace(_letters(words), "", 1)
    return re.sub(rf"^(?:{'|'.join(CLASS_LETTERS)})|subjects?", "", rest)


def _fields(document: Document) -> Iterator[str]:
    yield document.title
    yield document.dateline or ""
    yield from (note.text for note in document.notes)
    if document.source_note:
        yield document.source_note.text
        yield from document.source_note.handling
    yield from (document.subject or "").split("; ")
    yield document.signed or ""
    yield from (block.text for block in document.body if block.kind is BlockKind.CLOSING)


# -- the looks ------------------------------------------------------------------------------------


def _marked_body(document: Document) -> str:
    """The text with the marks of its notes, a paragraph a block, and the signature."""
    text = document.text
    for note in sorted(document.notes, key=lambda note: note.offset or 0, reverse=True):
        if note.offset:
            text = text[: note.offset] + note.mark + text[note.offset :]
    return "\n\n".join([*text.split("\n"), *filter(None, [document.signed])])


def _as_note(document: Document) -> str:
    source = document.source_note
    notes = [*([source.text] if source and source.mark else []), *(note.text for note in document.notes)]
    listed = "".join(f"\n  {place}. " + words.replace("\n", "\n\n    ") for place, words in enumerate(notes, 1))
    head = f"{document.number}. {document.title}" + (f" {source.mark}" if source else "")
    return f"{head}\n\n{_marked_body(document)}{listed}"


def _as_memo(document: Document) -> str:
    listed = "".join(
        f"\n  {place}. " + note.text.replace("\n", "\n\n    ") for place, note in enumerate(document.notes, 1)
    )
    return f"No. {document.number}\n{document.title}\n\n{_marked_body(document)}{listed}"


def _documents(corpus: Path) -> Iterator[list[Document]]:
    for volume in sorted((corpus / "frus").glob("*.xml")):
        if os.environ.get("TRAVAUX_ALL_VOLUMES") or volume.stem in SOME_VOLUMES:
            documents = [document for document in read(volume.read_bytes(), name=volume.name) if document.number]
            if documents:  # not every volume prints numbers
                yield [document for document in documents if document.body]


@pytest.mark.corpus
@pytest.mark.parametrize("look", [_as_note, _as_memo], ids=["note", "memo"])
def test_no_letter_of_a_printed_document_is_lost(corpus: Path, look: object) -> None:
    lost = {}
    for documents in _documents(corpus):
        for document in documents:
            printed = look(document)  # type: ignore[operator]
            (back,) = read(printed.encode(), name=f"{document.id}.txt")
            if rest := _not_accounted_for(printed.removeprefix("No."), back):
                lost[document.id] = rest[:200]
    assert lost == {}


@pytest.mark.corpus
def test_no_letter_of_a_body_alone_is_lost(corpus: Path) -> None:
    lost = {}
    for documents in _documents(corpus):
        for document in documents:
            try:
                (back,) = read(document.text.replace("\n", "\n\n").encode(), name=f"{document.id}.txt")
            except UnreadableInput:
                continue
            if rest := _not_accounted_for(document.text, back):
                lost[document.id] = rest[:200]
    assert lost == {}


@pytest.mark.corpus
def test_no_letter_of_a_whole_volume_is_lost(corpus: Path) -> None:
    for documents in _documents(corpus):
        printed = [_as_note(document) for document in documents]
        volume = "\n\n".join(f"[Page {place}]\n\n{words}" for place, words in enumerate(printed, 1))
        back = read(volume.encode(), name="volume.txt")
        assert [document.number for document in back] == [document.number for document in documents]
        for document, words in zip(back, printed, strict=True):
            assert document.text == read(words.encode(), name="volume/d0.txt")[0].text
            assert not [finding for finding in document.findings if finding.code == "outside-documents"]


# -- mangled --------------------------------------------------------------------------------------

JUNK = st.sampled_from(
    ["\n", "\n\n", " ", "\t", "1", " 0", "[Page 9]", "  1. ", "•", "(a)", "No. 7", "\f", "“", "[", "]"]
)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A document of the examples with a stretch taken out and junk put in."""
    words = draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(words)))
        words = words[:place] + draw(JUNK) + words[place + draw(st.integers(0, 40)) :]
    return words


@settings(deadline=None, max_examples=tries(150))
@given(mangled())
def test_a_mangled_document_is_read_without_loss_or_refused_in_order(words: str) -> None:
    try:
        documents = read(words.encode(), name="mangled.txt")
    except UnreadableInput as refusal:
        assert refusal.remedy
        return
    said = [finding.message for document in documents for finding in document.findings]
    kept = "".join(_letters(" ".join([*_fields(document), document.text])) for document in documents)
    kept += _letters(" ".join(said))
    lost = [word for word in set(re.findall(r"[^\W\d_]{4,}", words)) if word.casefold() not in kept]
    assert [word for word in lost if word.casefold() not in "subjects page secret confidential restricted"] == []


@settings(deadline=None, max_examples=tries(100))
@given(st.integers(0, 5000), st.text(alphabet="<>/ab&;\"'1 \n", max_size=12))
def test_a_mangled_web_page_is_read_or_refused_in_order(place: int, junk: str) -> None:
    page = (Path(__file__).parents[1] / "cases/record/good/web_page_of_a_telegram/input.html").read_text("utf-8")
    try:
        read((page[:place] + junk + page[place:]).encode(), name="page.html")
    except UnreadableInput as refusal:
        assert refusal.remedy
