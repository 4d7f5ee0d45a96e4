"""Instruments that hang on one another, by hundreds and by groups."""

from __future__ import annotations

from tests.status.registers import AT, BY_EXCHANGE, after_deposits, day, duration, event, instrument, replacing

from travaux.status.event import EventKind
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Doubt, Status
from travaux.status.terms import EntryIntoForce, Trigger
from travaux.status.timeline import timeline

PARTIES = ("Ardal", "Brisk")
LENGTH = 800


def _title(number: int) -> str:
    return f"Treaty on Matter{number:04}"


def _with(number: int) -> EntryIntoForce:
    return EntryIntoForce(words="with it", at=AT, trigger=Trigger.INSTRUMENT, other=f"the {_title(number)}")


def test_a_chain_of_hundreds_enters_into_force_with_its_first_link() -> None:
    first = instrument("0", BY_EXCHANGE, parties=PARTIES, title=_title(0))
    rest = [instrument(str(n), _with(n - 1), parties=PARTIES, title=_title(n)) for n in range(1, LENGTH)]
    acts = [event(one.id, EventKind.SIGNATURE, "1960-01-19", party) for one in rest for party in PARTIES]
    acts.append(event("0", EventKind.EXCHANGE, "1960-06-23"))

    state = on(Register((*reversed(rest), first), (), tuple(acts)), day("1960-06-23"))

    assert state.of(str(LENGTH - 1), "Ardal").status is Status.IN_FORCE


def test_a_chain_of_hundreds_ends_with_the_first_that_is_replaced() -> None:
    first = instrument("0", BY_EXCHANGE, parties=PARTIES, title=_title(0))
    rest = [
        instrument(str(n), BY_EXCHANGE, duration(while_other=f"the {_title(n - 1)}"), parties=PARTIES, title=_title(n))
        for n in range(1, LENGTH)
    ]
    new = instrument("new", BY_EXCHANGE, replacing(f"the {_title(0)}"), parties=PARTIES, title="Ferry Pact")
    acts = [event(one.id, EventKind.EXCHANGE, "1950-01-01") for one in (first, *rest)]
    acts.append(event("new", EventKind.EXCHANGE, "1960-06-23"))

    state = on(Register((*rest[::-1], first, new), (), tuple(acts)), day("1960-06-23"))

    assert state.of(str(LENGTH - 1), "Brisk").status is Status.ENDED


def test_two_that_wait_on_each_other_are_told_so_whichever_is_first() -> None:
    one = instrument("1", _with(2), parties=PARTIES, title=_title(1))
    other = instrument("2", _with(1), parties=PARTIES, title=_title(2))
    signed = (
        event("1", EventKind.SIGNATURE, "1960-01-01", "Ardal"),
        event("2", EventKind.SIGNATURE, "1960-01-01", "Ardal"),
    )

    for order in ((one, other), (other, one)):
        state = on(Register(order, (), signed), day("1961-01-01"))
        assert {each.doubt for ident in "12" for each in state.of(ident, "Ardal").undetermined} == {Doubt.CIRCULAR}


def test_instruments_that_hang_together_are_reckoned_together_and_others_apart() -> None:
    one = instrument("1", after_deposits(1), parties=PARTIES, title=_title(1))
    under = instrument("2", _with(1), parties=PARTIES, title=_title(2))
    apart = instrument("3", after_deposits(1), parties=PARTIES, title=_title(3))
    acts = (
        event("1", EventKind.RATIFICATION, "1960-01-01", "Ardal"),
        *(event("2", EventKind.SIGNATURE, "1959-01-01", party) for party in PARTIES),
        event("3", EventKind.RATIFICATION, "1970-01-01", "Ardal"),
    )
    register = Register((one, under, apart), (), acts)

    assert register.together["1"] == register.together["2"] == {"1", "2"}
    spans = timeline(register)
    assert [span for span in spans if span.standing.instrument != "3"] == list(timeline(register, of={"1", "2"}))
    assert {(span.standing.instrument, span.start.year) for span in spans} == {
        ("1", 1960),
        ("2", 1959),
        ("2", 1960),
        ("3", 1970),
    }
