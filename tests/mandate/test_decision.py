"""Decisions that running text tells, and the requests that they are on."""

from __future__ import annotations

import datetime

import pytest

from travaux.findings import Citation
from travaux.mandate.authority_said import Decided, Grant, Recommendation, Request
from travaux.mandate.decision import Decision, decision
from travaux.mandate.decision_of import Bound, How, decision_of
from travaux.mandate.directives_said import Said

DAY = datetime.date(1964, 1, 20)
LATER = datetime.date(1964, 1, 28)
YES, NO = Decided.APPROVED, Decided.DISAPPROVED


def _told(words: str) -> tuple[Decision, ...]:
    return decision(words, at=Citation("d12", 0, len(words)), written=LATER)


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("The Minister approved the recommendation on January 24.", [(YES, ())]),
        ("The Secretary has approved recommendations 1 and 3 and disapproved 2.", [(YES, ("1", "3")), (NO, ("2",))]),
        ("Rusk approved recommendations 1 and 3 and did not approve recommendation 2.",
         [(YES, ("1", "3")), (NO, ("2",))]),
        ("Pell initialed his approval of recommendation 1 and his disapproval of recommendation 2.",
         [(YES, ("1",)), (NO, ("2",))]),
        ("Recommendations 1 and 2 were approved; recommendation 3 was disapproved by the Minister.",
         [(YES, ("1", "2")), (NO, ("3",))]),
        ("He initialed his approval of recommendations 1–3.", [(YES, ("1", "2", "3"))]),
        ("He initialed his approval of recommendations 3a–c.", [(YES, ("3a", "3b", "3c"))]),
        ("Nixon initialed the “disapprove” option.", [(NO, ())]),
        ("On June 3 the President authorized the Ambassador to negotiate.", [(YES, ())]),
    ],
)  # fmt: skip
def test_what_was_decided_is_read_with_the_numbers(words: str, decided: list[tuple[Decided, tuple[str, ...]]]) -> None:
    assert [(one.decided, one.numbers) for one in _told(words)] == decided


@pytest.mark.parametrize(
    "words",
    [
        "There is no indication that the Minister approved the recommendation.",
        "The Minister neither approved nor disapproved the recommendations.",
        "I recommend that you approve the recommendations.",
        "If the Minister approved the recommendation, the talks could begin.",
        "It is not known whether the Cabinet approved recommendation 2.",
        "The memorandum was sent to the President for his approval.",
        "Recommendation 2 is to be approved by the Treasury.",
    ],
)
def test_what_is_not_known_or_only_asked_for_decides_nothing(words: str) -> None:
    assert _told(words) == ()


def test_who_decided_when_and_in_which_paper_is_read() -> None:
    (one,) = _told("On January 24 the Minister approved recommendation 1 in the Director’s memorandum of January 20.")
    assert (one.by, one.on, one.paper_on) == ("Minister", datetime.date(1964, 1, 24), DAY)


def test_a_condition_is_kept_with_its_place() -> None:
    words = "Dulles approved the recommendation, adding that this was “subject to approval by L.”"
    (one,) = _told(words)
    assert one.condition is not None and one.condition.words == "subject to approval by L"
    assert words[one.condition.at.start : one.condition.at.end] == one.condition.words


def _request(ident: str = "d8", *, date: datetime.date = DAY, count: int = 2) -> Request:
    recommendations = tuple(
        Recommendation(number=str(number), words=Said(words, Citation(ident, 100, 110)), grants=(Grant.NEGOTIATE,))
        for number, words in enumerate(
            ["That you authorize the Ambassador to negotiate.", "That he sign the protocol."][:count], 1
        )
    )
    return Request(
        document=ident, title="Memorandum by the Director (Pell) to the Minister (Rennick)", date=date,
        requester="Pell", approver="Rennick", parts=(), recommendations=recommendations,
    )  # fmt: skip


def _bound(words: str, *requests: Request) -> Bound | None:
    (one,) = _told(words)
    return decision_of(one, requests, written=LATER)


def test_a_decision_goes_to_the_paper_of_the_day_that_it_names() -> None:
    other = _request("d7", date=DAY - datetime.timedelta(days=9))
    found = _bound("The Minister approved recommendation 1 in the memorandum of January 20.", other, _request())
    assert found is not None
    assert (found.request, found.numbers, found.how) == ("d8", ("1",), How.DAY)


def test_a_decision_on_a_paper_that_is_not_there_goes_to_none() -> None:
    assert _bound("The Minister approved recommendation 1 in the memorandum of January 2.", _request()) is None


def test_a_decision_that_names_no_paper_is_unsure() -> None:
    found = _bound("The Minister approved recommendations 1 and 2.", _request())
    assert found is not None and found.how is How.NUMBERS and found.how.value.startswith("unsure")
    several = _bound("The Minister approved recommendations 1 and 2.", _request(), _request("d7"))
    assert several is not None and several.how is How.SEVERAL and several.others


def test_a_decision_by_another_than_whom_the_request_is_to_goes_to_none() -> None:
    assert _bound("The Delegation approved recommendations 1 and 2.", _request()) is None


def test_one_recommendation_of_several_that_is_not_named_is_not_guessed() -> None:
    assert _bound("The Minister approved the recommendation.", _request()) is None
    assert _bound("The Minister approved the recommendation.", _request(count=1)) is not None


def test_what_was_authorized_goes_to_the_recommendation_that_is_like_it() -> None:
    found = _bound("The Minister authorized the Ambassador to negotiate.", _request())
    assert found is not None and (found.numbers, found.how) == (("1",), How.WORDS)
