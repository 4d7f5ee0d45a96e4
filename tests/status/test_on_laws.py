"""Laws of the state on a date, over made-up registers."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.status.registers import (
    AT,
    BY_EXCHANGE,
    LATER,
    MAY_TERMINATE,
    MAY_WITHDRAW,
    TEN_YEARS,
    YEAR,
    after_deposits,
    duration,
    instrument,
    replacing,
)

from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Status
from travaux.status.terms import Delay, EntryIntoForce, Period, Trigger, Unit

PARTIES = ("Ardal", "Brisk", "Corve", "Dunmar")
DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(1965, 12, 31))
KINDS = [kind for kind in EventKind if kind is not EventKind.REVOCATION]

_WITH_OLD = EntryIntoForce(words="with it", at=AT, trigger=Trigger.INSTRUMENT, other="the Passage Treaty")
INSTRUMENTS: tuple[Instrument, ...] = (
    instrument("sea", after_deposits(2, Delay(Period(30, Unit.DAY))), LATER, MAY_WITHDRAW),
    instrument(
        "old", BY_EXCHANGE, duration(period=TEN_YEARS, renewal=YEAR), parties=PARTIES[:2], title="Passage Treaty"
    ),
    instrument(
        "under", _WITH_OLD, duration(while_other="the Passage Treaty"), parties=PARTIES[:2], title="Pilots Pact"
    ),
    instrument("new", replacing("the Passage Treaty"), MAY_TERMINATE, parties=PARTIES[:2], title="Ferry Treaty"),
)


@st.composite
def events(draw: st.DrawFn) -> tuple[Event, ...]:
    """Acts of every kind on every instrument, some of them taken back, some on days that are not exact."""
    made: list[Event] = []
    for number in range(draw(st.integers(0, 14))):
        date = draw(DAYS)
        latest = date + datetime.timedelta(days=draw(st.sampled_from([0, 0, 0, 0, 0, 0, 0, 0, 40])))
        common = {"id": f"e{number}", "instrument": draw(st.sampled_from(INSTRUMENTS)).id, "date": date, "at": AT}
        if made and draw(st.integers(0, 4)) == 0:
            of = draw(st.sampled_from(made))
            common |= {"instrument": of.instrument, "of": of.id, "party": of.party, "kind": EventKind.REVOCATION}
        else:
            party = draw(st.sampled_from(["", *PARTIES]))
            common |= {"kind": draw(st.sampled_from(KINDS)), "party": party, "latest": latest}
        made.append(Event(**common))  # type: ignore[arg-type]
    return tuple(made)


def _register(acts: tuple[Event, ...]) -> Register:
    return Register(INSTRUMENTS, (), acts)


@given(events(), DAYS, st.randoms(use_true_random=False))
def test_the_order_in_which_acts_are_recorded_changes_nothing(acts, date, chance) -> None:  # type: ignore[no-untyped-def]
    mixed = list(acts)
    chance.shuffle(mixed)

    assert on(_register(tuple(mixed)), date) == on(_register(acts), date)


@given(events(), events(), DAYS)
def test_what_is_done_after_a_day_changes_nothing_on_it(
    acts: tuple[Event, ...], more: tuple[Event, ...], date: datetime.date
) -> None:
    later = tuple(
        replace(act, id=f"later {act.id}", date=date + datetime.timedelta(days=1), latest=None)
        for act in more
        if not act.of
    )
    assert on(_register((*acts, *later)), date) == on(_register(acts), date)


@given(events(), DAYS)
def test_every_standing_that_is_stated_names_a_rule_and_events(acts: tuple[Event, ...], date: datetime.date) -> None:
    for standing in on(_register(acts), date).standings:
        if standing.status is Status.NO_RECORD:
            assert standing.undetermined
        else:
            assert standing.rules
            assert standing.events or standing.undetermined


@given(events(), DAYS)
def test_nothing_is_in_force_before_the_day_since_which_it_is(acts: tuple[Event, ...], date: datetime.date) -> None:
    for standing in on(_register(acts), date).standings:
        assert standing.since is None or standing.since <= date
        assert standing.until is None or standing.until > date
        assert standing.expected is None or standing.expected > date


@given(events(), DAYS, DAYS)
def test_an_end_once_reached_stays(acts: tuple[Event, ...], one: datetime.date, other: datetime.date) -> None:
    early, late = sorted((one, other))
    done = [act for act in acts if act.precise and act.date <= early]
    while len(kept := [act for act in done if not act.of or any(act.of == each.id for each in done)]) < len(done):
        done = kept
    register = _register(tuple(done))
    before, after = on(register, early), on(register, late)

    for standing in before.standings:
        if standing.status is Status.ENDED:
            assert after.of(standing.instrument, standing.party).status is Status.ENDED
