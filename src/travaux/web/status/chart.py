"""The spans of a register as bars on a line of time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.status.register import Register
from travaux.status.timeline import Span

#: The chart in units of its own: the names on the left, a row's height, the width of the time.
NAMES, ROW, WIDTH = 250, 22, 690
_TOP, _LABELS = 26, 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A span as it is drawn."""

    x: float
    y: int
    width: float
    kind: str
    told: str
    at: Citation | None


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of a party to an instrument; the first of an instrument names it."""

    y: int
    title: str
    party: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All rows, with the years below and the day asked for."""

    rows: tuple[Row, ...]
    years: tuple[tuple[float, int], ...]
    now: float
    width: int
    height: int
    middle: int


def chart(register: Register, spans: Sequence[Span], day: datetime.date) -> Chart:
    """The chart of spans from the first on; it ends five years after the last change, or after `day`."""
    first = min((span.start for span in spans), default=day)
    last = max([day, *(span.end or span.start for span in spans)])
    until = datetime.date(min(last.year + 5, datetime.MAXYEAR), 12, 31)
    days = max((until - first).days, 1)

    def place(date: datetime.date) -> float:
        share = (min(max(date, first), until) - first).days / days
        return round(NAMES + share * WIDTH, 1)

    rows: list[Row] = []
    y = _TOP
    titled = ""
    for span in spans:
        ident, party = span.standing.instrument, span.standing.party
        title = register.by_id[ident].title if ident != titled else ""
        if rows and not title and rows[-1].party == party:
            rows[-1] = Row(rows[-1].y, rows[-1].title, party, (*rows[-1].bars, _bar(span, rows[-1].y, place, until)))
            continue
        y += ROW if title else 0
        titled = ident
        rows.append(Row(y, title, party, (_bar(span, y, place, until),)))
        y += ROW
    step = max(1, -(-(until.year - first.year) // _LABELS))
    years = tuple(
        (place(datetime.date(year, 1, 1)), year) for year in range(first.year + 1, until.year + 1) if year % step == 0
    )
    return Chart(tuple(rows), years, place(day), NAMES + WIDTH + 10, y + 8, NAMES + WIDTH // 2)


def _bar(span: Span, y: int, place: Callable[[datetime.date], float], until: datetime.date) -> Bar:
    x = place(span.start)
    end = f" until {span.end}" if span.end else ""
    standing = span.standing
    cited = [rule.at for rule in standing.rules if rule.at] + [event.at for event in standing.events]
    return Bar(
        x,
        y,
        round(max(place(span.end or until) - x, 1.5), 1),
        standing.status.value.replace(" ", "-"),
        f"{standing.party}: {standing.status} from {span.start}{end}",
        cited[0] if cited else None,
    )
