"""Which agreements of a library a register names."""

from __future__ import annotations

import datetime

import pytest

from travaux.actions.standings import standings
from travaux.desk import instruments
from travaux.findings import Citation
from travaux.precedent.clause import Agreement
from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument, InstrumentKind
from travaux.status.register import Register

AT, DAY = Citation("treaty", 0, 6), datetime.date(1962, 5, 4)


def _signed(id: str, title: str) -> tuple[Instrument, Event]:
    one = Instrument(id=id, title=title, kind=InstrumentKind.TREATY, at=AT, parties=("Ardal", "Brisk"))
    return one, Event(id=f"{id}-signed", instrument=id, kind=EventKind.SIGNATURE, date=DAY, at=AT)


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register of two treaties of one day."""
    held = [_signed("ferry", "Ferry Treaty"), _signed("pilots", "Treaty on Pilots")]
    register = Register(tuple(one for one, _ in held), (), tuple(event for _, event in held))
    monkeypatch.setattr(instruments, "register", lambda: register)


def _stands(title: str, date: datetime.date | None = DAY) -> str | None:
    agreement = Agreement(id="a", title=title, kind="treaty", source="a.txt", date=date)
    return standings([agreement], date=datetime.date(1970, 1, 1)).get("a")


def test_title_and_day_together_name_an_instrument() -> None:
    assert _stands("FERRY TREATY BETWEEN ARDAL AND BRISK") == "in force since 1962-05-04"


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Ferry Treaty", None),
        ("Ferry Treaty", datetime.date(1962, 5, 5)),
        ("Treaty on Lights", DAY),
        ("Protocol to the Ferry Treaty", DAY),
        ("Treaty on Ferry and Pilots", DAY),
    ],
)
def test_what_may_be_another_agreement_has_no_status(title: str, date: datetime.date | None) -> None:
    assert _stands(title, date) is None


def test_before_its_day_nothing_is_said() -> None:
    agreement = Agreement(id="a", title="Ferry Treaty", kind="treaty", source="a.txt", date=DAY)
    assert standings([agreement], date=datetime.date(1950, 1, 1)) == {}
