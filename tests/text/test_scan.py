"""How words are cut into the tokens of addresses: a number is one only where it numbers something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.text.parse import GRAMMAR
from travaux.text.scan import LEVELS, Scanner, scanner, terminals

SCANNER = scanner(GRAMMAR, "address unsaid")


def _kinds(words: str, *, bare: bool = False) -> list[str]:
    return [token.kind for token in SCANNER.scan(words, bare=bare)]


def _numbers(words: str) -> list[str]:
    return [token.words for token in SCANNER.scan(words) if token.kind == "NUMBER"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Article VI", ["VI"]),
        ("paragraph 4 (A)", ["4 (A)"]),
        ("paragraph 9–g", ["9–g"]),
        ("Article XXV (2b)", ["XXV (2b)"]),
        ("Article 3 bis", ["3 bis"]),
        ("Articles III, IV and VI", ["III", "IV", "VI"]),
        ("article vi", ["vi"]),
        ("paragraph a", ["a"]),
        ("point one", ["one"]),
        ("ARTICLE ivthe following", ["iv"]),
    ],
)
def test_a_number_stands_after_what_it_numbers(words: str, numbers: list[str]) -> None:
    assert _numbers(words) == numbers


@pytest.mark.parametrize("words", ["I agree", "a ferry", "vi", "one of the pilots", "in 1960", "Article a pilot wrote"])
def test_elsewhere_the_same_letters_are_words(words: str) -> None:
    assert _numbers(words) == []


def test_a_number_alone_is_one_where_it_is_asked_for() -> None:
    assert _kinds("II, 1", bare=True) == ["NUMBER", "COMMA", "NUMBER"]
    assert "NUMBER" not in _kinds("II, 1")


def test_words_without_a_meaning_are_joined() -> None:
    tokens = scanner("start: WORD NOUN\nWORD.1: /\\w+/\nNOUN.2: /ferry/", "start").scan("kindly look at ferry")

    assert [(token.kind, token.words) for token in tokens] == [("WORD", "kindly look at"), ("NOUN", "ferry")]


def test_of_terminals_that_match_the_first_in_the_table_wins() -> None:
    assert next(token.kind for token in Scanner({"A": "ab", "B": "abc"}).scan("abc")) == "A"
    assert [token.kind for token in Scanner({"B": "abc", "A": "ab"}).scan("abc")] == ["B"]


def test_terminals_are_tried_by_their_priority_and_numbers_apart() -> None:
    names = list(terminals(GRAMMAR, start="address unsaid"))

    assert "NUMBER" not in names
    assert names.index("OTHERWISE") < names.index("ARTICLE")


def test_every_level_of_the_grammar_is_known_to_number_something() -> None:
    named = set(terminals(GRAMMAR, start="level"))

    assert named <= LEVELS


_WORDS = st.lists(
    st.sampled_from(
        ["Article", "IV", "para", "2", "(a)", "and", ",", "second", "sentence", "the", "pilot", "“x y”", "of", "é"]
    ),
    max_size=10,
).map(" ".join)


@given(st.one_of(_WORDS, st.text(max_size=30)))
def test_tokens_are_the_words_letter_for_letter_and_leave_out_only_blanks(words: str) -> None:
    tokens = SCANNER.scan(words)

    assert all(words[token.start : token.end] == token.words for token in tokens)
    at = 0
    for token in tokens:
        assert not words[at : token.start].strip()
        at = token.end
    assert not words[at:].strip()
