"""How a passage is read: lists, captions, orders without a verb of their own, conditions, results said again."""

from __future__ import annotations

import pytest

from travaux.amend.held import Held
from travaux.amend.operations import InsertWords, Replace, SubstituteWords
from travaux.amend.reading import Read, read
from travaux.amend.source import Source


def _read(*passages: str) -> Read:
    """The last of some passages, under what those before it leave in force."""
    found = Read((), Held())
    for words in passages:
        found = read(words, held=found.held, source=Source("telegram", 0))
    return found


def _told(found: Read) -> list[str]:
    return [
        f"{type(operation).__name__} {operation.target}" for order in found.orders for operation in order.operations
    ]


def test_a_caption_holds_for_the_items_under_it_until_the_next_of_its_kind() -> None:
    captioned = ("1. Article IV.", "(a) Delete “quay”.", "2. Article V.", "(a) Delete “pier”.")

    assert _told(_read(*captioned[:2])) == ["DeleteWords Article IV"]
    assert _told(_read(*captioned)) == ["DeleteWords Article V"]


def test_a_list_within_a_list_has_the_place_of_its_item() -> None:
    found = _read("3. Article IV. (a) In paragraph 1 delete “quay”. (b) In paragraph 2 delete “pier”.")

    assert _told(found) == ["DeleteWords Article IV, paragraph 1", "DeleteWords Article IV, paragraph 2"]


def test_a_caption_that_runs_into_its_order_names_its_place() -> None:
    assert _told(_read("Article VI–Substitute “The ferry runs daily.”")) == ["Replace Article VI"]


def test_a_caption_for_two_places_stands_for_both() -> None:
    assert _told(_read("Articles 3 and 5:", "Delete “quay”.")) == ["DeleteWords Article 3", "DeleteWords Article 5"]


def test_an_order_without_a_verb_takes_up_the_one_before() -> None:
    found = _read("In Article 4 insert “daily” after “runs” and “duly” after “pilot”.")

    orders = [operation for order in found.orders for operation in order.operations]
    assert [(one.place.anchor, one.new.words) for one in orders if isinstance(one, InsertWords)] == [
        ("runs", "daily"),
        ("pilot", "duly"),
    ]


def test_words_exchanged_without_a_verb_follow_those_with_one() -> None:
    found = _read("In Article 4 substitute “quay” for “pier” and “weekly” for “daily”.")

    orders = [operation for order in found.orders for operation in order.operations]
    assert [(one.old, one.new.words) for one in orders if isinstance(one, SubstituteWords)] == [
        ("pier", "quay"),
        ("daily", "weekly"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "If Article 4 is deleted, the ferry stops.",
        "Because “quay” has been replaced by “pier”, the crews are pleased.",
        "Since “by night” has been dropped from the Preamble, they are content.",
        "Had “quay” been used instead of “pier”, all were well.",
        "Present wording: “The ferry runs daily.”",
        "Present wording of the article includes phrases (1) “by day or by night”.",
        "Reason for change: The word “quay” is replaced by “pier” in their law.",
        "They said that they would retain pilots after the ferry had gone.",
        "Agree their language for the final clause deleting reference to pilots.",
    ],
)
def test_a_change_that_is_only_spoken_of_is_no_order(words: str) -> None:
    assert _told(_read("4. Article 9.", words)) == []


def test_an_order_on_the_present_wording_is_one() -> None:
    assert _told(_read("The existing text of Article 4 is replaced by the following: “The ferry stops.”")) == [
        "Replace Article 4"
    ]


def test_a_result_that_is_said_again_is_no_second_order() -> None:
    found = _read("In Article 4 replace “quay” with “pier”. In other words, “pier” would replace “quay”.")

    assert _told(found) == ["SubstituteWords Article 4"]


def test_words_taken_out_so_that_a_sentence_reads_otherwise_are_taken_out_once() -> None:
    found = _read("In Article 4 delete words “serving or” so that it will read: “The pilots living in the port.”")

    assert _told(found) == ["DeleteWords Article 4"]


def test_what_follows_as_a_comment_orders_nothing() -> None:
    found = _read("Delete Article 4. Comment: Delete Article 5 would have been too much.")

    assert _told(found) == ["Delete Article 4"]


def test_an_article_that_is_to_begin_otherwise_keeps_its_rest() -> None:
    found = _read("Article 4 should begin “The ferry and its boats”")

    (operation,) = found.orders[0].operations
    assert isinstance(operation, Replace)
    assert operation.elided


def test_proposed_wording_goes_to_the_one_place_of_its_caption() -> None:
    assert _told(_read("1. Title.", "Proposed wording: “Agreement on the ferries”.")) == ["Replace Title"]
    assert _told(_read("1. Articles 4 and 5.", "Proposed wording: “The ferry runs.”")) == []


def test_a_proposed_new_paragraph_has_the_number_of_its_caption() -> None:
    (operation,) = _read("6. Article IV, paragraph 6 (new).", "Proposed new paragraph: “It runs.”").orders[0].operations

    assert str(operation.target) == "Article IV"
    assert str(getattr(operation, "unit", "")) == "Article IV, paragraph 6"


def test_an_order_cites_where_it_stands() -> None:
    words = "We have met. Delete Article 4."
    (order,) = _read(words).orders

    assert words[order.start : order.end] == "Delete Article 4"
    assert words[slice(*order.sentence)].strip() == "Delete Article 4"
