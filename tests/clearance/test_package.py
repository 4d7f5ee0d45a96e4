"""Packages, their routes as people write them, and what an office has not seen."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clearance.packages import NOW, TEXT, changes, concurs, opened, package, seat, settles, text

from travaux.clearance.difference import difference_for
from travaux.clearance.entries import Revised
from travaux.clearance.package import Seat, part, part_hash
from travaux.clearance.route import in_words, route
from travaux.clearance.routing import after
from travaux.errors import UnreadableInput


def test_a_route_is_read_as_it_is_written() -> None:
    (side, then) = route("LA, Marine (Article 1, Article 2) by 1963-03-04; Press?")
    assert side == (Seat("LA"), Seat("Marine", deadline=datetime.date(1963, 3, 4), of=("Article 1", "Article 2")))
    assert then == (Seat("Press", required=False),)


@pytest.mark.parametrize(
    "words",
    [
        "LA (nowhere)",
        "LA by 1963-13-01",
        "LA by 1963-3-4",
        "LA by March 4",
        "LA, by 1963-03-04",
        "LA;,;Marine",
        "(Article 1)",
    ],
)
def test_a_route_that_is_not_one_says_why(words: str) -> None:
    with pytest.raises(UnreadableInput):
        route(words)


SEATS = st.builds(
    Seat,
    st.sampled_from(("LA", "Ministry of Marine", "S/P")),
    required=st.booleans(),
    deadline=st.none() | st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    of=st.sampled_from(((), ("Article 1",), ("Article 1", "Preamble"))),
)


@given(stages=st.lists(st.lists(SEATS, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple))
def test_a_route_in_words_reads_as_the_same_route(stages: tuple[tuple[Seat, ...], ...]) -> None:
    assert route(in_words(stages)) == stages


def test_a_package_cannot_be_built_wrong() -> None:
    with pytest.raises(ValueError, match="once"):
        package((seat("LA"),), (seat("LA"),))
    with pytest.raises(ValueError, match="neither who drafts"):
        package((seat("WD"),))


def test_a_part_is_the_words_at_its_addresses() -> None:
    assert "It is free." in part(text(), ("Article 2",))
    assert "daily" not in part(text(), ("Article 2",))
    assert part(text(), ("Article 9",)) == ""
    assert part_hash(text()) != part_hash(text(TEXT.replace("daily", "weekly")))
    assert part_hash(text(), ("Article 2",)) == part_hash(text(TEXT.replace("daily", "weekly")), ("Article 2",))


def test_an_office_sees_exactly_what_changed_since_it_cleared() -> None:
    state = concurs(opened((seat("LA"), seat("Marine"))), "LA")
    state = after(state, Revised(by="WD", made_at=NOW, text=text(TEXT.replace("daily", "weekly"))))
    found = difference_for(state, "LA")
    assert found is not None
    spans = [(span.change.value, span.words) for line in found.lines for span in line.spans]
    assert [span for span in spans if span[0] != "kept"] == [("deleted", "daily"), ("inserted", "weekly")]
    assert len(found.lines) == 1
    assert difference_for(state, "Marine") is None


def test_its_own_change_is_no_difference_to_an_office() -> None:
    state = changes(
        opened((seat("LA"),)), "LA", "In Article 1, the word “daily” shall be replaced by the word “weekly”."
    )
    found = difference_for(settles(state, 1, accepted=True), "LA")
    assert found is not None and not found.lines


def test_an_office_sees_of_its_part_alone() -> None:
    state = concurs(opened((seat("LA", "Article 2"), seat("Marine"))), "LA")
    words = TEXT.replace("daily", "weekly").replace("free", "cheap")
    found = difference_for(after(state, Revised(by="WD", made_at=NOW, text=text(words))), "LA")
    assert found is not None
    assert "weekly" not in found.accepted and "cheap" in found.accepted
