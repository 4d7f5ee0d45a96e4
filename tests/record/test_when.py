"""Dates as written and as meant. The notation is checked by the library `edtf`, which the program does without."""

from __future__ import annotations

import datetime
import warnings
from time import struct_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.record import BlockKind, read
from travaux.record.when import MONTHS, when, when_in

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

MEANT = [
    ("September 29, 1958", "1958-09-29", "1958-09-29", "1958-09-29"),
    ("29 September 1958", "1958-09-29", "1958-09-29", "1958-09-29"),
    ("Monday, Sept. 29, 1958.", "1958-09-29", "1958-09-29", "1958-09-29"),
    ("September 29, 1958, 9:59 p.m.", "1958-09-29T21:59:00", "1958-09-29", "1958-09-29"),
    ("June 3, 1951—9 p. m", "1951-06-03T21:00:00", "1951-06-03", "1951-06-03"),
    ("January 5, 1958—noon", "1958-01-05T12:00:00", "1958-01-05", "1958-01-05"),
    ("January 5, 1958, 12:15 a.m.", "1958-01-05T00:15:00", "1958-01-05", "1958-01-05"),
    ("January 5, 1958—midnight", "1958-01-05", "1958-01-05", "1958-01-05"),
    ("May 25, 1970, 1639Z", "1970-05-25T16:39:00Z", "1970-05-25", "1970-05-25"),
    ("February 1, 1977, 9:45–11 a.m.", "1977-02-01T09:45:00", "1977-02-01", "1977-02-01"),
    ("June 2, 1980, 11:45–12:15 p.m.", "1980-06-02T11:45:00", "1980-06-02", "1980-06-02"),
    ("[September 29, 1958]", "1958-09-29?", "1958-09-29", "1958-09-29"),
    ("[September 29, 1958], 3 p.m.", "1958-09-29?", "1958-09-29", "1958-09-29"),
    ("September [29], 1958", "1958-09-?29", "1958-09-29", "1958-09-29"),
    ("September 29, [1958]", "?1958-09-29", "1958-09-29", "1958-09-29"),
    ("May 29?, 1951", "1951-05-?29", "1951-05-29", "1951-05-29"),
    ("May 24 [23?], 1949", "[1949-05-23,1949-05-24]", "1949-05-23", "1949-05-24"),
    ("probably September 1958", "1958-09?", "1958-09-01", "1958-09-30"),
    ("circa September 1958", "1958-09~", "1958-09-01", "1958-09-30"),
    ("[circa May 1958]", "1958-05%", "1958-05-01", "1958-05-31"),
    ("September 1958", "1958-09", "1958-09-01", "1958-09-30"),
    ("1958", "1958", "1958-01-01", "1958-12-31"),
    ("1950s", "195X", "1950-01-01", "1959-12-31"),
    ("Early August 1958", "1958-08-01~/1958-08-10~", "1958-08-01", "1958-08-10"),
    ("mid-September 1958", "1958-09-11~/1958-09-20~", "1958-09-11", "1958-09-20"),
    ("end of February 1960", "1960-02-21~/1960-02-29~", "1960-02-21", "1960-02-29"),
    ("late 1958", "1958-09-01~/1958-12-31~", "1958-09-01", "1958-12-31"),
    ("spring 1958", "1958-21", "1958-03-01", "1958-05-31"),
    ("autumn of 1958", "1958-23", "1958-09-01", "1958-11-30"),
    ("before November 3, 1958", "../1958-11-03", None, "1958-11-03"),
    ("after November 3, 1958", "1958-11-03/..", "1958-11-03", None),
    ("between September 3 and October 9, 1958", "1958-09-03/1958-10-09", "1958-09-03", "1958-10-09"),
    ("January 29-30, 1954", "1954-01-29/1954-01-30", "1954-01-29", "1954-01-30"),
    ("October 30–November 2, 1960", "1960-10-30/1960-11-02", "1960-10-30", "1960-11-02"),
    ("December 28, 1958–January 3, 1959", "1958-12-28/1959-01-03", "1958-12-28", "1959-01-03"),
    ("April–May 1958", "1958-04/1958-05", "1958-04-01", "1958-05-31"),
    ("November 15 and 17, 1962", "{1962-11-15,1962-11-17}", "1962-11-15", "1962-11-17"),
    ("undated", "XXXX", None, None),
    ("Undated, but before November 3, 1958", "../1958-11-03", None, "1958-11-03"),
    ("Undated [September 1958]", "1958-09?", "1958-09-01", "1958-09-30"),
]


@pytest.mark.parametrize(("written", "edtf", "first", "last"), MEANT)
def test_a_date_as_written_means_this(written: str, edtf: str, first: str | None, last: str | None) -> None:
    meant = when(written)
    assert meant is not None
    assert meant.edtf == edtf
    assert (meant.first and str(meant.first), meant.last and str(meant.last)) == (first, last)


@pytest.mark.parametrize("edtf", sorted({edtf for _, edtf, _, _ in MEANT}))
def test_the_notation_is_that_of_the_standard(edtf: str) -> None:
    assert parse_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [(edtf, first, last) for _, edtf, first, last in MEANT if first and last and not edtf.endswith("Z")],
)
def test_the_bounds_are_those_of_the_standard(edtf: str, first: str, last: str) -> None:
    meant = parse_edtf(edtf)
    assert (_day(meant.lower_strict()), _day(meant.upper_strict())) == (first, last)


def test_a_winter_is_one_of_two_unless_both_years_are_printed() -> None:
    alone, both = when("winter 1958"), when("Winter 1958–59")
    assert alone and both
    assert alone.edtf == both.edtf == "1958-24"
    assert (alone.first, alone.last) == (datetime.date(1957, 12, 1), datetime.date(1959, 2, 28))
    assert (both.first, both.last) == (datetime.date(1958, 12, 1), datetime.date(1959, 2, 28))


@pytest.mark.parametrize(
    ("written", "inferred"),
    [
        ("September 29, 1958", False),
        ("[September 29, 1958]", True),
        ("September [29], 1958", True),
        ("probably May 1958", True),
        ("early May 1958", False),
        ("circa May 1958", False),
        ("[Undated]", False),
    ],
)
def test_what_editors_supplied_is_said_to_be_inferred(written: str, inferred: bool) -> None:
    meant = when(written)
    assert meant
    assert meant.inferred is inferred


def test_a_year_that_is_not_printed_is_taken_from_the_markup_and_said_to_be() -> None:
    alone, known = when("July 17, 11:30 a.m."), when("July 17, 11:30 a.m.", known=datetime.date(1958, 7, 17))
    assert alone and known
    assert alone.edtf == "XXXX-07-17"
    assert (known.edtf, known.inferred) == ("?1958-07-17", True)


@pytest.mark.parametrize(
    "written", ["June 31, 1958", "the harbor", "May 1958 harbor", "6 p. m.", "", "13/13/58", "1958?!"]
)
def test_other_words_mean_no_date(written: str) -> None:
    assert when(written) is None


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Paper Prepared in the Ministry, Early August 1962", "Early August 1962"),
        ("Memorandum for the Record, Undated", "Undated"),
        ("Minutes of a Meeting, Hotel d’Ost, Thursday, March 4, 1962, 9:15 a. m.", "March 4, 1962, 9:15 a. m"),
        ("Draft Note [March 4, 1962]", "[March 4, 1962]"),
        ("Note on the Convention of May 3, 1931, and Its Annex", None),
        ("Telegram From the Embassy in Halvern to the Department", None),
    ],
)
def test_a_date_at_the_end_of_a_heading_is_found(title: str, written: str | None) -> None:
    found = when_in(title)
    assert (found.written if found else None) == written


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31)), st.booleans())
def test_every_day_is_read_as_itself(day: datetime.date, british: bool) -> None:
    month = MONTHS[day.month - 1]
    meant = when(f"{day.day} {month} {day.year}" if british else f"{month} {day.day}, {day.year}")
    assert meant
    assert (meant.edtf, meant.first, meant.last, meant.inferred) == (day.isoformat(), day, day, False)


PIECES = [
    "May",
    "12",
    "1958",
    "[",
    "]",
    "?",
    "early",
    "–",
    "and",
    "before",
    "undated",
    ",",
    " ",
    "9:15 p.m.",
    "to",
    "30",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join) | st.text())
def test_whatever_is_read_is_in_the_standard_and_in_order(words: str) -> None:
    meant = when(words)
    if meant:
        assert parse_edtf(meant.edtf)
        assert not (meant.first and meant.last) or meant.first <= meant.last


def test_a_bracket_around_the_whole_dateline_says_that_its_date_was_supplied() -> None:
    heading = "7. Telegram From the Embassy in Halvern to the Department of State 0"
    text = f"{heading}\n\n[Strelsau, March 4, 1962.]\n\nThe king called."
    (document,) = read(text.encode(), name="7.txt")
    assert document.when
    assert (document.when.edtf, document.when.inferred) == ("1962-03-04?", True)
    assert [block.kind for block in document.body] == [BlockKind.PARAGRAPH]


def test_the_date_of_a_document_without_dateline_is_that_of_its_heading() -> None:
    text = "7. Paper Prepared in the Ministry of Marine, Early August 1962\n\nThe ferries are late. They have no coal."
    (document,) = read(text.encode(), name="7.txt")
    assert document.when
    assert (document.when.written, document.date) == ("Early August 1962", None)


def _day(time: struct_time) -> str:
    return f"{time.tm_year:04}-{time.tm_mon:02}-{time.tm_mday:02}"
