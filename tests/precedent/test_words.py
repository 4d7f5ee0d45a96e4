"""Words and the signs that stand for them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from travaux.precedent.words import MOST_SIGNS, code_point, code_points, numbers, signs, words


@given(st.integers(0, MOST_SIGNS - 1))
def test_every_number_has_a_sign_that_can_be_written_and_leads_back_to_it(number: int) -> None:
    point = code_point(number)
    chr(point).encode("utf-8")
    assert numbers(np.array([point], dtype=np.uint32)).tolist() == [number]
    assert code_points(np.array([number], dtype=np.uint32)).tolist() == [point]


@given(st.lists(st.sampled_from(["the", "party", "shall", "x", "y"])))
def test_signs_are_as_many_as_words_and_alike_where_these_are(spelled: list[str]) -> None:
    found = signs(spelled, {"the": 0, "party": 1})
    assert [found.index(one) for one in found] == [spelled.index(one) for one in spelled]


def test_punctuation_and_capitals_are_not_counted() -> None:
    assert words("THE PARTIES, shall—consult.") == words("the parties shall consult")
