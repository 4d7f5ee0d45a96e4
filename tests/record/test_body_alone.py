"""A body without a heading: its first line may be worded as a heading is, and its number may be anyone's."""

from __future__ import annotations

import pytest

from travaux.record import Document, Kind, read

PROSE = "The harbor was closed on Friday and nobody could say for how long it would be so."


def _read(words: str) -> Document:
    (document,) = read(words.encode(), name="paper.txt")
    return document


@pytest.mark.parametrize(
    "first",
    [
        "[Here follow list of persons (39) present and discussion of prior subjects.]\n\n3. Slates for the Council",
        "NSC 7/2\n\nProbable Developments in Corvany",
    ],
)
def test_a_subject_above_the_words_stays_in_the_body(first: str) -> None:
    document = _read(f"{first}\n\n{PROSE}")
    assert document.title == ""
    assert " ".join(document.text.split()) == " ".join(f"{first} {PROSE}".split())


def test_marks_below_a_first_line_that_is_worded_as_a_heading_are_taken_out() -> None:
    document = _read(f"Report of the Sixth Committee on the Lights1\n\nRook called2 on Pell.3 {PROSE}")
    assert document.title == "Report of the Sixth Committee on the Lights"
    assert document.text == f"Rook called on Pell. {PROSE}"


def test_the_number_of_a_paper_whose_kind_is_not_known_is_not_taken() -> None:
    assert _read(f"No. 54\n\n{PROSE}").own_number is None
    assert _read(f"312. {PROSE}").own_number == "312"


def test_a_numbered_message_is_no_agreement_whatever_it_cites() -> None:
    document = _read(f"529. Draft of the Convention on Lights was sent to Pell. Article 9 was left out. {PROSE}")
    assert (document.kind is Kind.AGREEMENT, document.own_number) == (False, "529")


def test_a_letter_that_cites_a_convention_is_a_letter() -> None:
    document = _read(f"My Dear Mr. Rook: The Convention on Lights says in Article VII nothing of it. {PROSE}")
    assert document.kind is Kind.LETTER


def test_a_telegram_in_the_language_of_telegrams_is_read() -> None:
    words = "128. Contel 154 Sep 10 and Embtel 939 Sep 12 Dept accepts Emb recommendation implement plan show letter"
    assert _read(words).own_number == "128"


def test_blanks_to_be_filled_in_are_no_program() -> None:
    words = f"Rook asked Pell to send the ____ of ____ to ____ and the ____ of ____ to the port. {PROSE}"
    assert _read(words).text == words


def test_a_source_note_that_begins_small_is_one() -> None:
    heading = "9. Telegram From the Embassy in Corvany to the Ministry of External Affairs 1"
    document = _read(f"{heading}\n\n{PROSE}\n\nRook\n  1. source: Central Files, 783.00/6–1158. Secret; Niact.")
    assert document.source_note is not None
    assert (document.classification, document.source_note.handling) == ("secret", ("Niact",))
