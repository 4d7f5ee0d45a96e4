"""What is asked of one clause."""

from __future__ import annotations

import datetime

import pytest

from travaux.compare.redline import Change
from travaux.errors import EmptyQuery
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.precedents import precedents

from .conftest import CONSULT, LAST


def test_the_most_alike_stand_first_and_equals_by_date(index: Index) -> None:
    found = precedents(index, LAST.format(years="twenty")).found
    assert [each.agreement.id for each in found] == ["corvany-orsk", "halvern-corvany", "halvern-orsk"]
    assert found[0].likeness == 1 and found[0].taken == 1 and found[0].clause.address == "Article 4, paragraph 1"


def test_the_earliest_use_is_the_oldest_of_those_that_read_the_same(index: Index) -> None:
    told = precedents(index, CONSULT, most=1)
    assert told.earliest is not None
    assert told.earliest.agreement.id == "halvern-corvany"


def test_the_redline_shows_the_words_that_changed(index: Index) -> None:
    asked = LAST.format(years="fifteen")
    redline = precedents(index, asked, narrow=Narrow(party="Halvern")).found[0].redline(asked)
    spans = [span for line in redline.lines for span in line.spans]
    assert [span.words for span in spans if span.change is Change.DELETED] == ["ten"]
    assert [span.words for span in spans if span.change is Change.INSERTED] == ["fifteen"]


@pytest.mark.parametrize(
    ("narrow", "ids"),
    [
        (Narrow(party="corvany"), {"halvern-corvany", "corvany-orsk"}),
        (Narrow(since=datetime.date(1938, 1, 1)), {"halvern-orsk", "corvany-orsk"}),
        (Narrow(until=datetime.date(1938, 12, 31)), {"halvern-corvany", "halvern-orsk"}),
        (Narrow(before=datetime.date(1931, 6, 2)), set()),
        (Narrow(kind="protocol"), set()),
        (Narrow(besides="halvern-orsk"), {"halvern-corvany", "corvany-orsk"}),
    ],
)
def test_agreements_are_chosen_by_party_period_and_kind(index: Index, narrow: Narrow, ids: set[str]) -> None:
    assert {each.agreement.id for each in precedents(index, CONSULT, narrow=narrow).found} == ids


@pytest.mark.parametrize("asked", ["", "  \n", "—!?"])
def test_an_empty_query_is_refused(index: Index, asked: str) -> None:
    with pytest.raises(EmptyQuery):
        precedents(index, asked)


def test_a_query_longer_than_a_treaty_finds_nothing_and_no_error(index: Index) -> None:
    assert precedents(index, f"{CONSULT} " * 3000).found == ()


def test_words_that_the_library_does_not_have_are_no_hindrance(index: Index) -> None:
    asked = CONSULT.replace("strait", "Zyxland").replace("Treaty", "Qwerty")
    assert precedents(index, asked).found[0].agreement.id == "halvern-corvany"
