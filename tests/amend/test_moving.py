"""Provisions that get another number or another place, and those that stay."""

from __future__ import annotations

import pytest
from tests.amend.texts import FERRY, applied, changed, codes

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where
from travaux.text.draft import words_of
from travaux.text.locate import locate, provision_at
from travaux.text.parse import parse

FLAT = """Article 1
1. The budget shall be made up of:
(i) expenditure
(a) costs;
(b) payments;
(ii) income
(a) surplus;
(b) contributions;
(c) dues;
(d) gifts."""


def test_a_number_is_written_as_the_label_is() -> None:
    assert changed(applied(ops.Renumber(parse("Article IV"), "6"))) == ["- Article IV", "+ Article VI"]
    assert changed(applied(ops.Renumber(parse("Article II, paragraph 3"), "4")))[1].startswith("+ 4. The Commission")


def test_a_new_number_cites_the_instruction_and_the_rest_of_the_label_the_draft() -> None:
    result = applied(ops.Renumber(parse("Article IV"), "VI"))
    label = provision_at(result.draft, locate(result.draft, parse("Article VI")).path).label

    assert [(run.words, run.origin.document) for run in label] == [("Article ", "tabled"), ("VI", "telegram")]


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (ops.Renumber(parse("Article IV"), "III"), "number-taken"),
        (ops.Renumber(parse("Article IV"), "4"), "already-there"),
        (ops.Renumber(parse("Article II, paragraph 3"), "a"), "place-unclear"),
        (ops.Renumber(parse("Article I, first paragraph"), "1"), "place-unclear"),
        (ops.Renumber(parse("Article II, paragraph 1")), "already-there"),
        (ops.Move(parse("Article IV"), Place(Where.AFTER, unit=parse("Article III"))), "already-there"),
        (ops.Move(parse("Article II"), Place(Where.AFTER, unit=parse("Article II, paragraph 2"))), "place-unclear"),
        (ops.Keep(parse("Article IX")), "no-such-provision"),
    ],
)
def test_what_changes_nothing_or_cannot_be_says_so(operation: Operation, code: str) -> None:
    result = applied(operation)

    assert (codes(result), result.text) == ([code], FERRY)


def test_numbers_that_pass_on_are_free_whatever_the_order_of_the_words() -> None:
    for pairs in ([("III", "IV"), ("IV", "V")], [("IV", "V"), ("III", "IV")]):
        result = applied([ops.Renumber(parse(f"Article {old}"), new) for old, new in pairs])

        assert not result.refused
        assert [article.number for article in result.draft.articles] == ["I", "II", "IV", "V"]


def test_what_follows_a_deleted_provision_is_numbered_on() -> None:
    result = applied([ops.Delete(parse("Article II")), ops.Renumber(parse("Article III"))])

    assert [words_of(article.label) for article in result.draft.articles] == ["Article I", "Article II", "Article III"]


def test_the_remaining_items_of_a_list_printed_without_steps_are_lettered_on() -> None:
    below = "Article 1, paragraph 1, subparagraph ii, subparagraph {}"
    delete = ops.Delete(parse(below.format("b")))
    result = applied([delete, ops.Renumber(parse(below.format("c")), "b"), ops.Renumber(parse(below.format("d")), "c")],
                     FLAT)  # fmt: skip

    assert not result.refused
    assert result.text.split("\n")[5:] == ["(ii) income", "(a) surplus;", "(b) dues;", "(c) gifts."]


def test_a_provision_moves_with_all_that_is_under_it_and_every_origin() -> None:
    result = applied(ops.Move(parse("Article II"), Place(Where.AFTER, unit=parse("Article III"))))

    assert [article.number for article in result.draft.articles] == ["I", "III", "II", "IV"]
    assert sorted(result.text.split("\n")) == sorted(FERRY.split("\n"))
    assert {run.origin.document for each in result.draft.walk() for run in each.line} == {"tabled"}


def test_a_provision_moves_to_the_end_of_its_row() -> None:
    result = applied(ops.Move(parse("Article II, paragraph 1"), Place(Where.END)))

    assert (
        result.text.index("3. The Commission") < result.text.index("1. The Parties") < result.text.index("Article III")
    )


def test_words_move_within_their_provision() -> None:
    result = applied(ops.Move(parse("Article III"), Place(Where.BEFORE, "for pilots"), words="in the harbor"))

    assert "free of charge in the harbor for pilots. The" in result.text


def test_what_is_kept_is_the_very_same_draft() -> None:
    result = applied(ops.Keep(parse("Article II")))

    assert (result.text, codes(result), len(result.applied), result.changes) == (FERRY, [], 1, ())
