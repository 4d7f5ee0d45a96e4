"""Agreements of the record that are versions of each other: the instruction leads from one to the other, exactly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path

import pytest

from travaux import read
from travaux.amend.consolidate import consolidate
from travaux.amend.draft import draft
from travaux.errors import UnreadableInput
from travaux.findings import Citation
from travaux.text.draft import Draft
from travaux.text.instrument import same_instrument
from travaux.text.outline import outline

pytestmark = pytest.mark.corpus

AT = Citation("instruction", 0, 1)
_SMALLEST, _LARGEST = 100, 7000
# The share of words in common that makes a pair: of one code or title, and of agreements made after one pattern.
_RELATED, _UNRELATED = 0.8, 0.9


def _agreements(folder: Path) -> dict[str, Draft]:
    """The longest draft of each file that can be read."""
    found: dict[str, Draft] = {}
    for path in sorted(folder.glob("*.txt")):
        drafts: list[Draft] = []
        with suppress(UnreadableInput):
            drafts = [each for document in read(path) for each in outline(document)]
        if drafts:
            found[path.stem] = max(drafts, key=lambda each: len(each.text))
    return found


def _pairs(agreements: dict[str, Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Those of much the same words, not longer than can be tried in a test."""
    words = {name: Counter(re.findall(r"\w+", each.text.casefold())) for name, each in agreements.items()}
    size = {name: counted.total() for name, counted in words.items()}
    for one, other in combinations(agreements, 2):
        if not _SMALLEST < size[one] < _LARGEST or not _SMALLEST < size[other] < _LARGEST:
            continue
        related = one.split("_")[0] == other.split("_")[0] or same_instrument(agreements[one], agreements[other])
        related = one.split("_")[0] == other.split("_")[0] or same_instrument(agreements[one], agreements[other])
        alike = _RELATED if related else _UNRELATED
        if 2 * (words[one] & words[other]).total() > alike * (size[one] + size[other]):
            yield agreements[one], agreements[other]


def test_every_pair_of_agreements_is_led_from_one_to_the_other(corpus: Path) -> None:
    pairs = list(_pairs(_agreements(corpus / "treaties")))
    results = [(after, consolidate(before, draft(before, after).operations, at=AT)) for before, after in pairs]

    assert len(pairs) > 20
    assert [after.id for after, result in results if result.text != after.text or result.refused] == []


def test_the_drafts_of_a_negotiation_are_led_from_one_to_the_next(corpus: Path) -> None:
    (volume,) = (corpus / "frus").glob("frus1958-60v18.xml")
    drafts = [each for document in read(volume) for each in outline(document)]
    pairs = [*combinations(drafts, 2)]

    assert pairs
    for before, after in pairs:
        assert consolidate(before, draft(before, after).operations, at=AT).text == after.text
