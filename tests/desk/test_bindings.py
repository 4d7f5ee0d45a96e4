"""What is bound to a provision stays bound to it when later drafts number it otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.actions.take_positions import add_issue
from travaux.desk import file
from travaux.desk.bindings import bindings, numbered, provisions_in
from travaux.errors import UnknownDocument, UnknownProvision
from travaux.mandate.issue import Issue

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane"
OURS, THEIRS = "08-memorandum-tab-a/tab-a", "13-telegram-redraft/draft"
#: The redraft puts an Article VIII in, and our Articles VIII to XI become IX to XII.
COMMISSION = Issue("commission", "Mixed Commission", provisions=("Article VIII",), draft=OURS)
SUSPENSION = Issue("passage", "Suspension of passage", provisions=("Article VIII",), draft=THEIRS)
BEFORE, AFTER = datetime.date(1962, 12, 31), datetime.date(1963, 3, 1)


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    names = ("08-memorandum-tab-a", "09-telegram-instructions", "12-telegram", "13-telegram-redraft")
    with django_db_blocker.unblock():
        build([EXAMPLE / f"{name}.txt" for name in names], out=tmp_path / "ilvane.travaux")
        file.open_file(tmp_path / "ilvane.travaux")
        yield
        file.close()


def _on(issue: Issue, day: datetime.date) -> list[tuple[str, str]]:
    return [(each.now, each.standing.id) for each in bindings(issue, on=day)]


def test_a_provision_that_a_later_draft_numbers_otherwise_is_told_by_its_number_there() -> None:
    assert _on(COMMISSION, BEFORE) == [("Article VIII", "12-telegram/amended")]
    assert _on(COMMISSION, AFTER) == [("Article IX", THEIRS)]


def test_a_provision_that_an_earlier_draft_does_not_have_stands_nowhere_in_it() -> None:
    assert _on(SUSPENSION, BEFORE) == [("", "12-telegram/amended")]
    assert provisions_in(SUSPENSION, OURS) == ()


def test_papers_number_a_provision_as_the_draft_of_their_day_does() -> None:
    days = {"airgram": BEFORE, "despatch": AFTER}
    assert numbered([COMMISSION], days, [OURS, THEIRS]) == {
        "airgram": ("Article VIII",), "despatch": ("Article IX",), OURS: ("Article VIII",), THEIRS: ("Article IX",)
    }  # fmt: skip


def test_an_issue_that_names_no_draft_keeps_its_numbers() -> None:
    issue = Issue("commission", "Mixed Commission", provisions=("Article VIII",))
    assert provisions_in(issue, THEIRS) == ("Article VIII",)
    assert bindings(issue, on=AFTER) == () and numbered([issue], {"despatch": AFTER}, []) == {}


def test_an_issue_is_bound_only_to_what_is_there() -> None:
    add_issue(COMMISSION)
    with pytest.raises(UnknownDocument):
        add_issue(Issue("a", "A", provisions=("Article I",), draft="none"))
    with pytest.raises(UnknownProvision):
        add_issue(Issue("b", "B", provisions=("Article XL",), draft=OURS))
