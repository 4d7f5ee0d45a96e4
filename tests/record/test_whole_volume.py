"""A whole volume as one text: each document as it is by itself, and no word between them lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.printing import as_memo, as_note
from tests.record.test_looks import papers

from travaux.errors import UnreadableInput
from travaux.record import Document, read

DIVISIONS = st.lists(
    st.sampled_from(["Ilvane", "The Strait of Ilvane", "Pilotage and Lights, 1961–1962", "III. Anchorages"]), max_size=2
)


@st.composite
def volumes(draw: st.DrawFn, look: object) -> tuple[str, list[str], list[str]]:
    """A volume's text, its documents by themselves, and the headings of its divisions."""
    texts, headings, volume = list[str](), list[str](), list[str]()
    number = draw(st.integers(1, 600))
    for position in range(draw(st.integers(3, 6))):
        division = draw(DIVISIONS)
        paper = draw(papers())
        text = look(paper.numbered(number + position))  # type: ignore[operator]
        texts.append(text)
        headings += division
        volume += [f"[Page {position + 1}]", *division, text]
    return "\n\n".join(volume) + "\n", texts, headings


def _check(volume: tuple[str, list[str], list[str]]) -> None:
    words, texts, headings = volume
    documents = read(words.encode(), name="strait.txt")
    assert [_without_outside(document) for document in documents] == [_alone(text) for text in texts]
    outside = [finding.message for document in documents for finding in document.findings]
    assert [message.split("“")[1].rstrip("”") for message in outside] == headings


def _without_outside(document: Document) -> tuple[object, ...]:
    return document.id, document.title, document.text, document.notes, document.signed, document.source_note


def _alone(text: str) -> tuple[object, ...]:
    (document,) = read(text.encode(), name="strait/d0.txt")
    return f"strait/d{document.number}", *_without_outside(document)[1:]


@settings(deadline=None, max_examples=40)
@given(volumes(as_note))
def test_a_volume_with_notes_is_cut_at_its_headings(volume: tuple[str, list[str], list[str]]) -> None:
    _check(volume)


@settings(deadline=None, max_examples=40)
@given(volumes(as_memo))
def test_a_volume_with_file_numbers_is_cut_above_them(volume: tuple[str, list[str], list[str]]) -> None:
    _check(volume)


def test_a_document_with_numbered_paragraphs_is_no_volume() -> None:
    words = "4. Memorandum of Conversation 0\n\n5. Report by Rook\n\n6. He left at noon.\n\n7. Nothing else was said.\n"
    (document,) = read(words.encode(), name="paper.txt")
    assert document.number == "4"


def test_an_encoding_that_is_assumed_is_told_with_the_first_document() -> None:
    words = "1. Editorial Note\n\nThe café closed.\n\n2. Editorial Note\n\nIt opened.\n\n3. Editorial Note\n\nAgain.\n"
    first, *others = read(words.encode("cp1252"), name="strait.txt")
    assert [finding.code for finding in first.findings] == ["encoding-assumed"]
    assert first.findings[0].at.document == first.id == "strait/d1"
    assert not any(document.findings for document in others)


def test_a_volume_without_numbers_is_refused() -> None:
    paper = "412.7/5–962: Telegram\n\nThe Ambassador in Corvany (Rook) to the Minister\n\nNothing new.\n\n"
    with pytest.raises(UnreadableInput, match="no numbers") as refusal:
        read((paper * 6).encode(), name="strait.txt")
    assert refusal.value.remedy
