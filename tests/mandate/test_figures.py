"""The labelled directives: what bench/directives.py measures stays as good as it is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.directives import HALVES, UNUSED, by_grammar, labels, measured, naive

#: No set falls below this, act or object.
FLOOR = 0.8


@pytest.mark.corpus
@pytest.mark.parametrize("name", HALVES)
def test_directives_are_read_as_well_as_is_said(corpus: Path, name: str) -> None:
    total, _ = measured(corpus, name, by_grammar)
    assert total["act"].f1 >= FLOOR
    assert total["object"].f1 >= FLOOR


@pytest.mark.corpus
def test_the_grammar_reads_more_than_who_looks_for_a_few_words(corpus: Path) -> None:
    read, guessed = (measured(corpus, "dev", reader)[0]["act"].f1 for reader in (by_grammar, naive))
    assert read > guessed


@pytest.mark.parametrize("name", (*HALVES, *UNUSED))
def test_labels_hold_facts_and_no_copied_text(name: str) -> None:
    for directives in labels(name).values():
        assert all(one.at[0] < one.at[1] for one in directives)
        assert all(one.at[0] <= first < last for one in directives for first, last in one.objects)
