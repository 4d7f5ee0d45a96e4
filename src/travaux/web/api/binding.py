"""What binds whom on a day."""

from __future__ import annotations

import datetime

from django.http import HttpRequest
from ninja import Router

from travaux.desk import instruments
from travaux.errors import UnknownInstrument
from travaux.status.on import on as state_on
from travaux.status.state import Standing
from travaux.web.api.shapes import DoubtLine, EventLine, RuleLine, StandingLine, StateOn

router = Router()


@router.get("/status", response=StateOn, operation_id="status", summary="What binds whom on a day, and why")
def status(request: HttpRequest, on: datetime.date, of: str = "") -> StateOn:
    register = instruments.register()
    if of and of not in register.by_id:
        raise UnknownInstrument(f"No instrument is called {of}.", remedy="The page Status lists them.")
    standings = state_on(register, on).standings
    return StateOn(date=on, standings=[_line(each) for each in standings if of in ("", each.instrument)])


def _line(standing: Standing) -> StandingLine:
    return StandingLine(
        instrument=standing.instrument,
        party=standing.party,
        status=standing.status.value,
        since=standing.since,
        until=standing.until,
        expected=standing.expected,
        rules=[RuleLine(words=rule.words, at=rule.at) for rule in standing.rules],
        events=[
            EventLine(id=event.id, kind=event.kind.value, party=event.party, date=event.date, at=event.at)
            for event in standing.events
        ],
        undetermined=[
            DoubtLine(doubt=each.doubt.value, message=each.message, at=each.at) for each in standing.undetermined
        ],
    )
