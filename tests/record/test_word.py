"""Word files as offices write them."""

from __future__ import annotations

import datetime
import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.word_files import levels, paragraph, row, word_file

from travaux.errors import UnknownLook, UnreadableInput
from travaux.record import BlockKind, Document, Kind, read

MEMORANDUM = (
    "MEMORANDUM",
    "TO:|The Minister",
    "FROM:|The Western Department",
    "SUBJECT:|Pilots in the Strait",
    "DATE:|June 1, 1962",
)


def _read(data: bytes) -> Document:
    (document,) = read(data, name="office.docx")
    return document


def test_the_lines_over_a_memorandum_say_whose_it_is_and_stay_in_the_body() -> None:
    document = _read(word_file("".join(map(paragraph, (*MEMORANDUM, "The pilots are to be licensed.")))))
    assert (document.id, document.kind, document.title) == ("office", Kind.MEMORANDUM, "MEMORANDUM")
    assert (document.sender, document.addressee) == ("The Western Department", "The Minister")
    assert (document.subject, document.date) == ("Pilots in the Strait", datetime.date(1962, 6, 1))
    lines = [words.replace("|", " ") for words in (*MEMORANDUM[1:], "The pilots are to be licensed.")]
    assert [block.text for block in document.body] == [words for words in lines if "SUBJECT" not in words]


def test_numbers_that_word_prints_are_read_with_their_paragraphs() -> None:
    paragraphs = [("Pilots.", 0), ("Theirs.", 1), ("Ours.", 1), ("Lights.", 0), ("None.", 1)]
    body = "".join(paragraph(words, numbered=(1, depth)) for words, depth in paragraphs)
    numbering = levels(("decimal", "%1."), ("lowerLetter", "(%2)"))
    document = _read(word_file(paragraph("MEMORANDUM") + body, numbering=numbering))
    assert [block.text for block in document.body] == [
        "1. Pilots.",
        "(a) Theirs.",
        "(b) Ours.",
        "2. Lights.",
        "(a) None.",
    ]


def test_footnotes_are_anchored_where_their_marks_stand() -> None:
    body = paragraph("MEMORANDUM") + paragraph("Rook{7} called on Pell{3} in 1962.")
    document = _read(word_file(body, notes={3: "Of the Marine.", 7: "The elder."}))
    assert document.text == "Rook called on Pell in 1962."
    assert [(note.mark, note.offset, note.text) for note in document.notes] == [
        ("1", 4, "The elder."),
        ("2", 19, "Of the Marine."),
    ]


def test_tables_are_rows_and_headings_are_headings() -> None:
    word = docx.Document()
    word.add_heading("Memorandum of Conversation", 0)
    word.add_heading("What each side wants for the lights of the northern shore, in short", 2)
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Corvany", "Nothing"
    written = io.BytesIO()
    word.save(written)
    document = _read(written.getvalue())
    assert (document.kind, document.title) == (Kind.CONVERSATION, "Memorandum of Conversation")
    assert [(block.kind, block.text) for block in document.body] == [
        (BlockKind.HEADING, "What each side wants for the lights of the northern shore, in short"),
        (BlockKind.ROW, "Corvany\tNothing"),
    ]


def test_tracked_changes_are_read_as_if_accepted_and_told() -> None:
    changes = "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    document = _read(word_file(paragraph("MEMORANDUM") + f"<w:p>{changes}</w:p>"))
    assert document.text == "new"
    assert [finding.code for finding in document.findings] == ["tracked-changes"]


def test_a_note_without_a_mark_is_told_with_its_words() -> None:
    document = _read(word_file(paragraph("MEMORANDUM") + paragraph("No mark."), notes={1: "Lonely."}))
    assert [finding.code for finding in document.findings] == ["note-without-mark"]
    assert "Lonely." in document.findings[0].message


@pytest.mark.parametrize("part", [0.2, 0.6, 0.95])
def test_a_file_cut_short_is_refused(part: float) -> None:
    data = word_file(paragraph("MEMORANDUM"))
    with pytest.raises(UnreadableInput, match="cut short") as refusal:
        _read(data[: int(len(data) * part)])
    assert refusal.value.at == "office.docx"


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no words"):
        _read(word_file(""))


def test_a_shopping_list_is_refused() -> None:
    with pytest.raises(UnknownLook):
        _read(word_file(paragraph("eggs") + paragraph("butter")))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_a_file_with_wrong_bytes_is_read_or_refused_in_order(place: int, wrong: bytes) -> None:
    data = bytearray(word_file(paragraph("MEMORANDUM") + paragraph("Rook{1} called.", numbered=(1, 0))))
    place %= len(data)
    data[place : place + len(wrong)] = wrong
    try:
        read(bytes(data), name="office.docx")
    except UnreadableInput as refusal:
        assert refusal.remedy


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from("Rook Pell called 1. (a) • 5 Tab".split()), min_size=1).map(" ".join)))
def test_no_word_of_a_file_is_lost(paragraphs: list[str]) -> None:
    body = "".join(map(paragraph, ["MEMORANDUM", "Called.", *paragraphs])) + f"<w:tbl>{row('Light', 'Keeper')}</w:tbl>"
    document = _read(word_file(body))
    words = ["Called.", *" ".join(paragraphs).split(), "Light", "Keeper"]
    read_words = document.text.split() + (document.signed or "").split()
    assert sorted(word for word in read_words if word != "•") == sorted(word for word in words if word != "•")
