"""How the first volumes print their papers: headings by names, offices above the place, notes counted by chapter."""

from __future__ import annotations

import datetime

import pytest

from travaux.record import BlockKind, Document, Kind, read
from travaux.record.dateline import read as dateline

LETTER = """Mr. Rook to Mr. Pell.

Legation of Corvany,
Strelsau, March 4, 1869.

No. 23.]

Sir: I have the honor to report that the harbor was closed on Friday.

I am, sir, your obedient servant,

EDWARD ROOK.

Charles Pell, Esq., &c., &c., &c.
"""


def _read(words: str, name: str = "paper.txt") -> Document:
    (document,) = read(words.encode(), name=name)
    return document


def test_a_heading_by_names_says_who_writes_to_whom() -> None:
    document = _read(LETTER)
    assert (document.title, document.sender, document.addressee) == ("Mr. Rook to Mr. Pell.", "Rook", "Pell")
    assert (document.kind, document.number) == (Kind.OTHER, None)


def test_the_office_above_the_place_is_none_of_it() -> None:
    document = _read(LETTER)
    assert (document.place, document.date) == ("Strelsau", datetime.date(1869, 3, 4))


def test_the_name_above_the_addressee_signs() -> None:
    document = _read(LETTER)
    assert document.signed == "EDWARD ROOK."
    assert document.body[-1].text == "Charles Pell, Esq., &c., &c., &c."


@pytest.mark.parametrize("parted", [" ", "\n"])
def test_the_number_of_a_paper_stays_in_its_heading(parted: str) -> None:
    document = _read(LETTER.replace("Mr. Rook to", f"No. 214.{parted}Mr. Rook to"))
    assert (document.title, document.number) == ("No. 214. Mr. Rook to Mr. Pell.", None)
    assert (document.sender, document.addressee) == ("Rook", "Pell")


def test_a_sentence_about_two_persons_is_no_heading() -> None:
    words = "Mr. Rook sent to Mr. Pell a note. The harbor was closed and nobody knew for how long it would be."
    assert _read(words).title == ""


@pytest.mark.parametrize(
    ("line", "place", "date_text"),
    [
        (
            "American Legation, Strelsau, March 4, 1914, 3 p.m. [Received 7:30 a.m.]",
            "Strelsau",
            "March 4, 1914, 3 p.m.",
        ),
        ("War Department, Strelsau, March 4, 1882. (Received March 6.)", "Strelsau", "March 4, 1882"),
        ("Strelsau, March 4, 1914, 12 midnight.", "Strelsau", "March 4, 1914, 12 midnight"),
        ("The Hague, March 4, 1914.", "The Hague", "March 4, 1914"),
    ],
)
def test_datelines_of_letters(line: str, place: str, date_text: str) -> None:
    said = dateline(line)
    assert said is not None
    assert (said.place, said.date_text) == (place, date_text)


def test_a_dateline_may_stand_on_three_lines() -> None:
    heading = "File No. 763.72/994\n\nThe Minister in Corvany (Rook) to the Secretary of State"
    line = "American Legation,\nStrelsau, March 4, 1914, 3 p.m.\n[Received March 6, 7:30 a.m.]"
    document = _read(f"{heading}\n\n{line}\n\n[Telegram]\n\nThe harbor is closed.\n\nRook")
    assert (document.place, document.date_text) == ("Strelsau", "March 4, 1914, 3 p.m.")
    assert [block.text for block in document.body] == ["[Telegram]", "The harbor is closed."]


def test_notes_counted_through_a_chapter_are_placed() -> None:
    heading = "822.24/96: Telegram\n\nThe Minister in Corvany (Rook) to the Secretary of State"
    body = "88. Pell79 asked for 24 boats.80 He left on March 4.81"
    notes = "\n".join(f"  {place}. Note {place}." for place in (1, 2, 3))
    document = _read(f"{heading}\n\n{body}\n\nRook\n{notes}\n")
    assert document.text == "88. Pell asked for 24 boats. He left on March 4."
    assert [note.mark for note in document.notes] == ["79", "80", "81"]


def test_notes_begin_again_with_1_after_99() -> None:
    heading = "822.24/96: Telegram\n\nThe Minister in Corvany (Rook) to the Secretary of State"
    body = "88. Pell98 asked for boats.99 He left1 on Friday.2"
    notes = "\n".join(f"  {place}. Note {place}." for place in (1, 2, 3, 4))
    document = _read(f"{heading}\n\n{body}\n\nRook\n{notes}\n")
    assert [note.mark for note in document.notes] == ["98", "99", "1", "2"]


ENCLOSING = """Letter From the Minister of Marine (Rook) to the Legal Adviser (Pell)

Dear Pell: The draft is enclosed.

Sincerely yours,

Edward Rook
Minister of Marine

[Enclosure]

Draft Note

The harbor will be opened on Friday.
"""


@pytest.mark.parametrize("heading", ["[Enclosure]", "[Annex A]", "Tab B", "[Inclosure 1 in No. 297.]", "Attachment"])
def test_the_name_above_an_enclosure_signs(heading: str) -> None:
    document = _read(ENCLOSING.replace("[Enclosure]", heading))
    assert document.signed == "Edward Rook"
    assert "Edward Rook" in [block.text for block in document.body]


def test_the_name_above_a_postscript_or_an_editors_remark_signs() -> None:
    for below in ("P.S. The draft follows.", "[Here follows a table of contents.]"):
        document = _read(ENCLOSING.partition("[Enclosure]")[0] + below)
        assert document.signed == "Edward Rook"


def test_the_head_of_a_table_does_not_sign() -> None:
    table = "Key examples are shown below:\nCurrent Future\nLargest Weapon 500–1000 KT 10,000 KT\nStockpile 25 MT"
    document = _read(f"Letter From Rook to Pell\n\nDear Pell: The figures are enclosed.\n\n{table}\n")
    assert document.signed is None


def test_names_above_two_enclosures_sign_for_nobody() -> None:
    twice = ENCLOSING + "\nSincerely yours,\n\nCharles Pell\n\n[Enclosure]\n\nA second draft follows by pouch.\n"
    assert _read(twice).signed is None


def test_who_is_sent_a_copy_does_not_sign() -> None:
    document = _read("Memorandum for the Record\n\nRook called on Pell today.\n\ncc: Mr. Ash\n\nECON Mr. Born\n")
    assert document.signed is None


def test_when_a_letter_was_received_belongs_to_the_dateline_of_an_enclosure() -> None:
    enclosed = ENCLOSING.replace("Draft Note", "Strelsau, March 4, 1914.\n[Received March 6.]")
    dated = enclosed.replace("(Pell)\n", "(Pell)\n\nStrelsau, March 3, 1914.\n", 1)
    lines = [block.text for block in _read(dated).body if block.kind is BlockKind.DATELINE]
    assert lines == ["Strelsau, March 4, 1914.", "[Received March 6.]"]
