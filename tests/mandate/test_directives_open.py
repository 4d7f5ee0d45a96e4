"""What is left to a person of an instruction: sentences that may order something, and in which nothing was read."""

from __future__ import annotations

import pytest
from tests.mandate.telegrams import told

from travaux.mandate.directives_open import speaks_of_order


@pytest.mark.parametrize(
    "words",
    [
        "It is essential that the dues stay as they are.",
        "Much preferred figure would be four ships.",
        "Present policy is the best guidance for talk of the pilots.",
    ],
)
def test_a_sentence_with_a_word_of_orders_in_which_none_was_read_is_left_to_look_at(words: str) -> None:
    read = told(words)
    assert read.found == ()
    assert read.findings == ()
    assert [(at.start, at.end) for at in read.possible] == [(0, len(words))]


@pytest.mark.parametrize(
    "words", ["The Admiralty printed a chart in 1931.", "Please inform the Admiralty that the chart is old."]
)
def test_a_sentence_without_such_a_word_or_with_a_directive_is_not(words: str) -> None:
    assert told(words).possible == ()


def test_what_speaks_of_an_order_outright_is_a_finding_and_not_left_to_look_at() -> None:
    words = "You should not."
    read = told(words)
    assert speaks_of_order(words)
    assert [finding.code for finding in read.findings] == ["directive-not-understood"]
    assert read.possible == ()
