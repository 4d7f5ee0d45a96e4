"""Instruments between two parties: one in place of another, notice, terms of years, what hangs on another."""

from __future__ import annotations

import pytest
from tests.status.registers import (
    AT,
    BY_EXCHANGE,
    MAY_TERMINATE,
    SIGNED,
    TEN_YEARS,
    YEAR,
    day,
    duration,
    event,
    instrument,
    replacing,
)

from travaux.errors import UnknownInstrument
from travaux.status.event import EventKind
from travaux.status.exits import exits, if_notice
from travaux.status.instrument import Relation, RelationKind
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Doubt, Standing, Status
from travaux.status.terms import (
    ALL,
    Delay,
    EntryIntoForce,
    Period,
    ProvisionalApplication,
    Term,
    Termination,
    Trigger,
    Unit,
)
from travaux.status.timeline import timeline

BOTH = ("Ardal", "Brisk")
OLD, NEW = "Passage Treaty", "Treaty of Navigation and Passage"


def _two() -> Register:
    """A treaty, an agreement under it, and the treaty that takes its place."""
    hanging = EntryIntoForce(words="with the treaty", at=AT, trigger=Trigger.INSTRUMENT, other=f"the {OLD}")
    return Register(
        (
            instrument("old", BY_EXCHANGE, parties=BOTH, title=OLD),
            instrument("under", hanging, duration(while_other=f"the {OLD}"), parties=BOTH, title="Pilots Agreement"),
            instrument(
                "new", BY_EXCHANGE, replacing(f"The {OLD}, as amended,"), MAY_TERMINATE, parties=BOTH, title=NEW
            ),
        ),
        (Relation(RelationKind.IMPLEMENTS, "under", "old", AT),),
        (
            event("old", EventKind.SIGNATURE, "1951-09-08", **SIGNED),
            event("under", EventKind.SIGNATURE, "1952-02-28"),
            event("old", EventKind.EXCHANGE, "1952-04-28"),
            event("new", EventKind.SIGNATURE, "1960-01-19", **SIGNED),
            event("new", EventKind.EXCHANGE, "1960-06-23"),
        ),
    )


def _of(register: Register, on_day: str, ident: str, party: str = "Ardal") -> Standing:
    return on(register, day(on_day)).of(ident, party)


def test_one_takes_the_place_of_another_on_the_day_of_its_own_entry_into_force() -> None:
    assert _of(_two(), "1960-06-22", "old").status is Status.IN_FORCE
    assert _of(_two(), "1960-06-22", "new").status is Status.SIGNED
    ended = _of(_two(), "1960-06-23", "old")

    assert (ended.status, ended.since) == (Status.ENDED, day("1960-06-23"))
    assert ended.rules[0].words == "shall cease to have effect"
    assert _of(_two(), "1960-06-23", "new").status is Status.IN_FORCE


def test_what_lasts_as_long_as_another_ends_with_it() -> None:
    assert _of(_two(), "1957-01-01", "under").since == day("1952-04-28")
    assert _of(_two(), "1960-06-23", "under").status is Status.ENDED


def test_what_the_new_one_continues_in_force_does_not_end_with_the_old() -> None:
    two = _two()
    kept = Register(two.instruments, (*two.relations, Relation(RelationKind.CONTINUES, "new", "under", AT)), two.events)

    assert _of(kept, "1960-06-23", "under").status is Status.IN_FORCE


def test_what_enters_into_force_with_another_waits_for_it() -> None:
    (doubt,) = _of(_two(), "1952-03-01", "under").undetermined

    assert (doubt.doubt, doubt.message) == (Doubt.NOT_YET, "It waits on old, which is not in force.")


@pytest.mark.parametrize(
    ("given", "status", "until"), [("1970-06-22", Status.IN_FORCE, None), ("1970-06-23", Status.IN_FORCE, "1971-06-23")]
)
def test_notice_counts_from_the_day_on_which_ten_years_are_full(given: str, status: Status, until: str | None) -> None:
    standing = _of(if_notice(_two(), "new", "Brisk", day(given)), "1971-06-22", "new")

    assert standing.status is status
    assert standing.until == (day(until) if until else None)
    assert bool(standing.undetermined) is (until is None)


def test_notice_by_one_of_two_ends_it_for_both() -> None:
    register = if_notice(_two(), "new", "Brisk", day("1975-05-05"))

    assert {_of(register, "1976-05-05", "new", party).status for party in BOTH} == {Status.ENDED}


def test_a_month_without_that_day_gives_its_last() -> None:
    month = Termination(words="a month", at=AT, delay=Delay(Period(1, Unit.MONTH)))
    register = Register(
        (instrument("a", BY_EXCHANGE, month, parties=BOTH),), (), (event("a", EventKind.EXCHANGE, "1950-01-01"),)
    )
    assert _of(if_notice(register, "a", "Ardal", day("1960-01-31")), "1960-02-01", "a").until == day("1960-02-29")


def test_who_may_end_what_and_when_is_told() -> None:
    found = [(way.instrument, way.party, str(way.notice), str(way.effect)) for way in exits(_two(), day("1961-01-01"))]

    assert found == [("new", party, "1970-06-23", "1971-06-23") for party in BOTH]


def test_notice_of_an_instrument_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownInstrument, match="There are: old, under, new"):
        if_notice(_two(), "other", "Ardal", day("1960-01-01"))


def _alone(*terms: Term) -> Register:
    return Register(
        (instrument("a", BY_EXCHANGE, *terms, parties=BOTH),), (), (event("a", EventKind.EXCHANGE, "1950-05-10"),)
    )


def test_a_fixed_term_ends_on_the_day_of_the_same_date() -> None:
    register = _alone(duration(period=TEN_YEARS))

    assert _of(register, "1960-05-09", "a").until == day("1960-05-10")
    assert _of(register, "1960-05-10", "a").status is Status.ENDED


def test_it_goes_on_by_tacit_consent_until_notice_comes_early_enough() -> None:
    register = _alone(duration(period=TEN_YEARS, renewal=Period(5, Unit.YEAR), notice=YEAR))

    assert _of(register, "1977-01-01", "a").until is None
    in_time = register.with_events(event("a", EventKind.TERMINATION_NOTICE, "1959-05-10", "Ardal"))
    too_late = register.with_events(event("a", EventKind.TERMINATION_NOTICE, "1959-05-11", "Ardal"))
    assert _of(in_time, "1959-06-01", "a").until == day("1960-05-10")
    assert _of(too_late, "1959-06-01", "a").until == day("1965-05-10")


def test_a_first_period_stands_before_any_notice_has_effect() -> None:
    register = _alone(
        duration(period=TEN_YEARS, then_notice=True), Termination(words="one year", at=AT, delay=Delay(YEAR))
    )
    early = register.with_events(event("a", EventKind.TERMINATION_NOTICE, "1951-01-01", "Ardal"))
    late = register.with_events(event("a", EventKind.TERMINATION_NOTICE, "1970-01-01", "Ardal"))

    assert _of(early, "1952-01-01", "a").until == day("1960-05-10")
    assert _of(late, "1970-02-01", "a").until == day("1971-01-01")


def test_notice_without_a_clause_is_left_to_a_person() -> None:
    register = _alone().with_events(event("a", EventKind.TERMINATION_NOTICE, "1955-01-01", "Ardal"))
    standing = _of(register, "1960-01-01", "a")

    assert standing.status is Status.IN_FORCE
    assert "art. 56" in standing.undetermined[0].message


def test_suspension_leaves_it_in_force_and_ends_with_its_own_end() -> None:
    register = _alone().with_events(
        event("a", EventKind.SUSPENSION, "1955-01-01", "Brisk"), event("a", EventKind.RESUMPTION, "1956-01-01", "Brisk")
    )
    assert _of(register, "1955-06-01", "a", "Brisk").status is Status.SUSPENDED
    assert _of(register, "1955-06-01", "a").status is Status.IN_FORCE
    assert _of(register, "1956-01-01", "a", "Brisk").status is Status.IN_FORCE


def test_provisional_application_runs_from_signature_to_entry_into_force() -> None:
    term = ProvisionalApplication(words="applied provisionally from signature", at=AT)
    register = Register(
        (instrument("a", BY_EXCHANGE, term, parties=BOTH),),
        (),
        (event("a", EventKind.SIGNATURE, "1950-01-01"), event("a", EventKind.EXCHANGE, "1950-05-10")),
    )
    assert _of(register, "1950-03-01", "a").status is Status.PROVISIONAL
    assert _of(register, "1950-05-10", "a").status is Status.IN_FORCE


def test_without_a_clause_it_enters_into_force_when_all_have_consented() -> None:
    register = Register(
        (instrument("a", parties=BOTH),),
        (),
        (
            event("a", EventKind.SIGNATURE, "1950-01-01", "Ardal"),
            event("a", EventKind.SIGNATURE, "1950-01-05", "Brisk"),
        ),
    )
    assert _of(register, "1950-01-04", "a").status is Status.SIGNED
    standing = _of(register, "1950-01-05", "a")
    assert standing.status is Status.IN_FORCE
    assert any("24(2)" in rule.words for rule in standing.rules)


def test_what_the_record_tells_of_the_day_stands_and_a_clause_that_says_otherwise_is_told() -> None:
    register = _alone().with_events(event("a", EventKind.ENTRY_INTO_FORCE, "1950-05-11"))
    standing = _of(register, "1951-01-01", "a")

    assert standing.since == day("1950-05-11")
    assert [each.doubt for each in standing.undetermined] == [Doubt.DIFFERS]


def test_two_that_wait_on_each_other_are_told_as_a_circle() -> None:
    def waiting(ident: str, other: str) -> Term:
        return EntryIntoForce(words=ident, at=AT, trigger=Trigger.INSTRUMENT, other=f"the {other}")

    register = Register(
        (
            instrument("a", waiting("a", "Ferry Pact"), parties=BOTH, title="Bridge Pact"),
            instrument("b", waiting("b", "Bridge Pact"), parties=BOTH, title="Ferry Pact"),
        ),
        (),
        (event("a", EventKind.SIGNATURE, "1950-01-01"), event("b", EventKind.SIGNATURE, "1950-01-01")),
    )
    assert Doubt.CIRCULAR in {each.doubt for each in _of(register, "1951-01-01", "a").undetermined}


def test_of_a_day_that_is_not_exact_only_what_is_so_either_way_is_stated() -> None:
    between = event("a", EventKind.EXCHANGE, "1950-05-01", latest=day("1950-05-31"))
    register = Register((instrument("a", BY_EXCHANGE, parties=BOTH),), (), (between,))

    within, later = _of(register, "1950-05-15", "a"), _of(register, "1951-01-01", "a")
    assert (within.status, within.undetermined[0].doubt) == (Status.NO_RECORD, Doubt.INEXACT)
    assert (later.status, later.since) == (Status.IN_FORCE, None)


def test_the_life_of_an_instrument_is_told_in_spans() -> None:
    spans = [
        (str(span.start), str(span.end) if span.end else "", span.standing.status)
        for span in timeline(_two())
        if (span.standing.instrument, span.standing.party) == ("old", "Ardal")
    ]
    assert spans == [
        ("1951-09-08", "1952-04-28", Status.SIGNED),
        ("1952-04-28", "1960-06-23", Status.IN_FORCE),
        ("1960-06-23", "", Status.ENDED),
    ]


def test_ratification_of_all_counts_only_when_the_last_has_done_it() -> None:
    term = EntryIntoForce(words="all", at=AT, trigger=Trigger.DEPOSITS, count=ALL)
    register = Register(
        (instrument("a", term, parties=BOTH),), (), (event("a", EventKind.RATIFICATION, "1950-01-01", "Ardal"),)
    )
    (doubt,) = _of(register, "1951-01-01", "a").undetermined
    assert doubt.message == "It waits on the instrument of Brisk."
