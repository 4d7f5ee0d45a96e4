"""New provisions: where their number puts them, and what label they get."""

from __future__ import annotations

import pytest
from tests.amend.texts import applied, changed, codes, words

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.parse import parse

END = Place(Where.END)
ARTICLE_II = parse("Article II")


def _order(text: str, *openings: str) -> list[str]:
    """The lines that begin so, in their order."""
    return [line for line in text.split("\n") if line.startswith(openings)]


def test_a_new_article_goes_where_its_number_belongs_and_is_labelled_like_the_others() -> None:
    insert = ops.InsertProvision(WHOLE, END, words("Pilots are licensed."), unit=parse("Article II bis"))
    result = applied(insert)

    assert "Article II bis\nPilots are licensed.\nArticle III" in result.text
    assert result.text.index("Costs") < result.text.index("Pilots") < result.text.index("Article III")


@pytest.mark.parametrize("number", ["2a", "2 bis"])
def test_a_new_paragraph_is_numbered_as_said(number: str) -> None:
    insert = ops.InsertProvision(
        ARTICLE_II, END, words("Pilots are licensed."), unit=Address((Step(Level.PARAGRAPH, number),))
    )
    result = applied(insert)

    assert changed(result) == [f"+ {number}. Pilots are licensed."]
    assert result.text.index("so requests") < result.text.index("Pilots") < result.text.index("3. The Commission")


def test_a_number_that_the_words_bear_is_not_doubled() -> None:
    insert = ops.InsertProvision(ARTICLE_II, END, words("2 bis. Pilots are licensed."), unit=parse("paragraph 2 bis"))

    assert changed(applied(insert)) == ["+ 2 bis. Pilots are licensed."]


def test_a_number_that_the_words_bear_tells_the_place() -> None:
    insert = ops.InsertProvision(WHOLE, END, words("Article III A\nPilots are licensed."))

    assert applied(insert).text.endswith("Article IV\nThis Treaty shall be ratified.")


def test_several_items_of_one_quotation_become_several_provisions() -> None:
    new = words("(d) in spring; (e) in autumn; and")
    result = applied(ops.InsertProvision(parse("Article II, paragraph 2"), END, new))

    assert changed(result) == ["+ (d) in spring;", "+ (e) in autumn; and"]


def test_a_number_that_is_taken_is_refused() -> None:
    insert = ops.InsertProvision(WHOLE, END, words("Pilots are licensed."), unit=parse("Article III"))
    result = applied(insert)

    assert (codes(result), changed(result)) == (["number-taken"], [])


@pytest.mark.parametrize(
    "renumbering",
    [
        [ops.Renumber(parse("Article III"))],
        [ops.Renumber(parse("Article III"), "IV"), ops.Renumber(parse("Article IV"), "V")],
    ],
)
def test_a_number_that_is_taken_is_free_where_the_rest_is_renumbered(renumbering: list[Operation]) -> None:
    insert = ops.InsertProvision(WHOLE, END, words("Pilots are licensed."), unit=parse("Article III"))
    result = applied([insert, *renumbering])

    assert not result.refused
    assert _order(result.text, "Article") == [
        "Article I",
        "Article II. Costs",
        "Article III",
        "Article IV",
        "Article V",
    ]
    assert "Article III\nPilots are licensed.\nArticle IV\nThe ferry shall be free" in result.text


@pytest.mark.parametrize(("opening", "code"), [("Mindful of trade.", "recital-comma"), ("Mindful of trade,", None)])
def test_a_recital_ends_as_its_neighbours_do(opening: str, code: str | None) -> None:
    place = Place(Where.BEFORE, unit=parse("“having resolved” paragraph of the Preamble"))
    result = applied(ops.InsertProvision(parse("Preamble"), place, words(opening)))

    assert changed(result) == ["+ Mindful of trade,"]
    assert codes(result) == ([code] if code else [])


def test_a_provision_goes_before_the_one_that_begins_with_the_anchor() -> None:
    result = applied(ops.InsertProvision(parse("Preamble"), Place(Where.BEFORE, "Having resolved"), words("Mindful,")))

    assert "every season,\nMindful,\nHaving resolved" in result.text


def test_a_paragraph_that_is_counted_gets_no_number() -> None:
    insert = ops.InsertProvision(parse("Article I"), END, words("It rests."), unit=parse("Article I, second paragraph"))

    assert changed(applied(insert)) == ["+ It rests."]
