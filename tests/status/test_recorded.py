"""What is recorded of an instrument, also where it changes nobody's standing."""

from __future__ import annotations

import pytest
from tests.status.registers import after_deposits, day, event, instrument

from travaux.status.event import EventKind
from travaux.status.recorded import recorded
from travaux.status.register import Register

RESERVED = event("sea", EventKind.RESERVATION, "1960-01-01", "Ardal", id="reserved")
OBJECTED = event("sea", EventKind.OBJECTION, "1960-06-01", "Brisk", of="reserved")
WITHDRAWN = event("sea", EventKind.REVOCATION, "1970-01-01", "Ardal", of="reserved")
OTHER = event("air", EventKind.DECLARATION, "1960-01-01", "Ardal")
REGISTER = Register(
    (instrument("sea", after_deposits(2)), instrument("air", after_deposits(2))),
    (),
    (WITHDRAWN, OTHER, OBJECTED, RESERVED),
)


def test_a_reservation_is_told_with_the_objection_to_it_and_its_withdrawal() -> None:
    first, second, third = recorded(REGISTER, day("1975-01-01"), of="sea")

    assert (first.event, first.taken_back) == (RESERVED, WITHDRAWN)
    assert (second.event, second.of) == (OBJECTED, RESERVED)
    assert (third.event, third.of) == (WITHDRAWN, RESERVED)


def test_what_came_after_the_date_is_not_told() -> None:
    assert [each.taken_back for each in recorded(REGISTER, day("1965-01-01"), of="sea")] == [None, None]


@pytest.mark.parametrize("kind", [kind for kind in EventKind if kind is not EventKind.REVOCATION])
def test_an_event_of_any_kind_is_told_with_its_passage(kind: EventKind) -> None:
    one = event("sea", kind, "1960-01-01", "Ardal")
    (told,) = recorded(Register(REGISTER.instruments, (), (one,)), day("1960-01-01"), of="sea")

    assert told.event.at == one.at
