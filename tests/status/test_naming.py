"""Which registered instrument words name."""

from __future__ import annotations

import datetime

import pytest
from tests.status.registers import instrument

from travaux.status.naming import named, names

SECURITY = instrument("treaty", title="Security Treaty between Ardal and Brisk")
SIGNED = {"treaty": frozenset({datetime.date(1951, 9, 8)})}
SHORT = instrument("short", title="Security Treaty")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("the Security Treaty", ("short",)),
        ("the Security Treaty between Ardal and Brisk, signed on 8 September 1951", ("treaty",)),
        ("the Security Treaty between Ardal and Brisk, signed on the eighth day of September, 1951", ("treaty",)),
        # An instrument that is not registered is not taken for the one that its name ends with.
        ("the Administrative Agreement under Article III of the Security Treaty", ()),
        ("the Protocol to the Security Treaty", ()),
        ("the Ferry Treaty", ()),
    ],
)
def test_words_name_these_instruments(words: str, ids: tuple[str, ...]) -> None:
    assert named(words, names((SECURITY, SHORT), SIGNED)) == ids
