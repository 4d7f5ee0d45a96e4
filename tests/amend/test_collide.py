"""Operations of one instruction that cannot all be meant: they are named, and the later one is refused."""

from __future__ import annotations

import pytest
from tests.amend.texts import FERRY, applied, codes, words

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where
from travaux.text.address import WHOLE
from travaux.text.parse import parse

ARTICLE_III = parse("Article III")


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            ops.SubstituteWords(ARTICLE_III, "free of charge", words("dear")),
            ops.DeleteWords(ARTICLE_III, "charge for pilots"),
            "Two operations change the same words",
        ),
        (
            ops.InsertWords(ARTICLE_III, Place(Where.END), words("It sleeps.")),
            ops.Delete(ARTICLE_III),
            "another takes it away",
        ),
        (
            ops.Delete(parse("Article II")),
            ops.Replace(parse("Article II, paragraph 1"), words("It is free.")),
            "another takes it away",
        ),
        (
            ops.InsertProvision(WHOLE, Place(Where.END), words("One."), unit=parse("Article V")),
            ops.InsertProvision(WHOLE, Place(Where.END), words("Two."), unit=parse("Article 5")),
            "is given twice",
        ),
        (ops.Renumber(ARTICLE_III, "VII"), ops.Renumber(parse("Article IV"), "7"), "is given twice"),
    ],
)
def test_two_operations_that_collide_are_named(first: Operation, second: Operation, why: str) -> None:
    result = applied([first, second])
    ((refused, finding),) = result.refused

    assert refused is second
    assert finding.code == "operations-collide"
    assert why in finding.message


@pytest.mark.parametrize(
    "operations",
    [
        [ops.SubstituteWords(ARTICLE_III, "free", words("dear")), ops.DeleteWords(ARTICLE_III, "for pilots")],
        [ops.Delete(parse("Article II")), ops.Delete(ARTICLE_III)],
        [ops.Move(parse("Article II, paragraph 3"), Place(Where.START)), ops.Delete(parse("Article II, paragraph 1"))],
    ],
)
def test_operations_beside_each_other_do_not_collide(operations: list[Operation]) -> None:
    assert "operations-collide" not in codes(applied(operations))


def test_an_operation_stated_twice_is_already_there_and_no_collision() -> None:
    twice = ops.Replace(ARTICLE_III, words("It is free."))
    result = applied([twice, twice])

    assert codes(result) == ["already-there"]
    assert result.text.count("It is free.") == 1


def test_an_operation_collides_with_none_that_was_refused() -> None:
    result = applied([ops.InsertWords(ARTICLE_III, Place(Where.AFTER), words("no place")), ops.Delete(ARTICLE_III)])

    assert codes(result) == ["place-unclear"]
    assert "Article III" not in result.text != FERRY
