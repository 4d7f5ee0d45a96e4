"""Lines that only the width of a page parted are joined; what a writer ended stays ended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.record.formats.unwrap import unwrapped

PAGE = [
    "ARTICLE 1",
    "Hours",
    "1. The ferry runs daily between the two ports, and on feast days it runs",
    "twice, in accordance with the timetable. It takes the mail, as is said in",
    "Article 2.",
    "2. It waits at the quay for as long as the pilots of either port ask for,",
    "be it by day or by night, by letter or by telegraph, where of the reasons",
    "given below one is told:",
    "(a) the mail is late;",
    "(b) there is fog.",
] * 3


def test_a_sentence_that_the_page_parted_is_one_line() -> None:
    assert unwrapped(PAGE)[2].endswith("as is said in Article 2.")


def test_headings_paragraphs_and_items_stay_lines() -> None:
    assert [line[:6] for line in unwrapped(PAGE)[:6]] == ["ARTICL", "Hours", "1. The", "2. It ", "(a) th", "(b) th"]


def test_a_blank_line_parts_what_stands_around_it() -> None:
    parted = [line for each in PAGE for line in (each, "")]

    assert unwrapped(parted) == PAGE


def test_a_text_whose_lines_are_paragraphs_is_given_back() -> None:
    lines = ["The ferry runs daily and " * 8, "free of charge"] * 10

    assert unwrapped(lines) == lines


@given(st.lists(st.text(alphabet="abc AB.,;1()", max_size=90).map(lambda line: " ".join(line.split())), max_size=40))
def test_no_word_is_lost_or_moved(lines: list[str]) -> None:
    assert " ".join(unwrapped(lines)).split() == " ".join(lines).split()
