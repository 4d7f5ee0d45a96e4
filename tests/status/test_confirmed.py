"""Terms that final clauses are read as, and what people decided on them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.status.registers import BY_EXCHANGE, LATER, MAY_TERMINATE, MAY_WITHDRAW, TEN_YEARS, duration

from travaux.status.confirmed import (
    TermDecision,
    TermVerdict,
    confirmed,
    considered,
    from_json,
    term_id,
    to_json,
)
from travaux.status.terms import FinalClauses, Term, Trigger

TERMS: tuple[Term, ...] = (BY_EXCHANGE, LATER, MAY_TERMINATE, MAY_WITHDRAW, duration(period=TEN_YEARS))
CLAUSES = FinalClauses(TERMS)


def _decided(term: Term, verdict: TermVerdict) -> TermDecision:
    return TermDecision(term, verdict)


@given(st.sets(st.sampled_from(TERMS)))
def test_confirming_what_is_read_changes_nothing(chosen: set[Term]) -> None:
    decisions = [_decided(term, TermVerdict.CONFIRMED) for term in chosen]

    assert confirmed(CLAUSES, decisions) == CLAUSES


@given(st.sets(st.sampled_from(TERMS)))
def test_what_is_struck_does_not_count_and_all_else_does(chosen: set[Term]) -> None:
    decisions = [_decided(term, TermVerdict.STRUCK) for term in chosen]

    assert confirmed(CLAUSES, decisions).terms == tuple(term for term in TERMS if term not in chosen)


def test_a_term_stays_as_it_was_confirmed_where_the_clause_is_read_otherwise_later() -> None:
    now = replace(BY_EXCHANGE, trigger=Trigger.SIGNATURE)
    before = _decided(BY_EXCHANGE, TermVerdict.CONFIRMED)

    assert confirmed(FinalClauses((now,)), [before]).terms == (BY_EXCHANGE,)
    assert [(each.standing, each.read, each.counts) for each in considered(FinalClauses((now,)), [before])] == [
        ("proposed", True, False),
        ("confirmed", False, True),
    ]


def test_a_term_read_otherwise_than_the_one_that_was_struck_is_proposed_anew() -> None:
    now = replace(BY_EXCHANGE, trigger=Trigger.SIGNATURE)

    assert confirmed(FinalClauses((now,)), [_decided(BY_EXCHANGE, TermVerdict.STRUCK)]).terms == (now,)


@given(st.sampled_from(TERMS))
def test_a_term_is_kept_and_known_again(term: Term) -> None:
    assert from_json(to_json(term)) == term
    assert term_id(from_json(to_json(term))) == term_id(term)
