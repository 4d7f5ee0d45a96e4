"""When somebody held which office is read from the words of a list; what is not understood stays in them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.record.register import Held, Office
from travaux.record.registers.tenure import tenure

CASES = {
    "Minister of Marine": [("Minister of Marine", "", "")],
    "Ambassador to Corvany until June 1957": [("Ambassador to Corvany", "", "1957-06")],
    "Ambassador to Corvany to March 3, 1957.": [("Ambassador to Corvany", "", "1957-03-03")],
    "Attaché from 1956 until 1958": [("Attaché", "1956", "1958")],
    "Attaché, March 1956–April 1957": [("Attaché", "1956-03", "1957-04")],
    "Minister of Trade, January–December 1954": [("Minister of Trade", "1954-01", "1954-12")],
    "Prime Minister, May 14–31, 1958": [("Prime Minister", "1958-05-14", "1958-05-31")],
    "Consul until spring 1957": [("Consul", "", "1957-21")],
    "Member of the Delegation, 1952": [("Member of the Delegation", "1952", "1952")],
    "Chief of Staff until June, 1958": [("Chief of Staff", "", "1958-06")],
    "Envoy until May 1955 and from June 1957": [("Envoy", "", "1955-05"), ("Envoy", "1957-06", "")],
    "Chancellor and, until May 1955, Minister of Foreign Affairs": [
        ("Chancellor", "", ""),
        ("Minister of Foreign Affairs", "", "1955-05"),
    ],
    "after June 1962, Prime Minister of Corvany": [("Prime Minister of Corvany", "1962-06", "")],
    "Deputy Prime Minister until August 1955 and Minister of State until November 1955": [
        ("Deputy Prime Minister", "", "1955-08"),
        ("Minister of State", "", "1955-11"),
    ],
    "President of Halvern until February 1958, thereafter President of the Union": [
        ("President of Halvern", "", "1958-02"),
        ("President of the Union", "1958-02", ""),
    ],
    "Deputy Chief until May 1956; Chief thereafter": [("Deputy Chief", "", "1956-05"), ("Chief", "1956-05", "")],
    "Consul until May 1956; thereafter Minister until 1958": [
        ("Consul", "", "1956-05"),
        ("Minister", "1956-05", "1958"),
    ],
    "Director for Marine Affairs (Coastal Affairs after July 1955) until May 1956": [
        ("Director for Marine Affairs (Coastal Affairs after July 1955)", "", "1956-05")
    ],
    "Officer in Charge until May 1958, Bureau of Coastal Affairs": [
        ("Officer in Charge, Bureau of Coastal Affairs", "", "1958-05")
    ],
}


@pytest.mark.parametrize("words", CASES)
def test_offices_and_their_times_are_read(words: str) -> None:
    assert [(office.title, office.since, office.until) for office in tenure(words)] == CASES[words]
    assert all(office.understood for office in tenure(words))


@pytest.mark.parametrize(
    "words",
    [
        "Chief thereafter",  # after what?
        "Foreign Minister from May 1961 until sometime before November 1961",
        "adviser during 1950 elections",
        "appointed December 23, 1957, and presented his credentials January 15, 1958",
        "Adviser to the King until he was arrested in July 1958",
        "member of the staff, until mid 1974",
        "Assistant until April. 1955 and from January 1957",
    ],
)
def test_what_is_not_understood_stays_in_its_words_without_a_date(words: str) -> None:
    (office,) = tenure(words)
    assert office == Office(words, words, understood=False)


@given(st.text(alphabet="Aab ,;()-–.1957untilfromMay ", max_size=60))
def test_no_word_of_an_entry_is_lost_and_none_makes_it_fail(words: str) -> None:
    for office in tenure(words):
        assert office.title
        assert "".join(office.words.split()) in "".join(words.split())


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        ("1957-06", "", "1957-05-31", Held.NO),
        ("1957-06", "", "1957-06-15", Held.PERHAPS),
        ("1957-06", "", "1957-07-01", Held.YES),
        ("1957-06-15", "", "1957-06-15", Held.YES),
        ("", "1957", "1957-02-01", Held.PERHAPS),
        ("", "1957", "1958-01-01", Held.NO),
        ("1957", "1957", "1957-08-01", Held.YES),
        ("1957-21", "", "1957-02-01", Held.NO),
        ("1957-21", "", "1957-04-01", Held.PERHAPS),
        ("", "", "1957-02-01", Held.UNDATED),
    ],
)
def test_whether_an_office_was_held_on_a_day(since: str, until: str, day: str, held: Held) -> None:
    office = Office("Consul", "Consul", since, until)
    assert office.held(datetime.date.fromisoformat(day)) is held
