"""Datelines: they are parted the same whatever month and day they name, and as if each were parsed by itself."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.record import dateline
from travaux.record.dateline import MONTHS, Dateline

_words = st.sampled_from([
    "Strelsau", "Washington", "The Hague", "St. Germain", "May Pen", "Palais de la Paix", "undated", "[", "]", "—",
    "midnight", "3 p.m.", "10:39 a. m.", "0945 Z", "and", "[Received March 3—4:12 p.m.]", "1962", "1,", "31?",
])  # fmt: skip
_months = st.sampled_from(MONTHS)
_numbers = st.integers(1, 9999).map(str)
_pieces = st.lists(st.one_of(_words, _months, _numbers), max_size=8)
_separators = st.sampled_from([" ", ", ", "—"])
_usual = st.builds(
    "{}, {} {}, {}, {}".format,
    _words,
    _months,
    st.integers(1, 31),
    st.integers(1861, 1980),
    st.sampled_from(["3 p.m.", "noon.", "undated", "11:05 a.m. EST."]),
)


@given(st.one_of(_usual, st.builds(str.join, _separators, _pieces)))
def test_a_dateline_is_read_as_if_it_were_parsed_by_itself(words: str) -> None:
    parts = dateline._parts(words)
    shared = dateline._parts(dateline._A_MONTH.sub(dateline._MARCH, words.translate(dateline._ZEROS)))
    longer = [(each.start(), len(each.group()) - len(dateline._MARCH)) for each in dateline._A_MONTH.finditer(words)]
    assert parts == (shared and tuple(dateline._printed(part, longer) for part in shared))


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("day", ["3", "28"])
def test_every_day_of_every_month_is_told(month: str, day: str) -> None:
    read = dateline.read(f"Strelsau, {month} {day}, 1962, 4 p.m.")
    assert read is not None
    assert (read.place, read.date_text) == ("Strelsau", f"{month} {day}, 1962, 4 p.m.")
    assert read.date is not None
    assert (read.date.month, read.date.day) == (MONTHS.index(month) + 1, int(day))


def test_a_place_named_before_two_months_keeps_its_words() -> None:
    said = dateline.read("[London,] September 30, 1962. [Received December 1—9 a. m.]")
    assert said == Dateline("September 30, 1962", said.date if said else None, "London")


def test_other_words_are_no_dateline() -> None:
    assert dateline.read("The Minister called on September 3.") is None


@pytest.mark.parametrize(
    ("words", "date_text", "place", "day"),
    [
        ("Tessenay, early August 1962.", "early August 1962", "Tessenay", None),
        ("Tessenay, mid-August 1962", "mid-August 1962", "Tessenay", None),
        ("Strelsau, end of May 1962", "end of May 1962", "Strelsau", None),
        ("undated [August 1962]", "undated [August 1962]", None, None),
        ("Strelsau, undated [August 5, 1962].", "undated [August 5, 1962]", "Strelsau", datetime.date(1962, 8, 5)),
    ],
)
def test_a_part_of_a_month_and_a_date_supplied_to_an_undated_paper_are_told(
    words: str, date_text: str, place: str | None, day: datetime.date | None
) -> None:
    assert dateline.read(words) == Dateline(date_text, day, place)
