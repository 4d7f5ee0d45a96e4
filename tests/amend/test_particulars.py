"""What an instruction carries beside its change: who puts it forward, why, and how exactly it stands."""

from __future__ import annotations

import pytest
from tests.text.golden import document

from travaux.amend.examine import examine
from travaux.amend.operations import Instruction, Status
from travaux.record.document import Document, Kind


def _telegram(words: str) -> Document:
    return document("telegram", words, kind=Kind.TELEGRAM, subject="Draft treaty", sender="The Ministry")


def _one(words: str) -> Instruction:
    (instruction,) = examine(_telegram(words)).instructions
    return instruction


@pytest.mark.parametrize(
    ("words", "proposer"),
    [
        ("Article I. Replace word “areas” with “waters.”", "The Ministry"),
        ("Halvern proposed that Article III should be deleted.", "Halvern"),
        ("Article I. Sornish delegation suggested that “or of war” be deleted.", "Sornish delegation"),
        ("Article I. The words “or of war” have been struck out.", ""),
    ],
)
def test_the_proposer_is_the_party_named_or_the_sender(words: str, proposer: str) -> None:
    assert _one(words).proposer == proposer


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Article I. Replace “areas” with “waters.” Reason: The word is too wide.", "The word is too wide."),
        ("Article I. Delete “or of war” in order to meet their objection.", "in order to meet their objection"),
        ("Article I. Replace “areas” with “waters.”", ""),
        ("Article I. Replace “areas” with “waters in order to pass.”", ""),
    ],
)
def test_a_reason_is_kept_in_the_words_of_the_passage_with_its_place(words: str, reason: str) -> None:
    telegram = _telegram(words)
    (instruction,) = examine(telegram).instructions

    assert (instruction.reason.words if instruction.reason else "") == reason
    if instruction.reason:
        assert telegram.passage(instruction.reason.at) == reason


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("As a counter-proposal, Halvern suggested that Article III be deleted.", Status.COUNTER_PROPOSED),
        ("I accepted ad referendum that Article III should be deleted.", Status.AD_REFERENDUM),
        ("Halvern withdrew its proposal that Article III should be deleted.", Status.WITHDRAWN),
        ("It was agreed that Article III should be deleted.", Status.AGREED),
    ],
)
def test_a_status_is_as_fine_as_the_passage_says(words: str, status: Status) -> None:
    assert _one(words).status is status


def test_a_status_kept_under_its_earlier_name_is_read() -> None:
    assert Status("agreed") is Status.AGREED
