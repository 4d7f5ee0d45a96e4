"""Which registers a document borrows, by its date."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from travaux.desk.registers.due import Lent, _Ends

_DAYS = [f"1958-03-{day:02d}" for day in range(1, 10)]
_SPANS = st.lists(st.lists(st.sampled_from(["", *_DAYS]), min_size=2, max_size=2).map(sorted), max_size=4)


def _lent(spans: list[list[str]]) -> list[Lent]:
    return [
        Lent(key, key, since, until if since else "", persons=True, abbreviations=True)
        for key, (since, until) in enumerate(spans)
    ]


@given(_SPANS)
def test_the_same_registers_cover_all_dates_between_the_ends_of_any(spans: list[list[str]]) -> None:
    lent = _lent(spans)
    ends = _Ends(lent)
    for one, other in product(["", *_DAYS], repeat=2):
        if ends.between(one) == ends.between(other):
            assert [each.covers(one) for each in lent] == [each.covers(other) for each in lent]
