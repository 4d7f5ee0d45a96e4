"""The labelled positions: what bench/positions.py measures stays as good as it is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.positions import SETS, by_grammar, labels, measured, naive
from tests.haste import HASTE

#: F1 of holder and level together, below which a set does not fall.
FLOORS = {"dev": 0.78, "held_out": 0.7, "third": 0.5}


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_positions_are_read_as_well_as_is_said(corpus: Path, name: str) -> None:
    total, _ = measured(corpus, name, by_grammar)
    assert total["both"].f1 >= FLOORS[name]


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS[:: 3 if HASTE else 1])
def test_the_grammar_reads_more_than_who_looks_for_a_few_words(corpus: Path, name: str) -> None:
    read, guessed = (measured(corpus, name, reader)[0]["both"].f1 for reader in (by_grammar, naive))
    assert read > guessed


@pytest.mark.parametrize("name", SETS)
def test_labels_hold_facts_and_no_copied_text(name: str) -> None:
    held = [one for positions in labels(name).values() for one in positions]
    assert held
    assert all(one.at[0] < one.at[1] and one.actors and one.levels for one in held)
