from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from travaux.mandate.is_named import is_named

_LETTERS = st.text("asikASIK \u0130\u0131\u017f\u212a\u0307\u00e9\u00c9-.", max_size=12)


@given(_LETTERS, st.lists(_LETTERS, max_size=3))
def test_a_name_is_found_wherever_a_search_without_regard_to_case_finds_it_alone(words: str, names: list[str]) -> None:
    plainly = any(re.search(rf"(?i)\b{re.escape(name)}\b", words) for name in names)
    assert is_named(words, names) is plainly


def test_letters_that_are_capitals_of_no_small_one_are_found_as_a_search_does() -> None:
    assert is_named("the \u0130stan", ["istan"])
    assert is_named("the \u017ftrait", ["Strait"])
    assert not is_named("the straits", ["Strait"])
