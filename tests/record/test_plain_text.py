"""Plain text as people paste it: marks, pages, lines, signatures, agreements."""

from __future__ import annotations

import pytest

from travaux.errors import UnknownLook, UnreadableInput
from travaux.findings import Severity
from travaux.record import BlockKind, Document, Kind, read

HEADING = "9. Telegram From the Embassy in Corvany to the Ministry of External Affairs 0\n\n"


def _read(words: str, name: str = "paper.txt") -> Document:
    (document,) = read(words.encode(), name=name)
    return document


def test_the_document_is_named_after_the_file() -> None:
    assert _read(HEADING + "Nothing new.").id == "paper"


def test_a_folder_in_the_name_is_the_volume_that_references_lead_to() -> None:
    document = _read(HEADING + "See Document 4 and footnote 2, Document 5.", "strait/d9.txt")
    assert document.id == "strait/d9"
    assert [reference.target for reference in document.references] == ["strait/d4", "strait/d5fn2"]


def test_references_to_other_volumes_name_them() -> None:
    document = _read(
        HEADING + "See Foreign Relations, 1955–1957, vol. XX, Part 2, Document 8.", "frus1958-60v18/d9.txt"
    )
    assert [reference.target for reference in document.references] == ["frus1955-57v20p2/d8"]


def test_a_footnote_on_a_page_is_no_reference_to_this_document() -> None:
    assert not _read(HEADING + "It is printed on p. 649, footnote 2.").references


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("party.”", " He left."),
        ("Rook", " called."),
        ("April 23, 1952", " at noon."),
        ("the pact of 1948,", " which stands."),
    ],
)
def test_a_mark_leaves_the_word_it_is_glued_to(before: str, after: str) -> None:
    document = _read(f"{HEADING}{before}1{after}\n\nAsh\n  1. Source: Rook Papers.\n  2. Not printed.\n")
    (note,) = document.notes
    assert document.body[0].text == before + after
    assert (note.mark, note.offset) == ("1", len(before))


def test_a_heading_whose_source_note_is_missing_loses_its_mark_aloud() -> None:
    document = _read(HEADING + "Nothing new.")
    assert document.addressee == "Ministry of External Affairs"
    assert [finding.code for finding in document.findings] == ["mark-without-note"]


def test_numbers_that_are_no_marks_stay() -> None:
    words = "Telegram 31 of May 21, 1961, cites 2,500 tons, Article 2 and file 794.1/2–21 of 1931."
    document = _read(f"{HEADING}{words} Rook1 agrees.\n\nAsh\n  1. Source: Rook Papers.\n  2. Not printed.\n")
    assert document.body[0].text == words + " Rook agrees."


def test_a_note_whose_mark_is_nowhere_is_kept_and_said() -> None:
    document = _read(f"{HEADING}He left.\n\nAsh\n  1. Source: Rook Papers.\n  2. Not printed.\n")
    assert [note.offset for note in document.notes] == [None]
    assert [finding.code for finding in document.findings] == ["note-without-mark"]


def test_numbered_lines_at_the_end_without_any_marks_are_no_notes() -> None:
    document = _read(f"{HEADING}We ask for:\n  1. Grain.\n  2. Timber.\n")
    assert not document.notes
    assert [block.text for block in document.body] == ["We ask for:", "1. Grain.", "2. Timber."]


def test_a_mark_without_notes_is_left_in_the_text_and_said() -> None:
    document = _read("Dear Rook: Submitted to CNO1 which slept.\n")
    (finding,) = document.findings
    assert "CNO1" in document.text
    assert (finding.code, document.passage(finding.at)) == ("mark-without-note", "1")


def test_a_page_break_does_not_break_the_word_it_stands_in() -> None:
    document = _read(HEADING + "The har[Page 7]bor is [Page 8] closed.")
    assert document.text == "The harbor is closed."
    assert [(page.page, document.text[page.offset :]) for page in document.page_breaks] == [
        ("7", "bor is closed."),
        ("8", "closed."),
    ]


def test_a_number_on_a_line_by_itself_belongs_to_the_next_paragraph() -> None:
    document = _read(HEADING + "He said:\n\n(1)\n\nNo.\n\n(2)\nNever.")
    assert [block.text for block in document.body] == ["He said:", "(1) No.", "(2) Never."]
    assert [block.kind for block in document.body[1:]] == [BlockKind.ITEM] * 2


def test_title_like_lines_are_headings_and_run_in_headings_are_not() -> None:
    document = _read(HEADING + "Discussion\n\nTreaty Area. This is a related question.")
    assert [block.kind for block in document.body] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_the_signature_leaves_the_body_with_its_formula_marked() -> None:
    document = _read(HEADING + "He left.\n\nSincerely yours,\n\nCount A. L. de Rook, Jr.\nMinister of Marine")
    assert document.signed == "Count A. L. de Rook, Jr."
    assert [(block.kind, block.text) for block in document.body[1:]] == [
        (BlockKind.CLOSING, "Sincerely yours,"),
        (BlockKind.CLOSING, "Minister of Marine"),
    ]


def test_the_last_of_several_names_under_an_instrument_does_not_sign_the_document() -> None:
    document = _read("1. Convention Between A and B 0\n\nArticle 1\n\nPeace.\n\nFor A:\nAnn Pell\n\nFor B:\nBen Ash")
    assert document.signed is None
    assert document.text.endswith("For A:\nAnn Pell\nFor B:\nBen Ash")


def test_lines_cut_at_a_fixed_width_are_joined() -> None:
    words = (
        "The Ambassador said that he had not come to argue about pilots, and that\n"
        "his Government would not refuse a joint commission if it were asked for\n"
        "one in good time.\n"
    )
    assert [block.text for block in _read(HEADING + words).body] == [" ".join(words.split())]


def test_a_telegrams_body_alone_is_read_without_a_heading() -> None:
    document = _read("Rook called. [2 lines of source text not declassified]\n")
    assert (document.title, len(document.withheld)) == ("", 1)


def test_an_agreement_by_itself_is_its_own_body() -> None:
    words = "TREATY OF PEACE\nBETWEEN A AND B\n\nArticle 1\nThere shall be peace.\nArticle 2\nFor ever.\n"
    document = _read(words)
    assert (document.kind, document.title) == (Kind.AGREEMENT, "TREATY OF PEACE BETWEEN A AND B")
    assert document.text.split() == words.split()
    assert [block.kind for block in document.body[2:4]] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_another_encoding_is_assumed_aloud() -> None:
    (document,) = read("Dear Rook: déjà vu “again”.".encode("cp1252"), name="old.txt")
    assert document.text == "Dear Rook: déjà vu “again”."
    assert [(finding.code, finding.severity) for finding in document.findings] == [
        ("encoding-assumed", Severity.ASSUMED)
    ]


def test_a_byte_order_mark_is_no_character() -> None:
    (document,) = read("\ufeffDear Rook: I agree.".encode(), name="bom.txt")
    assert document.text == "Dear Rook: I agree."
    assert not document.findings


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        read(data, name="empty.txt")


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(UnreadableInput, match="Line 2"):
        read(b"Dear Rook:\n\x81\x8d\x01", name="x.txt")


@pytest.mark.parametrize(
    "words",
    [
        "eggs\nbutter\n",
        "def read(data):\n    return data\n",
        "The quick brown fox jumps over the lazy dog.",
        "{}",
        "1 2 3",
    ],
)
def test_text_in_no_known_look_is_refused_with_a_remedy(words: str) -> None:
    with pytest.raises(UnknownLook) as refusal:
        _read(words)
    assert refusal.value.at == "paper.txt"
    assert refusal.value.remedy


def test_a_numbered_opening_that_is_no_heading_stays_in_the_body() -> None:
    words = "2015. Embtels 3258 May 17 and 3366 May 26. Questions raised by Rook are under active consideration here."
    document = _read(words)
    assert (document.title, document.text, document.own_number) == ("", words, "2015")
    assert [finding.code for finding in document.findings] == ["no-heading"]


@pytest.mark.parametrize(
    "title",
    [
        "Memorandum of a Conversation, Tessenay, October 11, 1961, 11 a.m.",
        "Telegram From the Embassy in [place not declassified]",
        "Minutes of a Meeting, Tessenay, July 5, 1973.",
    ],
)
def test_the_mark_of_a_heading_is_no_part_of_a_date_or_of_what_is_withheld(title: str) -> None:
    document = _read(f"9. {title} 1\n\nHe left.2\n\nAsh\n  1. Source: Rook Papers.\n  2. Not printed.\n")
    assert document.title == title
    assert [note.mark for note in document.notes] == ["2"]


def test_a_memorandum_for_the_files_is_no_file_number() -> None:
    document = _read(
        "21. Memorandum for the Files1\n\nPARTICIPANTS\n\nHe left.2\n\nAsh\n  1. Source: A.\n  2. Not printed.\n"
    )
    assert (document.title, document.number, document.kind) == ("Memorandum for the Files", "21", Kind.MEMORANDUM)


def test_a_misprinted_day_is_kept_as_printed_and_told() -> None:
    heading = "14. Letter From Astley to Fenwray\n\nTessenay, June 31, 1962\n\n"
    letter = _read(heading + "Dear Piers: The pilots are ready to sail again.")
    assert (letter.date, letter.date_text) == (None, "June 31, 1962")
    assert [each.code for each in letter.findings] == ["date-not-understood"]
