"""Where the wording that a passage quotes begins and ends, whatever marks it uses."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.amend.quotes import masked, quotations


def _quoted(words: str) -> list[str]:
    return [words[one.first : one.last] for one in quotations(words)]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ('Replace "quay" with "pier".', ["quay", "pier"]),
        ("Replace ‘quay’ with ‘pier’.", ["quay", "pier"]),
        ("Replace “quay” with “pier”.", ["quay", "pier"]),
        ("Add “the word ‘quay’ is struck out” here.", ["the word ‘quay’ is struck out"]),
        ("the parties’ consent and ‘the ferry’s crew’ go", ["the ferry’s crew"]),
        ("Put “470 dollars“, and “no more”", ["470 dollars", "no more"]),
        ("Add “one.\n“two.”", ["one.\n“two."]),
        ('"april, 1961"2 is left out', ["april, 1961"]),
        ("the words: all ferries shall be replaced by “some ferries”", ["all ferries", "some ferries"]),
    ],
)
def test_a_quotation_ends_with_its_own_mark(words: str, quoted: list[str]) -> None:
    assert _quoted(words) == quoted


@pytest.mark.parametrize("words", ["delete “quay and leave", "it’s the pilot’s own", "", "“”", "a ferry, or none"])
def test_a_mark_that_nothing_closes_opens_no_quotation(words: str) -> None:
    assert _quoted(words) == []


def test_what_is_quoted_is_masked_and_every_other_place_stays() -> None:
    words = "Replace “delete Article 4” with “pier”."

    filled = masked(words, quotations(words))

    assert filled == "Replace “________________” with “____”."


_PASSAGES = st.text(alphabet="ab .,;:“”‘’\"'()\n2", max_size=40)


@given(_PASSAGES)
def test_quotations_stand_in_order_and_apart_and_hold_their_words(words: str) -> None:
    found = quotations(words)

    assert all(one.start <= one.first <= one.last <= one.end <= len(words) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(_PASSAGES)
def test_masking_moves_nothing(words: str) -> None:
    assert len(masked(words, quotations(words))) == len(words)


_PLAIN = st.text(alphabet="abc de", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(_PLAIN, _PLAIN, st.sampled_from(["“{}”", "‘{}’", '"{}"']))
def test_words_between_marks_are_found_as_they_are(before: str, inside: str, marks: str) -> None:
    assert _quoted(f"{before} {marks.format(inside)}.") == [inside]
