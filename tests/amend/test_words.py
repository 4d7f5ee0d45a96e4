"""Words put in, taken out and exchanged: which of several places, what is left of the sentence, and printing errors."""

from __future__ import annotations

import pytest
from tests.amend.texts import applied, changed, codes, words

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.parse import parse

ARTICLE_I = parse("Article I")
ARTICLE_III = parse("Article III")


@pytest.mark.parametrize(
    ("operation", "line"),
    [
        (ops.DeleteWords(ARTICLE_III, "The ferry", occurrence="last"), "pilots in the harbor. May rest."),
        (ops.SubstituteWords(ARTICLE_III, "ferry", words("boat"), occurrence="second"), "The boat may rest."),
        (
            ops.SubstituteWords(ARTICLE_III, "ferry", words("boat"), place=Place(Where.BEFORE, "may rest")),
            "The boat may rest.",
        ),
        (
            ops.DeleteWords(ARTICLE_I, "in", place=Place(Where.AFTER, "jointly and", "common")),
            "jointly and common, run",
        ),
        (
            ops.SubstituteWords(ARTICLE_III, "The ferry", words("Each boat"), place=Place(Where.START)),
            "Each boat shall be free",
        ),
    ],
)  # fmt: skip
def test_of_several_places_the_one_that_the_passage_tells_is_changed(operation: Operation, line: str) -> None:
    assert any(line in each for each in changed(applied(operation)) if each.startswith("+"))


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (ops.DeleteWords(ARTICLE_III, "ferry"), "words-ambiguous"),
        (ops.DeleteWords(ARTICLE_III, "ferry", occurrence="third"), "words-not-found"),
        (ops.DeleteWords(ARTICLE_III, "ferry", place=Place(Where.AFTER, "pilots")), "words-not-found"),
    ],
)
def test_a_place_that_is_not_told_or_not_there_is_refused(operation: Operation, code: str) -> None:
    result = applied(operation)

    assert (codes(result), changed(result)) == ([code], [])


@pytest.mark.parametrize(
    ("operation", "line", "rules"),
    [
        (
            ops.DeleteWords(ARTICLE_I, "In order to serve both shores"),
            "The ferry shall, jointly and in common, run daily between them.",
            ["mark-left-over", "capital-at-beginning"],
        ),
        (
            ops.DeleteWords(ARTICLE_I, "jointly and in common"),
            "In order to serve both shores, the ferry shall, run daily between them.",
            ["mark-left-over"],
        ),
        (
            ops.DeleteWords(ARTICLE_I, ", jointly and in common,"),
            "In order to serve both shores, the ferry shall run daily between them.",
            [],
        ),
        (
            ops.DeleteWords(ARTICLE_I, "daily between them."),
            "In order to serve both shores, the ferry shall, jointly and in common, run.",
            ["full-stop-kept"],
        ),
        (
            ops.DeleteWords(parse("Article II, paragraph 1"), "and of the lamps"),
            "1. The Parties shall share the cost of the ferry, of the quay.",
            ["mark-left-over"],
        ),
    ],
)
def test_what_deleted_words_leave_behind_is_set_right_under_a_named_rule(
    operation: Operation, line: str, rules: list[str]
) -> None:
    result = applied(operation)

    assert f"+ {line}" in changed(result)
    assert codes(result) == rules


def test_nothing_gets_a_capital_in_a_text_printed_without_them() -> None:
    lower = "Article 1\nin order to serve, the ferry shall run."
    result = applied(ops.DeleteWords(parse("Article 1"), "in order to serve"), lower)

    assert result.text == "Article 1\nthe ferry shall run."


def test_an_item_whose_words_all_go_goes_with_its_letter() -> None:
    result = applied(ops.DeleteWords(parse("Article II"), "in July of each year;"))

    assert changed(result) == ["- (b) in July of each year;"]
    assert codes(result) == ["number-with-words"]


def test_words_that_run_over_lines_are_found_with_the_letters_of_the_lines() -> None:
    over = "(a) in January of each year; (b) in July of each year;"
    result = applied(ops.DeleteWords(parse("Article II"), over))

    assert changed(result) == ["- (a) in January of each year;", "- (b) in July of each year;"]
    assert codes(result) == ["across-lines"]


def test_words_that_run_over_unnumbered_lines_join_what_is_left_of_them() -> None:
    text = "Article 1\nThe ferry shall run\ndaily and nightly."
    result = applied(ops.SubstituteWords(parse("Article 1"), "run daily", words("go weekly")), text)

    assert result.text == "Article 1\nThe ferry shall go weekly and nightly."


def test_words_that_would_take_a_number_from_its_paragraph_are_refused() -> None:
    result = applied(
        ops.DeleteWords(parse("Article II"), "lamps. 2. The accounts shall be laid before the Commission:")
    )

    assert (codes(result), changed(result)) == (["number-in-words"], [])


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("shall foe free of charge for pilots in the harbor", "printing-error"),
        ("shall be free of charge for pilots in the harbors", "words-not-found"),
        ("shall be free of charge for pilot in the harbor", "words-not-found"),
        ("shall not free of charge for pilots in the harbor", "words-not-found"),
        ("shall be freed of charge", "words-not-found"),
    ],
)
def test_one_misprinted_word_among_many_is_matched_under_a_named_rule(old: str, code: str) -> None:
    result = applied(ops.SubstituteWords(ARTICLE_III, old, words("shall be dear to all")))

    assert codes(result) == [code]
    assert bool(result.refused) is (code == "words-not-found")


def test_a_page_is_not_checked_where_the_words_stand_once() -> None:
    page = Address((Step(Level.PAGE, "2"), Step(Level.LINE, "4")))

    assert codes(applied(ops.SubstituteWords(page, "Morven.", words("Sorne.")))) == ["page-not-checked"]
    assert codes(applied(ops.DeleteWords(page, "ferry"))) == ["words-ambiguous"]
    assert codes(applied(ops.Delete(page))) == ["no-such-provision"]


@pytest.mark.parametrize(
    ("operation", "lines"),
    [
        (
            ops.DeleteStretch(ARTICLE_I, after="run daily"),
            ["+ In order to serve both shores, the ferry shall, jointly and in common, run daily."],
        ),
        (
            ops.DeleteStretch(ARTICLE_III, first="for pilots", last="in the harbor"),
            ["+ The ferry shall be free of charge. The ferry may rest."],
        ),
        (
            ops.DeleteStretch(parse("Article II, paragraph 2"), first="in January", last="July of each year;"),
            ["- (a) in January of each year;", "- (b) in July of each year;"],
        ),
    ],
)
def test_a_stretch_goes_from_its_first_words_through_its_last(operation: Operation, lines: list[str]) -> None:
    assert [line for line in changed(applied(operation)) if line in lines] == lines


def test_a_stretch_whose_end_stands_twice_is_refused() -> None:
    result = applied(ops.DeleteStretch(parse("Article II, paragraph 2"), first="in January", last="each year;"))

    assert codes(result) == ["words-ambiguous"]


def test_new_words_never_grow_together_with_their_neighbours() -> None:
    text = "Article 1\nThe period specified in article 3, paragraph 7."
    result = applied(ops.SubstituteWords(parse("Article 1"), ", paragraph 7", words("to which it relates")), text)

    assert result.text == "Article 1\nThe period specified in article 3 to which it relates."


def test_words_are_put_at_the_end_of_a_text_of_one_paragraph() -> None:
    result = applied(ops.InsertWords(WHOLE, Place(Where.END), words("It is free.")), "The ferry runs daily.")

    assert result.text == "The ferry runs daily. It is free."
