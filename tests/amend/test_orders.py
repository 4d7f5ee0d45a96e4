"""The grammars of orders, sentence by sentence: every way of giving one that the dialects hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.amend import orders
from travaux.amend.in_words import in_words
from travaux.amend.orders import DIALECTS, order

FORMAL = [
    ("Article V should be rephrased as follows: “N.”", "Replace Article V with: N."),
    ("Article V should be replaced by the following: “N.”", "Replace Article V with: N."),
    ("Following changes should be made in Article V: “N.”", "Replace Article V with: N."),
    ("New paragraph should be added to Article V as follows: “N.”", "Add to Article V, at the end: N."),
    ("New paragraph should be added after Article V: “N.”", "Add to the draft, after Article V: N."),
    ("In Article V, new paragraph should be inserted as follows: “N.”", "Add to Article V, at the end: N."),
    ("Words “a” should be inserted after “b”", "Insert in the draft, after “b”: a"),
    ("Words “a” should be inserted in Article V, after “b”", "Insert in Article V, after “b”: a"),
    ("Words “a” should be inserted after “b” in Article V", "Insert in Article V, after “b”: a"),
    ("In Article V, the word “a” should be added before “b”", "Insert in Article V, before “b”: a"),
    ("Word “a” should be inserted between “b” and “c”", "Insert in the draft, between “b” and “c”: a"),
    ("The word “a” in Article V should be replaced by “b”", "In Article V, for “a” put: b"),
    ("In Article V, the word “a” should be replaced by “b”", "In Article V, for “a” put: b"),
    ("The words “b” should be substituted for “a” in Article V", "In Article V, for “a” put: b"),
    ("In Article V, the words “b” have been substituted for “a”", "In Article V, for “a” put: b"),
    ("The words “a” in Article V should be reworded to read “b”", "In Article V, for “a” put: b"),
    ("The words “a” in Article V should read “b”", "In Article V, for “a” put: b"),
    ("The words “a” in Article V should be deleted", "In Article V, delete “a”."),
    ("The words “a” should be deleted from Article V", "In Article V, delete “a”."),
    ("In Article V, the words “a” should be omitted", "In Article V, delete “a”."),
    ("Article V should be deleted", "Delete Article V."),
    ("Second sentence of Article V should be dropped", "Delete Article V, second sentence."),
]
TELEGRAPHIC = [
    ("Article V now reads “N.”", "Replace Article V with: N."),
    ("Revise Article V to read: “N.”", "Replace Article V with: N."),
    ("Replace Article V with: “N.”", "Replace Article V with: N."),
    ("Replace Article V with following: “N.”", "Replace Article V with: N."),
    ("Substitute “N.” for Article V", "Replace Article V with: N."),
    ("In Article V, revise to read: “N.”", "Replace Article V with: N."),
    ("Article V will consist of only the first sentence", "Of Article V keep only: Article V, first sentence."),
    (
        "Article V will consist of only the first sentence which reads “N.”",
        "Of Article V keep only: Article V, first sentence. N.",
    ),
    ("Insert word “a” after “b”", "Insert in the draft, after “b”: a"),
    ("Insert “a” in Article V, after “b”", "Insert in Article V, after “b”: a"),
    ("Insert “a” after “b” in Article V", "Insert in Article V, after “b”: a"),
    ("In Article V insert “a” before “b”", "Insert in Article V, before “b”: a"),
    ("Insert “a” following “b” in Article V", "Insert in Article V, after “b”: a"),
    ("Insert “a” at beginning of Article V", "Insert in Article V, at the start: a"),
    ("Add new sentence at end of Article V: “N.”", "Insert in Article V, at the end: N."),
    ("Add new paragraph to Article V: “N.”", "Add to Article V, at the end: N."),
    ("In Article V, add new sentence: “N.”", "Insert in Article V, at the end: N."),
    ("Insert after Article V: “N.”", "Add to the draft, after Article V: N."),
    ("Replace word “a” in Article V with “b”", "In Article V, for “a” put: b"),
    ("Replace “a” with “b” in Article V", "In Article V, for “a” put: b"),
    ("In Article V, replace “a” with “b”", "In Article V, for “a” put: b"),
    ("Substitution of “b” for “a” in Article V", "In Article V, for “a” put: b"),
    ("In Article V, substitute “b” for “a”", "In Article V, for “a” put: b"),
    ("Reword “a” in Article V to read “b”", "In Article V, for “a” put: b"),
    ("In Article V, change “a” to read “b”", "In Article V, for “a” put: b"),
    ("Delete “a”", "In the draft, delete “a”."),
    ("Deletion of words “a” in Article V", "In Article V, delete “a”."),
    ("Delete “a” at end of Article V", "In Article V, delete “a”."),
    ("In Article V, strike out “a”", "In Article V, delete “a”."),
    ("In Article V, para 2, delete third sentence", "Delete Article V, paragraph 2, third sentence."),
    ("Omit last sentence of Article V", "Delete Article V, last sentence."),
    ("Substitute following: “N.”", "Replace the draft with: N."),
    ("Will read: “N.”", "Replace the draft with: N."),
    ("Reword to read: “N.”", "Replace the draft with: N."),
    ("Replace with following: “N.”", "Replace the draft with: N."),
    ("Following language should be used: “N.”", "Replace the draft with: N."),
    ("Add new paragraph: “N.”", "Add to the draft, at the end: N."),
    ("Delete Article V and insert “a” after “b” in Article VI", "Delete Article V. Insert in Article VI, after “b”: a"),
]


def _said(sentence: str) -> str:
    given_order = order(sentence, document="telegram", start=0)
    if given_order is None:
        return "no order"
    sayings = [in_words(operation) for operation in given_order.operations]
    return " ".join(f"{say.words} {say.wording.words}" if say.wording else say.words for say in sayings)


@pytest.mark.parametrize(("sentence", "meaning"), FORMAL + TELEGRAPHIC)
def test_an_order_is_read_as_it_is_meant(sentence: str, meaning: str) -> None:
    assert _said(sentence) == meaning


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_way_of_giving_an_order_is_tried_here(dialect: str) -> None:
    grammar = (Path(orders.__file__).parent / f"{dialect}.lark").read_text(encoding="utf-8")
    ways = set(re.findall(r"-> (\w+)", grammar))
    tried: set[str] = set()
    for sentence, _ in FORMAL + TELEGRAPHIC:
        given_order = order(sentence, document="telegram", start=0)
        if given_order is not None and given_order.dialect == dialect:
            tree = orders._parser(dialect).parse(sentence)
            tried |= {str(part.data) for part in tree.children if hasattr(part, "data")}

    assert ways <= tried


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "“”",
        "The ferry runs daily",
        "Replace Article V",
        "Insert “a”",
        "Substitute “a” for",
        "Delete Articles V and VI",
        "Renumber Article V as Article VI",
    ],
)
def test_a_sentence_that_no_grammar_covers_is_no_order(sentence: str) -> None:
    assert order(sentence, document="telegram", start=0) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    "Article V replace insert delete “a” “b” with after in should be the words of sentence : , and ( ) . first “"
    .split()), max_size=9).map(" ".join))  # fmt: skip
def test_no_sentence_whatever_makes_the_reader_fail(sentence: str) -> None:
    given_order = order(sentence, document="telegram", start=0)

    assert given_order is None or given_order.operations


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Replace “a” with “b.”", "b"),
        ("Replace “a” with “b”.", "b"),
        ("Replace “a” with “b,” in Article V", "b"),
        ("Insert “, b,” after “a”", ", b,"),
        ("Add new sentence at end of Article V: “It is.”", "It is."),
    ],
)
def test_a_mark_of_the_sentence_inside_the_quotation_is_not_part_of_the_words(sentence: str, words: str) -> None:
    given_order = order(sentence, document="telegram", start=100)
    assert given_order is not None
    new = given_order.operations[0].new  # type: ignore[union-attr]

    assert new.words == words
    assert sentence[new.at.start - 100 : new.at.end - 100] == words
