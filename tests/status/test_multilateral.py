"""A convention of many parties: entry into force by a number of deposits, later parties, withdrawals."""

from __future__ import annotations

import pytest
from tests.status.registers import (
    AT,
    LATER,
    SIGNED,
    after_deposits,
    day,
    event,
    instrument,
    multilateral,
)

from travaux.status.event import EventKind
from travaux.status.instrument import Share
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Doubt, Standing, Status
from travaux.status.terms import Condition, EntryIntoForce, Measure, Trigger


def _standing(register: Register, on_day: str, party: str = "State 01", ident: str = "sea") -> Standing:
    return on(register, day(on_day)).of(ident, party)


def test_it_waits_for_the_sixtieth_deposit_and_says_how_many_there_are() -> None:
    standing = _standing(multilateral(), "1990-02-28")

    assert standing.status is Status.CONSENTED
    assert [(each.doubt, each.message) for each in standing.undetermined] == [(Doubt.NOT_YET, "59 of 60 (instrument).")]


def test_it_enters_into_force_on_the_120th_day_after_the_sixtieth_deposit() -> None:
    # The sixtieth is deposited on 1 March 1990; the day of the deposit is not counted.
    assert _standing(multilateral(), "1990-06-28").status is Status.CONSENTED
    assert _standing(multilateral(), "1990-06-28").expected == day("1990-06-29")
    standing = _standing(multilateral(), "1990-06-29")

    assert (standing.status, standing.since) == (Status.IN_FORCE, day("1990-06-29"))
    assert len(standing.events) == 60


@pytest.mark.parametrize(
    ("deposited", "since", "rule"),
    [("1990-03-05", "1990-06-29", "after the deposits"), ("1991-01-01", "1991-01-31", LATER.words)],
)
def test_for_a_later_party_it_enters_into_force_on_the_thirtieth_day_and_never_before_the_others(
    deposited: str, since: str, rule: str
) -> None:
    register = multilateral().with_events(event("sea", EventKind.ACCESSION, deposited, "Late State"))
    standing = _standing(register, "1995-01-01", "Late State")

    assert (standing.status, standing.since) == (Status.IN_FORCE, day(since))
    assert [each.words for each in standing.rules] == [rule]


def test_withdrawals_below_the_number_do_not_end_it_for_the_others() -> None:
    notices = (event("sea", EventKind.WITHDRAWAL_NOTICE, "1995-05-31", f"State {n:02}") for n in range(1, 31))
    register = multilateral().with_events(*notices)

    gone, left = _standing(register, "1996-05-31"), _standing(register, "1996-05-31", "State 60")

    assert (gone.status, gone.since) == (Status.ENDED, day("1996-05-31"))
    assert left.status is Status.IN_FORCE
    assert any("art. 55" in rule.words for rule in left.rules)


def test_a_withdrawal_runs_its_year_before_it_ends_anything() -> None:
    register = multilateral().with_events(event("sea", EventKind.WITHDRAWAL_NOTICE, "1995-05-31", "State 01"))
    standing = _standing(register, "1996-05-30")

    assert (standing.status, standing.until) == (Status.IN_FORCE, day("1996-05-31"))


def test_a_notice_revoked_before_it_takes_effect_ends_nothing() -> None:
    notice = event("sea", EventKind.WITHDRAWAL_NOTICE, "1995-05-31", "State 01")
    back = event("sea", EventKind.REVOCATION, "1996-05-30", "State 01", of=notice.id)

    assert _standing(multilateral().with_events(notice, back), "1997-01-01").status is Status.IN_FORCE


def test_a_notice_revoked_when_it_had_taken_effect_has_ended_it() -> None:
    notice = event("sea", EventKind.WITHDRAWAL_NOTICE, "1995-05-31", "State 01")
    back = event("sea", EventKind.REVOCATION, "1996-05-31", "State 01", of=notice.id)

    assert _standing(multilateral().with_events(notice, back), "1997-01-01").status is Status.ENDED


def test_a_ratification_withdrawn_in_time_leaves_a_signatory_and_does_not_count() -> None:
    register = multilateral()
    signature = event("sea", EventKind.SIGNATURE, "1989-06-01", "State 01", **SIGNED)
    back = event("sea", EventKind.REVOCATION, "1990-02-01", "State 01", of=register.events[0].id)
    register = register.with_events(signature, back)

    standing = _standing(register, "1991-01-01")
    assert (standing.status, standing.since) == (Status.SIGNED, day("1989-06-01"))
    assert back in standing.events
    assert _standing(register, "1991-01-01", "State 02").status is Status.CONSENTED


def test_deposits_count_where_any_is_recorded_and_not_ratifications_at_home() -> None:
    register = Register(
        (instrument("sea", after_deposits(2)),),
        (),
        (
            event("sea", EventKind.RATIFICATION, "1990-01-01", "Ardal"),
            event("sea", EventKind.RATIFICATION, "1990-01-02", "Brisk"),
            event("sea", EventKind.DEPOSIT, "1990-02-01", "Ardal"),
        ),
    )
    assert _standing(register, "1990-03-01", "Ardal").status is Status.CONSENTED
    deposited = register.with_events(event("sea", EventKind.DEPOSIT, "1990-02-10", "Brisk"))
    assert _standing(deposited, "1990-03-01", "Ardal").since == day("1990-02-10")


def _with_tonnage(*shares: Share) -> Register:
    condition = Condition(Measure.SHARE, "half of the tonnage", share=50.0)
    term = EntryIntoForce(words="two", at=AT, trigger=Trigger.DEPOSITS, count=2, conditions=(condition,))
    known = instrument("sea", term)
    known = type(known)(**{name: getattr(known, name) for name in known.__slots__} | {"shares": shares})
    acts = [event("sea", EventKind.RATIFICATION, f"1990-01-0{n}", f"State 0{n}") for n in (1, 2, 3)]
    return Register((known,), (), tuple(acts))


def test_a_share_of_tonnage_is_counted_with_the_number() -> None:
    shares = (Share("State 01", 20.0, AT), Share("State 02", 20.0, AT), Share("State 03", 30.0, AT))

    assert _standing(_with_tonnage(*shares), "1990-01-02").status is Status.CONSENTED
    assert _standing(_with_tonnage(*shares), "1990-01-03").since == day("1990-01-03")


def test_without_the_shares_it_is_not_known_and_not_said_to_be_waiting() -> None:
    (doubt,) = _standing(_with_tonnage(), "1995-01-01").undetermined

    assert doubt.doubt is Doubt.NO_RECORD
    assert "half of the tonnage" in doubt.message
