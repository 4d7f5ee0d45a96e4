from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.amend.bare import bare
from travaux.amend.compile import compile
from travaux.amend.explain import Part, explain, why

ORDER = "The minister thinks aloud. 2. Article IX. Kindly insert “at once” after “confer” in paragraph 2."


def _pieces(words: str) -> list[tuple[str, str]]:
    (passage,) = explain(bare(words, id="d1")).passages
    return [(piece.part.value, piece.words) for piece in passage.pieces]


def test_places_wording_and_words_of_change_are_told_apart() -> None:
    pieces = _pieces(ORDER)
    for piece in (
        ("not understood", "minister thinks aloud"),
        ("number of an item", "2."),
        ("place", "Article IX"),
        ("word of change", "insert"),
        ("wording", "“at once”"),
        ("joining word", "after"),
        ("small word", "Kindly"),
    ):
        assert piece in pieces


def test_the_rule_and_the_dialect_of_an_order_are_named() -> None:
    formal, telegraphic = "In Article 4, the words “a b” shall be replaced by “c d”.", "Replace “a b” with “c d”."
    found = [explain(bare(words, id="d1")).passages[0].clauses for words in (formal, telegraphic)]
    assert [[(clause.rule, clause.dialect) for clause in clauses] for clauses in found] == [
        [("replaced", "formal")],
        [("replaced", "telegraphic")],
    ]


def test_the_orders_told_are_those_that_are_compiled() -> None:
    document = bare(f"{ORDER}\nDelete Article V.\nThe weather is fine.", id="d1")
    explanation = explain(document)
    told = [operation for each in explanation.passages for one in each.clauses for operation in one.operations]
    compiled = compile(document)
    assert told == [operation for each in compiled.instructions for operation in each.operations]
    assert len(told) == 2
    assert explanation.compilation == compiled


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Delete Article V.", ""),
        ("We reject deletion of Article V.", "reject"),
        ("If they insist, you may agree to delete Article V.", "If"),
        ("We propose to delete Article V.", "propose"),
    ],
)
def test_the_words_that_say_how_a_passage_stands_are_named(words: str, phrase: str) -> None:
    (instruction,) = compile(bare(words, id="d1")).instructions
    assert why(instruction) == phrase


@given(st.lists(st.sampled_from([*ORDER.split(), "Article V.", "if", "“and”", "(b)", ";", "delete", "\n", "moon"])))
def test_no_word_is_left_out(words: list[str]) -> None:
    for passage in explain(bare(" ".join(words) or "x", id="d1")).passages:
        covered = {place for piece in passage.pieces for place in range(piece.start, piece.end)}
        assert all(place in covered for place, sign in enumerate(passage.words) if sign.isalnum())
        assert all(passage.words[piece.start : piece.end] == piece.words for piece in passage.pieces)


def test_what_stands_between_the_places_is_unknown_only_where_it_has_no_part() -> None:
    explanation = explain(bare("Delete Article V.", id="d1"))
    assert explanation.unknown == ()
    assert explain(bare("The moon is full.", id="d1")).unknown != ()
    assert Part.UNKNOWN.value == "not understood"
