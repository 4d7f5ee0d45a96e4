"""Where the marks of notes stand: digits glued to words, among the numbers that are none."""

from __future__ import annotations

import time

import pytest

from travaux.record import Document, read

HEADING = "9. Telegram From the Embassy in Corvany to the Ministry of External Affairs"


def _read(body: str, notes: int, *, source: bool = False) -> Document:
    first = ["Source: Central Files. Secret."] if source else []
    listed = [*first, *(f"Note {number}." for number in range(1, notes + 1))]
    ends = "".join(f"\n  {number}. {words}" for number, words in enumerate(listed, 1))
    (document,) = read(f"{HEADING}{' 0' * source}\n\n{body}{ends}".encode(), name="paper.txt")
    return document


def _marked(document: Document) -> list[tuple[str, str]]:
    """Each mark with the word it stands behind."""
    ends = [(note.mark, document.text[: note.offset].split()[-1]) for note in document.notes if note.offset]
    return [(mark, word.strip("“”.,")) for mark, word in ends]


def test_the_minutes_of_an_hour_are_no_mark() -> None:
    document = _read("Rook called1 at 3:02 p.m. He left.2", 2)
    assert _marked(document) == [("1", "called"), ("2", "left")]


def test_a_number_may_be_printed_for_two_notes() -> None:
    document = _read("Of July 191 and of July 202 he knew (July 182) nothing.3 He left.4", 5)
    assert _marked(document) == [("1", "19"), ("2", "20"), ("2", "18"), ("3", "nothing"), ("4", "left")]


def test_a_number_may_be_left_out() -> None:
    document = _read("Rook1 called on Pell2 about the lights4 and the pilots5 today.", 4)
    assert [mark for mark, _ in _marked(document)] == ["1", "2", "4", "5"]


def test_the_first_notes_may_belong_to_lines_that_are_not_printed() -> None:
    document = _read("Rook called3 on Pell4 today.5", 3)
    assert [mark for mark, _ in _marked(document)] == ["3", "4", "5"]


@pytest.mark.parametrize("number", ["600", "$50,000", "80 per cent", "1930"])
def test_a_nought_in_the_text_is_not_the_source_notes_mark(number: str) -> None:
    document = _read(f"Re 596.2\n\nHe asked for {number} today.", 1)
    assert f"He asked for {number} today." in document.text


def test_the_day_of_a_month_keeps_its_digits() -> None:
    document = _read("Deliver May 11. Ref: Paris 17787.2 Subject: lights.", 1)
    assert document.text == "Deliver May 11. Ref: Paris 17787. Subject: lights."


def test_the_nought_glued_to_a_number_in_the_heading_is_the_source_notes_mark() -> None:
    heading = "352. National Security Action Memorandum No. 1330"
    words = f"{heading}\n\nTO\n\nThe Task Force1 met.\n  1. Source: Files.\n  2. Ours."
    (document,) = read(words.encode(), name="paper.txt")
    assert document.title == "National Security Action Memorandum No. 133"
    assert [(note.mark, note.text) for note in document.notes] == [("1", "Ours.")]


@pytest.mark.parametrize("number", ["Lot 63 D 351", "Lot 54 D 191"])
def test_the_number_of_a_lot_keeps_its_last_digit(number: str) -> None:
    document = _read(f"Filed in {number}.\n\nRook called.1", 1)
    assert document.text == f"Filed in {number}.\nRook called."


def test_a_mark_behind_the_number_of_a_lot_is_one_where_the_number_is_too_long() -> None:
    assert _read("Filed in Lot 54 D 2381 of Friday.", 1).text == "Filed in Lot 54 D 238 of Friday."


def test_marks_behind_the_numbers_of_papers_are_found_in_their_order() -> None:
    document = _read("NSC 5422\n\nTentative Guidelines1\n\nNSC 162/22\n\nNIE 13–543\n\nRook called.4", 4)
    assert document.text == "NSC 5422\nTentative Guidelines\nNSC 162/2\nNIE 13–54\nRook called."


@pytest.mark.parametrize("sign", ["*", "†", "‡", "§", "║", "¶", "**"])
def test_a_sign_is_a_mark(sign: str) -> None:
    document = _read(f"Rook called.{sign}", 1)
    assert (document.text, document.notes[0].mark) == ("Rook called.", sign)


def test_hundreds_of_notes_among_thousands_of_numbers_are_placed_at_once() -> None:
    lines = [
        f"The lights of {n * 7 % 999} were seen{n} by Rook in 19{n % 50 + 10} and {n % 99} men{n}."
        for n in range(1, 401)
    ]
    started = time.process_time()
    document = _read("\n\n".join(lines), 400)
    assert len(document.notes) == 400
    assert time.process_time() - started < 20  # a second or two; it once took minutes
