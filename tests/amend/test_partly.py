"""A new text for a stretch of a provision, and quotations that break off."""

from __future__ import annotations

import pytest
from tests.amend.texts import applied, changed, codes, words

from travaux.amend import operations as ops
from travaux.amend.operations import Operation
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.parse import parse


def _at(address: str, *steps: tuple[Level, str]) -> Address:
    return Address((*parse(address).steps, *(Step(level, value) for level, value in steps)))


@pytest.mark.parametrize(
    ("operation", "line", "rules"),
    [
        (
            ops.Replace(_at("Article II, paragraph 3", (Level.SENTENCE, "1-2")), words("It shall meet once.")),
            "3. It shall meet once. It may sit in secret.",
            [],
        ),
        (
            ops.Replace(_at("Article II, paragraph 3", (Level.SENTENCE, "last")), words("It may sit in public")),
            "3. The Commission shall meet at Morven. It shall elect a chairman. It may sit in public.",
            ["full-stop-kept"],
        ),
        (
            ops.Replace(_at("Article II, paragraph 2", (Level.CHAPEAU, "")), words("Accounts are laid before it:")),
            "2. Accounts are laid before it:",
            [],
        ),
        (
            ops.Replace(_at("Article II, paragraph 2", (Level.PORTION, "opening phrase")), words("Accounts are made:")),
            "2. Accounts are made:",
            [],
        ),
        (
            ops.Replace(_at("Article III", (Level.PORTION, "last three words")), words("ferry may sleep")),
            "The ferry shall be free of charge for pilots in the harbor. The ferry may sleep.",
            [],
        ),
        (
            ops.Replace(_at("Article I", (Level.CLAUSE, "opening")), words("In order to serve all shores,")),
            "In order to serve all shores, the ferry shall, jointly and in common, run daily between them.",
            ["clauses-by-commas", "mark-of-the-passage"],
        ),
        (ops.Replace(_at("Article II", (Level.HEADING, "")), words("Expenses")), "Article II. Expenses", []),
        (ops.Replace(_at("Article III"), words("It is free.")), "It is free.", []),
        (ops.Replace(parse("Article II, paragraph 1"), words("1. It is free.")), "1. It is free.", []),
    ],
)
def test_a_stretch_gets_a_new_text_and_the_rest_stands(operation: Operation, line: str, rules: list[str]) -> None:
    result = applied(operation)

    assert [each for each in changed(result) if each.startswith("+")] == [f"+ {line}"]
    assert codes(result) == rules


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (ops.Replace(_at("Article I", (Level.CLAUSE, "opening")), words("Pilots are licensed")), "clause-unlike"),
        (ops.Delete(_at("Article I", (Level.CLAUSE, "opening"))), "clause-not-quoted"),
        (ops.Replace(_at("Article III", (Level.PORTION, "latter part")), words("It rests.")), "no-such-provision"),
        (ops.Replace(WHOLE, words("None.")), "place-unclear"),
    ],
)
def test_a_stretch_that_is_not_certain_is_refused(operation: Operation, code: str) -> None:
    result = applied(operation)

    assert (codes(result), changed(result)) == ([code], [])


def test_a_text_of_one_paragraph_is_replaced_as_a_whole() -> None:
    formula = "The ferry shall run daily, upon prior notice to both Parties."

    assert applied(ops.Replace(WHOLE, words("It rests.")), formula).text == "It rests."
    latter = ops.Replace(Address((Step(Level.PORTION, "latter part"),)), words("upon notice to the Parties."))
    result = applied(latter, formula)
    assert result.text == "The ferry shall run daily, upon notice to the Parties."
    assert "clauses-by-commas" in codes(result)


@pytest.mark.parametrize(
    ("quoted", "line"),
    [
        ("The ferry shall be free for pilots in the . . .", "The ferry shall be free for pilots in the harbor. The"),
        ("The ferry shall be free for pilots in the harbor etc.", "The ferry shall be free for pilots in the harbor."),
        ("The boat shall be free of charge . . . .", "The boat shall be free of charge for pilots in the harbor."),
    ],
)
def test_what_a_broken_off_quotation_does_not_quote_stands(quoted: str, line: str) -> None:
    result = applied(ops.Replace(parse("Article III"), words(quoted), elided=True))

    assert line in result.text and result.text.count("may rest") == 1
    assert codes(result) == ["rest-stands"]


@pytest.mark.parametrize(
    "quoted", ["The ferry shall be dear to everybody . . .", "The ferry . . . in the port.", ". . . of the ferry"]
)
def test_a_quotation_that_breaks_off_where_the_draft_has_no_such_words_is_refused(quoted: str) -> None:
    result = applied(ops.Replace(parse("Article III"), words(quoted), elided=True))

    assert (codes(result), changed(result)) == (["wording-elided"], [])
