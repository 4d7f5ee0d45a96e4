"""Words found in spite of a printing error, and those that are other words."""

from __future__ import annotations

import pytest

from travaux.compare.misprint import misprint

TEXT = "The dues of the ferry shall be paid by the owners before the end of the season, at 25 marks a boat."


@pytest.mark.parametrize(
    "words",
    [
        "dues of the fcrry shall be paid by the owners",
        "dues of the ferry shall foe paid by the owners",
        "dues of the ferry shall be paid bythe owners before",
        "paid by the owners before the end of the seafon",
    ],
)
def test_one_word_gone_wrong_in_print_is_found(words: str) -> None:
    ((start, end),) = misprint(TEXT, words)

    assert abs(end - start - len(words)) <= 2


@pytest.mark.parametrize(
    "words",
    [
        "dues of the ferries shall be paid by the owners",
        "dues of the ferry shall be paid by the owner",
        "dues of the ferry shall be paid to the owners",
        "the end of the season, at 26 marks a boat",
        "dues of thc ferry shall bc paid by the owners",
        "the fcrry shall",
        "dues of the ferry shall not paid by the owners",
    ],
)
def test_another_number_ending_or_small_word_is_another_text(words: str) -> None:
    assert misprint(TEXT, words) == []
