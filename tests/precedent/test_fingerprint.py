"""The fingerprints of clauses."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from travaux.precedent.fingerprint import KEPT, NARROW, SCHEMA, fingerprint, prints

CLAUSE = st.text(alphabet=[chr(0x100 + each) for each in range(40)], max_size=120)


def batch(clauses: list[str]) -> pa.RecordBatch:
    return pa.record_batch({"id": pa.array(range(len(clauses)), pa.int64()), "signs": pa.array(clauses, pa.string())})


@given(st.lists(CLAUSE, max_size=6))
def test_a_clause_has_the_same_prints_alone_and_among_others(clauses: list[str]) -> None:
    found = fingerprint(batch(clauses))
    assert found.schema.equals(SCHEMA)
    rows = found.to_pylist()
    for id, clause in enumerate(clauses):
        own = sorted(row["print"] % 2**64 for row in rows if row["id"] == id)
        assert own == prints(clause).tolist()


@given(st.text(alphabet=[chr(0x100 + each) for each in range(40)], min_size=NARROW, max_size=KEPT))
def test_a_short_clause_keeps_every_three_words_in_a_row(clause: str) -> None:
    assert len(prints(clause)) == len({clause[at : at + NARROW] for at in range(len(clause) - NARROW + 1)})


def test_fewer_than_three_words_have_no_print() -> None:
    assert not len(prints("āb"))


def test_a_long_clause_keeps_about_as_many_as_any_other() -> None:
    long = "".join(chr(0x100 + (at * at * 7919 + at) % 5000) for at in range(5000))
    assert KEPT / 2 < len(prints(long)) < 2 * KEPT
