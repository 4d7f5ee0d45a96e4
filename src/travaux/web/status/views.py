"""The page that tells what binds whom on a day, and what would if notice were given."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse

from travaux.desk import instruments
from travaux.errors import UncountableDate
from travaux.status.exits import Exit, exits, if_notice
from travaux.status.instrument import Instrument
from travaux.status.on import on
from travaux.status.recorded import recorded
from travaux.status.register import Register
from travaux.status.state import Standing
from travaux.status.timeline import timeline
from travaux.web.asked import day_named, number
from travaux.web.show import Request, show
from travaux.web.status.chart import chart
from travaux.web.status.graph import graph

#: With more events than this, time is drawn for one instrument alone.
_MOST_DRAWN = 600


@dataclass(frozen=True, slots=True)
class Shown:
    """An instrument with the standings of its parties and their ways out."""

    instrument: Instrument
    standings: tuple[tuple[Standing, tuple[Exit, ...]], ...]


def status(request: Request) -> HttpResponse:
    register = instruments.register()
    first, last = _bounds(register)
    day = _day(request, first)
    chosen = request.GET.get("of", "")
    ways = exits(register, day)
    given, told = _given(request, register)
    if given is not None:
        register = given
    drawn = _drawn(register, chosen)
    spans = timeline(drawn) if len(drawn.events) <= _MOST_DRAWN else ()
    context = {
        "day": day,
        "first": first,
        "days": (last - first).days,
        "place": (day - first).days,
        "instruments": register.instruments,
        "chosen": chosen,
        "shown": _shown(register, day, chosen, () if told else ways),
        "ways": ways,
        "told": told,
        "chart": chart(register, spans, day) if spans else None,
        "graph": graph(register),
        "recorded": recorded(register, day, of=chosen),
        "proposed_terms": instruments.unconfirmed(register),
        "proposed": instruments.proposals() if "told" in request.GET and not register.instruments else None,
    }
    return show(request, "status/page.html", context, panel="status/panel.html")


def _bounds(register: Register) -> tuple[datetime.date, datetime.date]:
    """The first day of any event, and ten years after the last."""
    days = [event.date for event in register.events] or [datetime.date.today()]
    return min(days), datetime.date(min(max(days).year + 10, datetime.MAXYEAR), 12, 31)


def _day(request: Request, first: datetime.date) -> datetime.date:
    """The day asked for: by the slider as days after the first, else as a date, else today."""
    after = number(request, "day")
    if after is not None and after < 1_000_000:
        return first + datetime.timedelta(days=after)
    return day_named(request, "on") or datetime.date.today()


def _given(request: Request, register: Register) -> tuple[Register | None, Exit | None]:
    """The register with the notice that is asked about, and what that is."""
    date = day_named(request, "given")
    ident, _, party = request.GET.get("notice", "").partition("|")
    if date is None or ident not in register.by_id or not party:
        return None, None
    way = next((each for each in exits(register, date) if (each.instrument, each.party) == (ident, party)), None)
    if way is None:
        return None, None
    try:
        given = if_notice(register, ident, party, date, way.ending)
        effect = on(given, date).of(ident, party).until
    except UncountableDate:
        return None, None
    return given, replace(way, notice=date, effect=effect)


def _drawn(register: Register, chosen: str) -> Register:
    """What is drawn: all of a small register, else the instrument chosen with those it hangs on."""
    if len(register.events) <= _MOST_DRAWN or chosen not in register.by_id:
        return register
    near = {chosen}
    for each in (*register.replaced_by.get(chosen, ()), *register.continued_by.get(chosen, ())):
        near.add(each.by)
    near |= {end for each in register.relations if chosen in (each.of, each.to) for end in (each.of, each.to)}
    return Register(
        tuple(one for one in register.instruments if one.id in near),
        tuple(each for each in register.relations if {each.of, each.to} <= near),
        tuple(event for event in register.events if event.instrument in near),
    )


def _shown(register: Register, day: datetime.date, chosen: str, ways: Sequence[Exit]) -> list[Shown]:
    found: dict[str, list[tuple[Standing, tuple[Exit, ...]]]] = {}
    for standing in on(register, day).standings:
        if chosen in ("", standing.instrument):
            key = (standing.instrument, standing.party)
            own = tuple(way for way in ways if (way.instrument, way.party) == key)
            found.setdefault(standing.instrument, []).append((standing, own))
    return [Shown(register.by_id[ident], tuple(each)) for ident, each in found.items()]
