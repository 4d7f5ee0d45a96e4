"""Pending instructions carried over to a new draft: those that fit, with their new addresses, and those that do not."""

from __future__ import annotations

import pytest
from tests.amend.texts import FERRY, applied, draft_of, words

from travaux.amend import operations as ops
from travaux.amend.operations import Instruction, Operation, Place, Status, Where
from travaux.amend.rebase import Rebased, rebase
from travaux.findings import Citation
from travaux.text.parse import parse

PENDING = ops.SubstituteWords(parse("Article 3"), "free of charge", words("dear"))
MOVED = [ops.Delete(parse("Article I")), ops.Renumber(parse("Article II"))]


def _instruction(operation: Operation) -> Instruction:
    return Instruction(Citation("letter", 0, 9), "…", (operation,), Status.PROPOSED)


def _rebased(operation: Operation, *changes: Operation) -> Rebased:
    result = applied(list(changes))
    return rebase([_instruction(operation)], draft_of(), result.draft, result.successions)


@pytest.mark.parametrize(
    ("pending", "target"),
    [
        (PENDING, "Article II"),
        (ops.DeleteWords(parse("Article II, last paragraph"), "It may sit in secret."), "Article I, paragraph 3"),
        (ops.InsertWords(parse("second sentence of Article III"), Place(Where.END), words("It sleeps.")),
         "Article II, second sentence"),
    ],
)  # fmt: skip
def test_an_instruction_gets_the_addresses_of_the_new_draft(pending: Operation, target: str) -> None:
    (instruction,) = _rebased(pending, *MOVED).fitting

    assert str(instruction.operations[0].target) == target


def test_the_unit_beside_which_something_goes_is_carried_over_too() -> None:
    move = ops.Move(parse("Article IV"), Place(Where.BEFORE, unit=parse("Article II")))
    (instruction,) = _rebased(move, *MOVED).fitting
    (operation,) = instruction.operations

    assert isinstance(operation, ops.Move)
    assert (str(operation.target), str(operation.place.unit)) == ("Article III", "Article I")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (ops.Delete(parse("Article III")), "no-such-provision"),
        (ops.Replace(parse("Article III"), words("It rests.")), "words-not-found"),
        (ops.SubstituteWords(parse("Article III"), "free of charge", words("dear")), "already-there"),
    ],
)
def test_what_no_longer_applies_is_named_with_its_reason(change: Operation, code: str) -> None:
    rebased = _rebased(PENDING, change)

    assert rebased.fitting == ()
    assert [finding.code for _, finding in rebased.lost] == [code]


def test_a_draft_tabled_anew_is_laid_beside_the_old_one() -> None:
    tabled = draft_of(FERRY.replace("Article IV", "Article V").replace("Article III", "Article IV"), id="redraft")
    (instruction,) = rebase([_instruction(PENDING)], draft_of(), tabled).fitting

    assert str(instruction.operations[0].target) == "Article IV"
