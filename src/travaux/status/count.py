"""Counts days, months and years as treaties do.

The day of an act is not counted unless the clause says so, and a period of months or years ends on the day of the
same number, or on the last of a month that has no such day (European Convention on the Calculation of Time-Limits,
Basle 1972, arts. 3 and 4). What ends 'after ten years' is no longer in force on the day of that number.
"""

from __future__ import annotations

import datetime

from dateutil.relativedelta import relativedelta

from travaux.errors import UncountableDate
from travaux.status.terms import Delay, Landing, Period, Unit


def count(start: datetime.date, delay: Delay) -> datetime.date:
    """The day on which the effect of an act of the day `start` comes. Raises UncountableDate past the year 9999.

    >>> count(datetime.date(1960, 1, 31), Delay(Period(1, Unit.MONTH)))
    datetime.date(1960, 2, 29)
    """
    try:
        if delay.landing is Landing.THAT_DAY and delay.period and delay.period.unit is Unit.DAY and not delay.including:
            return start + _DAY * delay.period.count
        return _landed(after(start, delay.period, including=delay.including), delay.landing)
    except (OverflowError, ValueError):
        raise UncountableDate(f"{delay} from {start} leads past the year 9999.", remedy="Look at the date.") from None


def after(start: datetime.date, period: Period | None, *, including: bool = False) -> datetime.date:
    """The day that a period from `start` leads to; `including`: `start` is the first of its days."""
    if period is None:
        return start
    first = start - _DAY if including else start
    return _moved(first, period.count, period.unit)


def before(end: datetime.date, period: Period | None) -> datetime.date:
    """The last day that is a full period before `end`."""
    return end if period is None else _moved(end, -period.count, period.unit)


_DAY = datetime.timedelta(days=1)


def _moved(day: datetime.date, number: int, unit: Unit) -> datetime.date:
    if unit is Unit.DAY:
        return day + _DAY * number
    return day + relativedelta(**{f"{unit.value}s": number})  # type: ignore[arg-type]


def _landed(day: datetime.date, landing: Landing) -> datetime.date:
    match landing:
        case Landing.THAT_DAY:
            return day
        case Landing.NEXT_DAY:
            return day + _DAY
        case Landing.MONTH_BEGINS:
            return day.replace(day=1) + relativedelta(months=1)
        case Landing.YEAR_BEGINS:
            return datetime.date(day.year + 1, 1, 1)
        case Landing.YEAR_ENDS:
            # Of an ending: the first day on which it is over.
            return datetime.date(day.year + 1, 1, 1)
        case Landing.MONTH_ENDS:
            return day.replace(day=1) + relativedelta(months=1)
