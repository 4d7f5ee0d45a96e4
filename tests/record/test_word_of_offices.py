"""Word files as offices and their word processors write them: letterheads, typed headings, controls, lists, changes."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document as WordFile
from tests.record.word_files import levels, paragraph, word_file

from travaux.record import BlockKind, Document, Kind, read

BODY = "The pilots are to be licensed by both sides of the Strait."


def _read(data: bytes) -> Document:
    (document,) = read(data, name="office.docx")
    return document


def _saved(word: WordFile) -> bytes:
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _runs(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _words(words: str, *, bold: bool = False) -> str:
    return f"<w:r><w:rPr>{'<w:b/>' * bold}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


# -- the top of the first page ----------------------------------------------------------------------


def test_a_marking_and_a_letterhead_may_stand_over_the_title() -> None:
    lines = ["CONFIDENTIAL", "Ministry of External Affairs", "MEMORANDUM OF CONVERSATION", "DATE:|June 1, 1962", BODY]
    document = _read(word_file("".join(map(paragraph, lines))))
    assert (document.title, document.kind) == ("MEMORANDUM OF CONVERSATION", Kind.CONVERSATION)
    assert document.classification == "confidential"
    assert [block.text for block in document.body] == ["Ministry of External Affairs", "DATE: June 1, 1962", BODY]


def test_notes_on_moved_lines_keep_their_places() -> None:
    body = "".join(map(paragraph, ["Ministry{1} of External Affairs", "MEMORANDUM", f"{BODY}{{2}}"]))
    document = _read(word_file(body, notes={1: "Western Department.", 2: "See the map."}))
    assert document.text == f"Ministry of External Affairs\n{BODY}"
    assert [(note.mark, note.offset) for note in document.notes] == [("1", 8), ("2", len(document.text))]


def test_lines_that_say_from_whom_and_to_whom_make_a_memorandum() -> None:
    document = _read(word_file("".join(map(paragraph, ["To:|The Minister", "From:|The Legal Adviser", "No."]))))
    assert (document.kind, document.sender, document.addressee) == (
        Kind.MEMORANDUM,
        "The Legal Adviser",
        "The Minister",
    )


def test_a_styled_heading_below_such_lines_is_not_the_title() -> None:
    word = docx.Document()
    for line in ("To: The Minister", "From: The Legal Adviser"):
        word.add_paragraph(line)
    word.add_heading("Background", 1)
    word.add_paragraph(BODY)
    document = _read(_saved(word))
    assert (document.title, document.kind) == ("", Kind.MEMORANDUM)
    assert [block.text for block in document.body][2:] == ["Background", BODY]


def test_a_marking_in_the_head_of_the_pages_classifies_the_document() -> None:
    word = docx.Document()
    word.add_heading("Memorandum From the Legal Adviser to the Minister", 0)
    word.add_paragraph(BODY)
    word.sections[0].header.paragraphs[0].text = "SECRET"
    word.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    document = _read(_saved(word))
    assert document.classification == "secret"
    assert [finding.code for finding in document.findings] == ["page-margin", "page-margin"]


def test_a_short_paragraph_in_bold_type_is_a_heading() -> None:
    body = paragraph("MEMORANDUM") + _runs(_words("What each side ", bold=True), _words("wants now", bold=True))
    body += _runs(_words("Treaty area.", bold=True), _words(" It stays as it is."))
    document = _read(word_file(body))
    assert [(block.kind, block.text) for block in document.body] == [
        (BlockKind.HEADING, "What each side wants now"),
        (BlockKind.PARAGRAPH, "Treaty area. It stays as it is."),
    ]


# -- lists --------------------------------------------------------------------------------------------


def test_lists_of_one_form_count_on_unless_one_starts_anew() -> None:
    numbering = levels(("decimal", "%1.")) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    items = "".join(paragraph(words, numbered=(number, 0)) for words, number in [("A", 1), ("B", 2), ("C", 3)])
    document = _read(word_file(paragraph("MEMORANDUM") + items, numbering=numbering))
    assert [block.text for block in document.body] == ["1. A", "2. B", "1. C"]


def test_typed_numbers_and_tabs_stay_as_they_are() -> None:
    document = _read(word_file("".join(map(paragraph, ["MEMORANDUM", "1.|Pilots.", "(a)|Theirs."]))))
    assert [block.text for block in document.body] == ["1. Pilots.", "(a) Theirs."]


# -- words in odd places ------------------------------------------------------------------------------


def test_controls_boxes_and_tables_within_a_cell_are_read() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict></w:r></w:p>"
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('Within it.')}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Light')}</w:sdtContent></w:sdt>"
    cells = f"<w:tc>{control}</w:tc><w:tc>{box}{inner}</w:tc><w:tc>{paragraph('Keeper')}</w:tc>"
    document = _read(word_file(paragraph("MEMORANDUM") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert [block.text for block in document.body] == ["Light\t\tKeeper", "In a box.", "Within it."]


def test_a_field_is_what_it_shows() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "MMMM d, yyyy" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>June 3, 1962</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = _read(word_file(paragraph("MEMORANDUM") + _runs(_words("Dunmarch, "), field) + paragraph(BODY)))
    assert (document.place, document.date_text) == ("Dunmarch", "June 3, 1962")


def test_hyphens_and_signs_are_kept() -> None:
    word = "<w:r><w:t>un</w:t><w:softHyphen/><w:t>changed 412</w:t><w:noBreakHyphen/><w:t>7 “as is” </w:t></w:r>"
    sign = '<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>'
    document = _read(word_file(paragraph("MEMORANDUM") + _runs(word, sign)))
    assert document.text == "unchanged 412-7 “as is” §"


# -- changes, notes and comments -----------------------------------------------------------------------


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    joined = _runs(_words("The pilots "), properties="<w:rPr><w:del/></w:rPr>") + _runs(_words("are licensed."))
    gone = _runs("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>")
    document = _read(word_file(paragraph("MEMORANDUM") + joined + gone))
    assert document.text == "The pilots are licensed."


def test_a_deleted_row_is_left_out_and_told() -> None:
    cell = f"<w:tc>{paragraph('gone')}</w:tc>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell}</w:tr>"
    document = _read(word_file(paragraph("MEMORANDUM") + f"<w:tbl>{row}</w:tbl>" + paragraph(BODY)))
    assert document.text == BODY
    assert "1 deletions" in document.findings[0].message


def test_a_mark_that_was_typed_is_the_mark_and_no_word() -> None:
    star = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    document = _read(word_file(paragraph("MEMORANDUM") + _runs(_words("Pilots"), star), notes={1: "All of them."}))
    assert document.text == "Pilots"
    assert [(note.mark, note.offset) for note in document.notes] == [("*", 6)]


@pytest.mark.parametrize("space", ["<w:tab/>", "<w:br/>"])
def test_words_of_a_note_do_not_run_into_each_other(space: str) -> None:
    body = paragraph("MEMORANDUM") + paragraph("Pilots{1}")
    data = word_file(body, notes={1: f"See the map,</w:t>{space}<w:t>of 1931."})
    assert _read(data).notes[0].text.split() == ["See", "the", "map,", "of", "1931."]


def test_a_comment_in_the_margin_is_told() -> None:
    word = docx.Document()
    word.add_heading("Memorandum From the Legal Adviser to the Minister", 0)
    word.add_comment(word.add_paragraph(BODY).runs, text="Ask the Marine.", author="Pell")
    document = _read(_saved(word))
    assert document.text == BODY
    assert [finding.message for finding in document.findings] == ["A comment in the margin says “Ask the Marine.”."]
