"""What a passage is made of: places, wording, words of change, and what joins them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.amend.chunks import chunks


def _kinds(words: str) -> list[str]:
    return [chunk.kind for chunk in chunks(words)]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Article 4. Replace word “areas” with “waters”.", "UNIT STOP REPLACE WORDS BY WORDS STOP"),
        (
            "(a) Insert “x” after “y”; (b) delete “z”.",
            "LABEL INSERT WORDS AFTER WORDS SEMICOLON LABEL DELETE WORDS STOP",
        ),
        ("Insert a comma after “quay”", "INSERT WORDS AFTER WORDS"),
        ("Delete “pilot” clause in Article I", "DELETE WORDS IN UNIT"),
        ("Article 4 should now read as follows: “x y”", "UNIT INTRO WORDS"),
        ("at the end of paragraph 6", "AT_END OF UNIT"),
        ("In the treaty, the words “x” of the convention", "TEXT_NAMED COMMA WORDS TEXT_NAMED"),
        ("Kindly be so good", "NOISE"),
        ("", ""),
    ],
)
def test_a_passage_is_cut_into_the_parts_of_an_order(words: str, kinds: str) -> None:
    assert _kinds(words) == kinds.split()


def test_what_is_quoted_is_no_word_of_change() -> None:
    assert _kinds("The word “delete Article 4”") == ["WORDS"]


def test_the_full_stop_of_an_abbreviation_ends_no_sentence() -> None:
    assert "STOP" not in _kinds("Language in U.S. view included “quay”")


def test_the_full_stop_of_a_quotation_ends_a_sentence_where_a_capital_follows() -> None:
    assert _kinds("Add “It runs.” Delete “It stops.”") == ["INSERT", "WORDS", "STOP", "DELETE", "WORDS"]


def test_a_place_is_read_as_an_address() -> None:
    (chunk,) = chunks("second sentence of para 2 of Art. V")

    assert [str(address) for address in chunk.addresses] == ["Article V, paragraph 2, second sentence"]


def test_a_range_of_places_is_each_of_them() -> None:
    _, chunk = chunks("Delete Articles III to V")

    assert [str(address) for address in chunk.addresses] == ["Article III", "Article IV", "Article V"]


@pytest.mark.parametrize("words", ["In reply, “x” was used", "this is an offer, and", "the table, as printed"])
def test_a_word_that_is_often_no_place_names_none_by_itself(words: str) -> None:
    assert "UNIT" not in _kinds(words)


def test_a_word_that_is_often_no_place_is_one_as_part_of_another() -> None:
    assert "UNIT" in _kinds("Delete “x” in the table in Article 5")


def test_wording_keeps_its_noun_and_its_place() -> None:
    words = "Delete the last word “and”"
    chunk = chunks(words)[-1]

    assert [(one.words, words[one.start : one.start + 3]) for one in chunk.quoted] == [("and", "and")]
    assert chunk.noun == "last"


def test_the_above_clause_is_the_wording_quoted_last() -> None:
    meant = chunks("The clause “by night” is disliked. We agree to delete the above clause.")

    assert [one.words for chunk in meant if chunk.kind == "WORDS" for one in chunk.quoted] == ["by night", "by night"]


def test_the_above_clause_without_any_before_is_nothing() -> None:
    assert "WORDS" not in _kinds("We agree to delete the above clause.")


def test_wording_that_is_announced_and_not_quoted_ends_where_the_next_order_begins() -> None:
    words = "Article 4 is replaced by the following text: The ferry runs daily. Article 5 is deleted."

    texts = [one.words for chunk in chunks(words) if chunk.kind == "TEXT" for one in chunk.quoted]

    assert texts == ["The ferry runs daily."]


_PIECES = st.sampled_from(
    [
        "delete",
        "Article 4",
        "“quay”",
        "the",
        "pilot",
        "with",
        ":",
        "by the following text:",
        ".",
        ";",
        "(a)",
        "and",
        "‘x",
        "para",
    ]
)


@given(st.lists(_PIECES, max_size=12).map(" ".join))
def test_chunks_stand_in_order_within_the_passage(words: str) -> None:
    found = chunks(words)

    assert all(0 <= chunk.start <= chunk.end <= len(words) for chunk in found)
    assert [chunk.start for chunk in found] == sorted(chunk.start for chunk in found)


@given(st.lists(_PIECES, max_size=12).map(" ".join))
def test_wording_is_quoted_letter_for_letter(words: str) -> None:
    for chunk in chunks(words):
        assert all(words[one.start :].startswith(one.words) for one in chunk.quoted)
