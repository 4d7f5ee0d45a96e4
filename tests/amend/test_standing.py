"""How the words around a change say that a passage stands to it."""

from __future__ import annotations

import pytest

from travaux.amend.operations import Status
from travaux.amend.standing import Standing, is_reported, standing


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Article 4 should be deleted.", Status.INSTRUCTED),
        ("Word ____ should be inserted not later than Monday.", Status.INSTRUCTED),
        ("We cannot accept insertion of ____.", Status.REJECTED),
        ("Under no circumstances delete ____.", Status.REJECTED),
        ("If they insist, delete ____.", Status.TENTATIVE),
        ("You may propose ____ as a fall-back.", Status.TENTATIVE),
        ("We have no objection to deletion of ____.", Status.AGREED),
        ("Deletion of ____ approved.", Status.AGREED),
        ("We propose to delete ____.", Status.PROPOSED),
        ("They suggested ____ for ____.", Status.PROPOSED),
    ],
)
def test_the_words_beside_a_change_say_whether_it_is_ordered(said: str, status: Status) -> None:
    assert standing(said).status is status


@pytest.mark.parametrize(
    "said",
    [
        "The Minister hopes that we will now agree to reinstate ____.",
        "He asked that we accept insertion of ____.",
        "They urged that you agree to ____.",
    ],
)
def test_an_assent_that_is_only_hoped_for_is_none(said: str) -> None:
    assert standing(said).status is Status.PROPOSED


@pytest.mark.parametrize(
    ("lead_in", "status"),
    [
        ("We reject the following changes:", Status.REJECTED),
        ("If this fails, the following may be offered:", Status.TENTATIVE),
        ("We propose:", Status.PROPOSED),
        ("Please see to this:", Status.INSTRUCTED),
    ],
)
def test_what_introduces_a_list_holds_for_its_items(lead_in: str, status: Status) -> None:
    assert standing("Delete ____.", lead_in=lead_in).status is status


def test_what_became_of_a_proposal_is_told_by_the_sentence_after_it() -> None:
    assert standing("Belan proposed to add ____.", after="This amendment was rejected.").status is Status.REJECTED


@pytest.mark.parametrize("said", ["Sorne has eliminated ____.", "He asked to insert ____.", "Elimination of ____."])
def test_what_another_side_did_or_wishes_is_reported(said: str) -> None:
    assert is_reported(said)


@pytest.mark.parametrize(
    "said", ["Delete ____.", "First sentence Sorne proposal should be revised.", "Article IV is deleted."]
)
def test_an_order_is_not_taken_for_a_report(said: str) -> None:
    assert not is_reported(said)


def test_the_list_of_a_party_reports_its_wishes() -> None:
    assert standing("Delete ____.", lead_in="Sorne proposed:") == Standing(Status.PROPOSED, reported=True)
