"""What is to be done under an authority is held against the decisions that gave or refused it (11 FAM 720)."""

from __future__ import annotations

import datetime

import pytest

from travaux.mandate.authority import read
from travaux.mandate.check import check
from travaux.mandate.on import Mandate, on
from travaux.mandate.verdict import Verdict
from travaux.record.read import read as read_record

DAY = datetime.date(1964, 3, 1)
REQUEST = """7. Memorandum From the Director to the Minister

Tessenay, January 14, 1964.

Recommendations:

1. That you authorize the Ambassador to negotiate a protocol on the ferries of the southern lake.

Approved.

2. That you authorize the Ambassador to sign the protocol on ferries without further reference.

Disapproved.

3. That you authorize the Ambassador to sign the exchange of notes on pilotage.

Approved with the handwritten addition: “once the Treasury has agreed.”
"""


@pytest.fixture
def held() -> Mandate:
    request = read(read_record(REQUEST.encode(), name="7.txt")[0])
    assert request is not None
    return on(DAY, [], requests=[request])


@pytest.mark.parametrize(
    ("words", "verdict", "number"),
    [
        ("negotiate a protocol on the ferries", Verdict.WITHIN, "1"),
        ("May we sign the protocol on ferries?", Verdict.OUTSIDE, "2"),
        ("to sign the notes on pilotage", Verdict.WITHIN, "3"),
        ("Sign the agreement on fisheries", Verdict.UNDETERMINED, None),
        ("issue full powers for the protocol", Verdict.UNDETERMINED, None),
    ],
)
def test_it_is_within_what_was_approved_for_that_agreement(
    held: Mandate, words: str, verdict: Verdict, number: str | None
) -> None:
    told = check(held, words)
    assert told.verdict is verdict
    assert (told.recommendation.number if told.recommendation else None) == number


def test_the_addition_of_the_approver_is_asked_about(held: Mandate) -> None:
    assert check(held, "sign the notes on pilotage").ask == ("Is this kept: “once the Treasury has agreed”?",)


def test_authority_to_negotiate_is_none_to_sign() -> None:
    words = REQUEST.partition("2. That")[0]
    request = read(read_record(words.encode(), name="7.txt")[0])
    assert request is not None
    told = check(on(DAY, [], requests=[request]), "sign the protocol on ferries")
    assert told.verdict is Verdict.UNDETERMINED
    assert "that to negotiate is none to sign" in told.ask[0]


def test_before_the_day_of_the_request_nothing_is_decided(held: Mandate) -> None:
    request = held.requests[0]
    before = on(datetime.date(1964, 1, 1), [], requests=[request])
    assert check(before, "negotiate a protocol on the ferries").verdict is Verdict.UNDETERMINED


def test_words_for_a_text_are_held_against_no_authority(held: Mandate) -> None:
    told = check(held, "The parties shall sign a list of the pilots each year.")
    assert told.recommendation is None
