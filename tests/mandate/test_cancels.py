from __future__ import annotations

import pytest
from tests.mandate.telegrams import DAY, telegram

from travaux.findings import Citation
from travaux.mandate.cancels import cancels


def _cancelled(words: str) -> list[str]:
    message = telegram(words)
    start = words.index("Deptel 95")
    told = [(Citation("d9", start, start + len("Deptel 95")), "d4")]
    return [each.document for each in cancels(message, told, date=DAY)]


@pytest.mark.parametrize(
    "words",
    [
        "This message supersedes Deptel 95.",
        "Please disregard instructions contained in Deptel 95.",
        "Deptel 95 is hereby cancelled.",
        "Deptel 95 should be considered superseded by this message.",
        "This telegram cancels and supersedes the Deptel 95.",
        "Deptel 95 rescinded.",
        "Deptel 95 superseded by this telegram.",
    ],
)
def test_a_message_that_is_said_to_hold_no_more_is_cancelled(words: str) -> None:
    assert _cancelled(words) == ["d4"]


@pytest.mark.parametrize(
    "words",
    [
        "This replaces paragraph 3 of Deptel 95.",
        "This does not supersede Deptel 95.",
        "Deptel 95 is not superseded.",
        "Deptel 95 cancelled the visit.",
        "Deptel 95 described the superseded draft.",
        "Note cancelled the visit of which Deptel 95 told.",
    ],
)
def test_a_part_that_is_replaced_or_another_thing_cancelled_leaves_the_message_in_force(words: str) -> None:
    assert _cancelled(words) == []
