"""Agreements of the record that are versions of each other, compared: both texts come back, and no more words are told
as changed than must be."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from bench.drafting import agreements, pairs
from rapidfuzz.distance import Indel
from tests.haste import HASTE

from travaux.compare.blocks import size
from travaux.compare.overlay import overlay
from travaux.compare.redline import redline
from travaux.text.draft import Draft

pytestmark = pytest.mark.corpus

#: How many bytes an agreement has at most, and how many words; and how many pairs there are, at least.
ALL, IN_HASTE = (math.inf, 30_000, 20), (20_000, 5_000, 3)


@pytest.fixture(scope="module")
def found(corpus: Path) -> list[tuple[Draft, Draft]]:
    bytes_, words, least = IN_HASTE if HASTE else ALL
    found = list(pairs(agreements(corpus / "treaties", largest=bytes_), largest=words))
    assert len(found) > least
    return found


@pytest.mark.parametrize("legible", [True, False])
def test_both_texts_come_back_from_every_redline(found: list[tuple[Draft, Draft]], legible: bool) -> None:
    told = [(before, after, redline(before, after, legible=legible)) for before, after in found]

    assert [after.id for _, after, each in told if each.accepted != after.text] == []
    assert [before.id for before, _, each in told if each.rejected != before.text] == []


def test_no_more_words_are_told_as_changed_than_must_where_nothing_may_move(found: list[tuple[Draft, Draft]]) -> None:
    assert [(before.id, after.id) for before, after in found if _changed(before, after) > _fewest(before, after)] == []


def _changed(before: Draft, after: Draft) -> int:
    laid = overlay(before, after)
    apart = [block for own in laid.moved.values() for block in own]
    return len(laid.old.words) + len(laid.new.words) - 2 * size([*laid.kept, *laid.strayed, *apart])


def _fewest(before: Draft, after: Draft) -> int:
    laid = overlay(before, after)
    return int(Indel.distance(laid.old.words, laid.new.words))
