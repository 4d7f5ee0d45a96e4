"""Agreements of the record that are versions of each other, compared: both texts come back, and no more words are told
as changed than must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.drafting import agreements, pairs
from rapidfuzz.distance import Indel

from travaux.compare.blocks import size
from travaux.compare.overlay import overlay
from travaux.compare.redline import redline
from travaux.text.draft import Draft

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def found(corpus: Path) -> list[tuple[Draft, Draft]]:
    return list(pairs(agreements(corpus / "treaties"), largest=30_000))


@pytest.mark.parametrize("legible", [True, False])
def test_both_texts_come_back_from_every_redline(found: list[tuple[Draft, Draft]], legible: bool) -> None:
    told = [(before, after, redline(before, after, legible=legible)) for before, after in found]

    assert len(found) > 20
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
