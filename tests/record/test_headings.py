"""Headings, datelines, own numbers, markings: the short lines above a document."""

from __future__ import annotations

import datetime

import pytest

from travaux.record import Kind, dateline
from travaux.record.heading import heading
from travaux.record.marking import Marking, marking
from travaux.record.own_number import own_number
from travaux.record.withheld import quantity


@pytest.mark.parametrize(
    ("words", "kind", "sender", "addressee"),
    [
        ("Telegram From the Embassy in Corvany to the Department of State",
         Kind.TELEGRAM, "Embassy in Corvany", "Department of State"),
        ("Letter From the Counselor of Embassy (Astley) to the Chief of the Western Department (Fenwray)",
         Kind.LETTER, "Astley", "Fenwray"),
        ("Memorandum From the Special Assistant to the President (Pell) to Secretary of State Rook",
         Kind.MEMORANDUM, "Pell", "Rook"),
        ("Memorandum From Ann Pell of the Policy Planning Staff to the Secretary of Defense (Ash) and President Rook",
         Kind.MEMORANDUM, "Ann Pell", "Ash; Rook"),
        ("The Ambassador in Corvany (Marsh) to the Secretary of State", Kind.OTHER, "Marsh", "Secretary of State"),
        ("Letter From Prime Minister Serrat to President Tull, Dunmarch, May 3, 1962", Kind.LETTER, "Serrat", "Tull"),
        ("Memorandum of a Conversation Between the Minister (Pell) and the Ambassador (Ash)",
         Kind.CONVERSATION, None, None),
        ("Memorandum by the Legal Adviser (Ellwick)", Kind.MEMORANDUM, "Ellwick", None),
        ("Minutes of the Third Meeting of the Delegation", Kind.MINUTES, None, None),
        ("Editorial Note", Kind.EDITORIAL_NOTE, None, None),
        ("Convention Between Halvern and Corvany", Kind.AGREEMENT, None, None),
    ],
)  # fmt: skip
def test_a_heading_says_what_it_is_and_who_writes_to_whom(
    words: str, kind: Kind, sender: str | None, addressee: str | None
) -> None:
    said = heading(words)
    assert (said.kind, said.sender, said.addressee) == (kind, sender, addressee)


def test_a_number_that_is_not_the_documents_own_stays_in_the_title() -> None:
    assert heading("12. Editorial Note", number="12").title == "Editorial Note"
    assert heading("1958 Review of Policy", number="12").title == "1958 Review of Policy"


@pytest.mark.parametrize(
    ("words", "place", "date", "printed"),
    [
        ("Tessenay, March 4, 1962, 3 p.m.", "Tessenay", datetime.date(1962, 3, 4), "March 4, 1962, 3 p.m."),
        ("[Dunmarch,] 24 February 1951—10:39 a. m.", "Dunmarch", datetime.date(1951, 2, 24),
         "24 February 1951—10:39 a. m."),
        ("Port Quillon, undated.", "Port Quillon", None, "undated"),
        ("May 4–6, 1955.", None, None, "May 4–6, 1955"),
        ("Zenda, June 1, 1950—noon. [Received June 2—8:09 p. m.]", "Zenda", datetime.date(1950, 6, 1),
         "June 1, 1950—noon"),
        ("The Hague, December 15, 1961, 2:15–4 p.m.", "The Hague", datetime.date(1961, 12, 15),
         "December 15, 1961, 2:15–4 p.m."),
    ],
)  # fmt: skip
def test_a_dateline_says_where_and_when(
    words: str, place: str | None, date: datetime.date | None, printed: str
) -> None:
    said = dateline.read(words)
    assert said is not None
    assert (said.place, said.date, said.date_text) == (place, date, printed)


@pytest.mark.parametrize("words", ["He left Tessenay on March 4, 1962, by train.", "Strait of Ilvane", "1962"])
def test_other_lines_are_no_datelines(words: str) -> None:
    assert dateline.read(words) is None


def test_a_day_that_is_not_in_the_calendar_is_no_date() -> None:
    assert dateline.dates_in("June 31, 1962, or June 30, 1962") == {datetime.date(1962, 6, 30)}


@pytest.mark.parametrize(
    ("title", "first", "number"),
    [
        ("Telegram From A to B", "312. King called.", "312"),
        ("Telegram From A to B", "Secto 19. King called.", "Secto 19"),
        ("Telegram 2208 From A to B", "King called.", "2208"),
        ("Telegram From A to B", "No. 58", "58"),
        ("Telegram From A to B", "King called.", None),
    ],
)
def test_a_telegrams_own_number_is_in_its_title_or_opens_it(title: str, first: str, number: str | None) -> None:
    assert own_number(Kind.TELEGRAM, title, [first]) == number


def test_the_first_of_a_numbered_list_is_no_own_number() -> None:
    assert own_number(Kind.TELEGRAM, "Telegram From A to B", ["1. King called.", "2. He left."]) is None


def test_letters_have_no_own_number() -> None:
    assert own_number(Kind.LETTER, "Letter From A to B", ["312. King called."]) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("top secret us urgent", Marking("top-secret", ("us urgent",))),
        ("Confidential", Marking("confidential")),
        ("Priority", Marking(None, ("Priority",))),
        ("Secret talks began", None),
        ("", None),
    ],
)
def test_a_marking_line_is_understood_whole_or_not_at_all(line: str, said: Marking | None) -> None:
    assert marking(line) == said


@pytest.mark.parametrize(
    ("passage", "amount", "unit"),
    [
        ("8-1/2 lines of source text not declassified", 8.5, "lines"),
        ("1 paragraph (10-1/2 lines) not declassified", 1.0, "paragraphs"),
        ("less than 1 line not declassified", None, "lines"),
        ("2½ pages not declassified", 2.5, "pages"),
        ("name not declassified", None, "names"),
        ("two words not declassified", 2.0, "words"),
        ("text not declassified", None, "text"),
        ("handling indicator not declassified", None, None),
    ],
)
def test_how_much_was_withheld(passage: str, amount: float | None, unit: str | None) -> None:
    assert quantity(passage) == (amount, unit)
