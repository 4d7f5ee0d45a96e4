from __future__ import annotations

import pytest
from tests.mandate.telegrams import one, told

from travaux.mandate.given import Given, given

A = "carts shall be weighed at the gate"
B = "carts shall be counted at the gate"


@pytest.mark.parametrize(
    "order",
    [
        f"In Article V you should replace “{A}” with “{B}.”",
        f"Replace “{A}” with “{B}.”",
        f"References to “{A}” should be revised to “{B}.”",
        f"You should propose that “{B}” be substituted for “{A}.”",
    ],
)
def test_of_words_put_in_the_place_of_others_the_new_ones_are_given(order: str) -> None:
    (found,) = (each for each in map(given, told(order).found) if each)
    assert (found.said.words.rstrip("."), found.partly) == (B, True)


@pytest.mark.parametrize("order", [f"Delete “{A}” in Article V.", f"You should propose deletion of “{A}.”"])
def test_words_that_are_to_go_are_not_given(order: str) -> None:
    assert [given(each) for each in told(order).found] == [None]


@pytest.mark.parametrize(
    "order",
    [
        f"Add new sentence at end of Article IX: “The {A}.”",
        f"We will accept addition in Article III of the following phrase: “where {A}.”",
        f"Insert “where {A}” after “vessels” in Article VI.",
    ],
)
def test_words_that_come_into_a_provision_are_given_as_a_part(order: str) -> None:
    found = given(one(order))
    assert found is not None and found.partly


@pytest.mark.parametrize(
    "order",
    [
        f"You should propose the following wording for Article V: “The {A}.”",
        f"You should propose that Article V be replaced by the following: “The {A}.”",
    ],
)
def test_words_for_a_provision_are_given_as_all_of_it(order: str) -> None:
    found = given(one(order))
    assert found == Given(found.said, partly=False) if found else pytest.fail("nothing is given")
