"""What an approver decides in a package on a request for authority is decided on that request."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from travaux.actions import clear
from travaux.actions.authorize import authorize
from travaux.actions.build import build
from travaux.actions.clear import Actor, Plan, Said
from travaux.actions.mandate import directives_of, mandate
from travaux.clearance.entries import Verdict
from travaux.clearance.package import Kind
from travaux.clearance.route import route
from travaux.desk import file, shelf
from travaux.desk.mandates import Approval
from travaux.mandate.authority_said import Decided, Grant, Recommendation

WORDS = """7. Memorandum From the Director to the Minister

Tessenay, January 14, 1964.

Recommendations:

1. That you authorize the Ambassador to negotiate a protocol on the ferries of the southern lake.

2. That you authorize the Ambassador to sign the protocol without further reference.
"""
MINISTER = Actor("Minister", "Rennick")
PLAN = Plan(id="ferries", kind=Kind.NOTE, route=route("Treasury?"), drafter="Lakes", approver="Minister",
            subject="7-ferries")  # fmt: skip


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    (tmp_path / "7-ferries.txt").write_text(WORDS, encoding="utf-8")
    with django_db_blocker.unblock():
        build([tmp_path / "7-ferries.txt"], out=tmp_path / "lake.travaux")
        file.open_file(tmp_path / "lake.travaux")
        yield


def _decide(plan: Plan = PLAN) -> None:
    clear.open_package(plan)
    clear.circulate(plan.id, Actor("Lakes"))
    clear.hand_over(plan.id, Actor("Treasury"), "Minister")
    clear.decide_on(plan.id, MINISTER, 1, Verdict.MODIFIED, Said(words="but only for two years"))
    clear.decide_on(plan.id, MINISTER, 2, Verdict.DISAPPROVED)


def _recommendations() -> tuple[Recommendation, ...]:
    request = directives_of(shelf.row("7-ferries"))[1]
    assert request is not None
    return request.recommendations


def _today() -> datetime.date:
    return timezone.localtime().date()


def test_a_package_of_a_request_has_its_recommendations_and_decides_on_them() -> None:
    assert mandate(_today()).may(Grant.NEGOTIATE) is None
    _decide()
    first, second = _recommendations()
    assert (first.decided, second.decided) == (Decided.ADDED, Decided.DISAPPROVED)
    assert first.addition is not None and first.addition.words == "but only for two years"
    assert (first.by, first.on) == ("Minister (package ferries)", _today())
    granted = mandate(_today(), confirmed=True).may(Grant.NEGOTIATE)
    assert granted is not None and granted.since == _today()
    assert mandate(_today()).may(Grant.SIGN) is None
    assert mandate(_today() - datetime.timedelta(days=1)).may(Grant.NEGOTIATE) is None


def test_what_is_entered_by_hand_goes_before_a_package() -> None:
    _decide()
    day = datetime.date(1964, 1, 20)
    authorize(Approval(document="7-ferries", number="1", decided=Decided.APPROVED, approver="Rennick", on=day))
    first = _recommendations()[0]
    assert (first.decided, first.by, first.on, first.addition) == (Decided.APPROVED, "Rennick", day, None)


def test_a_recommendation_in_other_words_is_none_of_the_paper() -> None:
    _decide(replace(PLAN, recommendations=("to open the southern lock to barges in winter", "to buy a dredger")))
    assert {one.decided for one in _recommendations()} == {Decided.OPEN}


def test_a_package_that_was_called_back_decides_nothing() -> None:
    _decide()
    clear.recall("ferries", Actor("Lakes"))
    assert {one.decided for one in _recommendations()} == {Decided.OPEN}
