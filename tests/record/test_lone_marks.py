"""Marks of notes in a text whose notes were not given: what counts up is taken out and said, all else stays."""

from __future__ import annotations

import pytest

from travaux.record import Document, read

PROSE = "The harbor was closed and nobody could say for how long it would be so."


def _read(words: str) -> Document:
    (document,) = read(words.encode(), name="paper.txt")
    return document


def test_marks_that_count_up_are_taken_out_of_a_body_alone_and_named() -> None:
    document = _read(f"Rook called1 on Pell.2 {PROSE}3")
    assert document.text == f"Rook called on Pell. {PROSE}"
    (said,) = [finding for finding in document.findings if finding.code == "marks-without-notes"]
    assert "“called1”, “Pell.2”, “so.3”" in said.message
    assert said.remedy


def test_the_first_mark_may_belong_to_a_heading_that_is_not_given() -> None:
    assert _read(f"Rook called2 on Pell.3 {PROSE}").text == f"Rook called on Pell. {PROSE}"


def test_a_mark_behind_a_number_is_borne_out_by_its_neighbours() -> None:
    document = _read(f"Rook called1 about telegram 4742 of Friday.3 {PROSE}")
    assert document.text == f"Rook called about telegram 474 of Friday. {PROSE}"


def test_marks_may_count_on_from_the_paper_before() -> None:
    assert _read(f"Rook called79 on Pell.80 {PROSE}").text == f"Rook called on Pell. {PROSE}"


@pytest.mark.parametrize(
    "word",
    ["CO2", "B52", "Document 121", "Article 71", "Ref. 596.2", "2,500 tons", "3:12 p.m.", "telegrams 141 and 142"],
)
def test_what_is_no_mark_by_itself_stays(word: str) -> None:
    words = f"Pell spoke of {word} to Rook. {PROSE}"
    assert _read(words).text == words


def test_numbers_that_happen_to_count_up_stay() -> None:
    words = f"Pell cited telegrams 1401, 1402, 1403 and 1404 to Rook. {PROSE}"
    assert _read(words).text == words


def test_a_document_whose_heading_stands_has_its_notes_or_none() -> None:
    heading = "9. Telegram From the Embassy in Corvany to the Ministry of External Affairs"
    words = f"Rook called1 on Pell.2 {PROSE}"
    assert _read(f"{heading}\n\n{words}").text == words
