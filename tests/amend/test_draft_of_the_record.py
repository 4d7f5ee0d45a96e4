"""Agreements of the record that are versions of each other: the instruction leads from one to the other, exactly."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from bench.drafting import agreements, pairs
from tests.haste import HASTE

from travaux import consolidate, draft, outline, read
from travaux.findings import Citation

pytestmark = pytest.mark.corpus

AT = Citation("instruction", 0, 1)


def test_every_pair_of_agreements_is_led_from_one_to_the_other(corpus: Path) -> None:
    found = list(pairs(agreements(corpus / "treaties", largest=20_000 if HASTE else 60_000), largest=5000))
    results = [(after, consolidate(before, draft(before, after).operations, at=AT)) for before, after in found]

    assert len(found) > 3
    assert [after.id for after, result in results if result.text != after.text or result.refused] == []


def test_the_drafts_of_a_negotiation_are_led_from_one_to_the_next(corpus: Path) -> None:
    (volume,) = (corpus / "frus").glob("frus1958-60v18.xml")
    drafts = [each for document in read(volume) for each in outline(document)]
    found = [*combinations(drafts, 2)]

    assert found
    for before, after in found:
        assert consolidate(before, draft(before, after).operations, at=AT).text == after.text
