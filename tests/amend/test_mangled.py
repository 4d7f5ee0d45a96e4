"""Laws that hold of instructions and quotations however they are mangled."""

from __future__ import annotations

import pytest
from fuzz.seeds import seeds
from fuzz.targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

LAW = settings(deadline=None, max_examples=100)
JUNK = st.sampled_from(
    ["“", "”", "‘", "’", '"', "“”", "(a)", " to ", ", ", "\n", "Article ", "III", "\u00ad", "\u202e", "0", ":"]
)


@st.composite
def mangled(draw: st.DrawFn, target: str) -> bytes:
    """Words with stretches taken out and others put in."""
    words = draw(st.sampled_from([seed.decode() for seed in seeds(target)]))
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(words)))
        words = words[:place] + draw(JUNK) + words[place + draw(st.integers(0, 12)) :]
    return words.encode()


@LAW
@given(mangled("instructions"))
def test_mangled_instructions_quote_what_they_cite(given: bytes) -> None:
    TARGETS["instructions"](given)


@LAW
@given(mangled("quotes"))
def test_quotations_of_mangled_words_stand_in_order_and_apart(given: bytes) -> None:
    TARGETS["quotes"](given)


@LAW
@given(mangled("addresses"))
def test_mangled_addresses_are_read_or_refused_in_order(given: bytes) -> None:
    TARGETS["addresses"](given)


@pytest.mark.parametrize("words", ["Insert “” before Article V.", "Insert “ ” before", "Replace “areas” by “”."])
def test_marks_around_nothing_are_no_wording(words: str) -> None:
    TARGETS["instructions"](words.encode())


@pytest.mark.parametrize("words", ["Delete III,8888888 “x”", "In XIV(1)(88) insert “a”", "IIII, 5. Retain “y”"])
def test_what_only_looks_like_a_short_address_stops_nothing(words: str) -> None:
    TARGETS["instructions"](words.encode())
