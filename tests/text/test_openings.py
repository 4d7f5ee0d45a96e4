"""With which letters the matches of an expression can begin."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from travaux.amend import chunks
from travaux.text.openings import SIZE, expression, openings, spelled
from travaux.text.parse import GRAMMAR
from travaux.text.scan import Scanner, terminals


@cache
def _table() -> dict[str, re.Pattern[str]]:
    """The terminals that instructions are read by."""
    found = terminals(GRAMMAR + chunks._LEXIS, start="address unsaid word")
    return {name: re.compile(pattern) for name, pattern in found.items()}


@cache
def _scanner() -> Scanner:
    return Scanner({name: pattern.pattern for name, pattern in _table().items()})


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("amendment", {"amend"}),
        ("(?i:Amend(ed)?)", {"amend"}),
        ("to(?= be)", {"to"}),
        ("a|bc", {"a", "bc"}),
        ("(re-?)?word", {"re-wo", "rewor", "word"}),
        ("[a-c]x", {"ax", "bx", "cx"}),
        ("a*b", {"a", "b"}),
        (".x", {""}),
        (r"\d+", {""}),
        ("a?", {""}),
        ("[IV]+x", {"I", "V"}),
        ("(?i:[IV]x)(?-i:A)", {"ixA", "vxA"}),
    ],
)
def test_what_matches_begins_with_one_of_the_openings(pattern: str, beginnings: set[str]) -> None:
    # What cannot be told may begin with anything: with "".
    assert openings(pattern) == {beginning[:SIZE] for beginning in beginnings}


def test_no_opening_is_longer_than_it_need_be() -> None:
    assert all(len(one) <= SIZE for pattern in _table().values() for one in openings(pattern.pattern))


_LETTERS = st.text(alphabet="ABDEIRSTVabcdefghilmnoprstuvwxy .,:;()[]–-“”\"‘’'1234567é", min_size=1, max_size=14)
_FORMS = st.sampled_from(
    "Article VI|art. 5|sub-paragraph (b)|2nd sentence|in lieu of|instead of|re-worded|as follows:|shall be|Strike out|"
    "DELETE|the following:|a comma|at the end of|wherever it appears|“quay”|(VIII in US draft)|opening phrase|"
    "proposed wording:".split("|")
)


@settings(deadline=None)
@given(st.one_of(_LETTERS, _FORMS, st.tuples(_FORMS, _LETTERS).map("".join)))
def test_a_terminal_that_matches_at_a_place_is_among_those_tried(words: str) -> None:
    assume(not words[0].isspace())
    matching = [name for name, pattern in _table().items() if pattern.match(words)]

    assert _scanner().scan(words)[0].kind == next(iter(matching), "WORD")


_PATTERNS = st.sampled_from(
    ["a(b|cd)?e", "(?:ab|a)c", "[xy]?z", "a{2,3}b", "(?i:ABC|b)", "(?=a)ab", "(?<!x)q(u|v)+", "a.c", "é?b"]
)


@given(_PATTERNS, st.text(alphabet="abcdexyzquvABC.é", min_size=1, max_size=5))
def test_what_an_expression_matches_has_one_of_its_openings(pattern: str, words: str) -> None:
    match = re.match(pattern, words)

    if match and match.group():
        assert openings(pattern).intersection(spelled(words))


@given(st.sets(st.text(alphabet="abcXYZ(.", max_size=3), min_size=1), st.text(alphabet="abcABCXYZxyz(.", max_size=5))
def test_the_expression_of_openings_matches_what_begins_with_one(beginnings: set[str], words: str) -> None:
    found = re.match(expression(beginnings), words)

    assert bool(found) == bool(beginnings.intersection(spelled(words)))
