"""How many documents have which value, counted in memory."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from travaux.desk.search.catalogue import Catalogue, Facet, coded, several


def _catalogue(seed: int, documents: int) -> Catalogue:
    """Documents with all kinds of values, few or many of each facet, and some without one."""
    chance = random.Random(seed)
    columns: dict[Facet, Sequence[str]] = {
        facet: ["", *(f"{facet} {chance.randrange(chance.choice((3, 300)))}" for _ in range(documents))]
        for facet in Facet
    }
    return Catalogue(
        in_order=range(1, documents + 1),
        places=range(documents + 1),
        earliest=[],
        latest=[],
        values=columns,
        coded=coded(columns),
        several=several(columns),
        signed=[],
        withheld=frozenset(),
    )


@given(st.integers(0, 1000), st.sampled_from([1, 20, 201, 700]))
def test_facets_of_few_values_are_counted_as_those_of_many(seed: int, found: int) -> None:
    catalogue = _catalogue(seed, 700)
    keys = random.Random(seed).sample(list(catalogue.in_order), found)
    assert catalogue.counts(keys, most=12) == replace(catalogue, coded=None).counts(keys, most=12)
