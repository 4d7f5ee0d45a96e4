"""Which orders to be carried out once are spent, and by what."""

from __future__ import annotations

import datetime

import pytest
from tests.mandate.telegrams import DAY, one, telegram, told

from travaux.findings import Citation
from travaux.mandate.deeds import deeds
from travaux.mandate.directives_said import Directive
from travaux.mandate.spent import Reply, Spent, Why, is_once, spent

AFTER = DAY + datetime.timedelta(days=3)
LATE = DAY + datetime.timedelta(days=30)
REFERS = Citation("d12", 0, 9)


def _reply(words: str, *, at: Citation | None = REFERS) -> Reply:
    return Reply("d9", AFTER, at, deeds(telegram(words, ident="d12", date=AFTER)))


def _spent(order: Directive, *replies: Reply, on: datetime.date = LATE) -> list[Spent]:
    return list(spent([order], replies, on=on))


def test_what_a_later_message_reports_as_done_is_spent_with_its_passage() -> None:
    order = one("Please raise the question of pilotage dues with the Foreign Minister tomorrow.")
    (found,) = _spent(order, _reply("I raised the question of pilotage dues with the Foreign Minister today."))
    assert (found.why, found.day) == (Why.DONE, AFTER)
    assert found.by is not None and found.by.document == "d12"


def test_what_another_says_to_have_done_is_no_report() -> None:
    order = one("Please raise the question of pilotage dues with the Foreign Minister.")
    assert _spent(order, _reply("The Foreign Minister raised the question of pilotage dues with us.")) == []


def test_a_report_on_something_else_spends_nothing() -> None:
    order = one("Please raise the question of pilotage dues with the Foreign Minister.")
    assert _spent(order, _reply("I raised fishing today.")) == []


def test_a_message_that_does_not_refer_to_the_order_must_say_more_of_it() -> None:
    order = one("Please raise the question of pilotage dues with the Foreign Minister.")
    same = "I raised the question of pilotage dues with the Foreign Minister today."
    assert [each.why for each in _spent(order, _reply(same, at=None))] == [Why.DONE]
    assert _spent(order, _reply("I raised dues and other business today.", at=None)) == []


def test_a_report_is_made_by_the_answer() -> None:
    order = one("Report his reaction.")
    (found,) = _spent(order, _reply("He smiled."))
    assert (found.why, found.by) == (Why.ANSWERED, REFERS)
    assert _spent(order, _reply("He smiled.", at=None)) == []


@pytest.mark.parametrize("words", ["Report by October 3.", "Please raise dues with him tomorrow."])
def test_an_order_whose_day_is_past_is_told_as_past(words: str) -> None:
    order = one(words)
    assert [each.why for each in _spent(order)] == [Why.PAST]
    assert _spent(order, on=DAY) == []


@pytest.mark.parametrize(
    "words",
    [
        "You should not raise the question of dues.",
        "You may raise the question of dues.",
        "If the subject is raised again, report.",
        "You should seek a limit of six vessels.",
        "You should assure the Corvanians that the lights will be kept.",
    ],
)
def test_what_is_held_allowed_or_forbidden_is_not_to_be_done_once(words: str) -> None:
    assert not any(is_once(each) for each in told(words).found)


@pytest.mark.parametrize(
    "words",
    [
        "You should assure the Corvanians that all vessels will be withdrawn before October 4.",
        "You should make clear that no talks can be held on October 4.",
    ],
)
def test_a_day_in_what_is_to_be_said_is_not_the_day_by_which_to_say_it(words: str) -> None:
    assert _spent(one(words)) == []


def test_what_is_to_be_delivered_is_done_once() -> None:
    assert is_once(one("Please inform the Foreign Minister that the talks may open."))
