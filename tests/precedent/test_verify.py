"""How alike clauses are, and what spares comparing them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from travaux.precedent.bound import bound
from travaux.precedent.lighten import lighten
from travaux.precedent.verify import likenesses
from travaux.precedent.words import code_point

SIGN = st.integers(0, 300).map(lambda number: chr(code_point(number * 211)))
TEXTS = st.lists(st.text(SIGN, max_size=60), min_size=2, max_size=6)


@given(TEXTS)
def test_lighter_signs_are_alike_where_those_given_were(texts: list[str]) -> None:
    given_, light = "".join(texts), lighten(texts)
    assert list(map(len, light)) == list(map(len, texts))
    joined = "".join(light)
    assert [joined.index(sign) for sign in joined] == [given_.index(sign) for sign in given_]


def test_a_vocabulary_beyond_the_surrogates_has_lighter_signs_that_can_be_written() -> None:
    every = "".join(chr(code_point(number)) for number in range(60_000))
    (light,) = lighten([every])
    assert len(set(light)) == len(every)
    light.encode()


@given(TEXTS)
def test_no_two_texts_are_more_alike_than_their_words_allow(texts: list[str]) -> None:
    one, other = (side.ravel() for side in np.indices((len(texts), len(texts))))
    most = bound(texts, one, other)
    for at, (first, second) in enumerate(zip(one, other, strict=True)):
        assert Indel.normalized_similarity(texts[first], texts[second]) <= most[at] + 1e-9


def test_a_text_with_more_of_a_word_than_is_counted_is_compared() -> None:
    texts = ["a" * 1000 + "b", "a" * 1000 + "c"]
    assert bound(texts, np.array([0]), np.array([1])).tolist() == [1.0]
    assert likenesses(texts, np.array([0]), np.array([1]))[0] > 0.99


@given(TEXTS)
def test_likeness_is_that_of_the_texts_as_they_are_given(texts: list[str]) -> None:
    one, other = np.triu_indices(len(texts), 1)
    found = likenesses(texts, one, other)
    for at, (first, second) in enumerate(zip(one, other, strict=True)):
        true = Indel.normalized_similarity(texts[first], texts[second])
        assert np.isclose(found[at], true if true >= 0.5 else 0.0)
