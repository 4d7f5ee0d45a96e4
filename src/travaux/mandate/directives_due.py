"""The day of a deadline, as EDTF, where its words and the day of the document tell one: 'by June 5', 'within ten days'.

Words of haste ('soonest', 'without delay') tell no day. A day without its year is the first such day from the
document on; a day of the week is the next.
"""

from __future__ import annotations

import datetime
import re

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEK = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(
    rf"(?i)\b(?:(?P<month>{_MONTH})[a-z]*\.? (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) (?P<second>{_MONTH})[a-z]*)\b"
    r"(?:,? (?P<year>\d{4}))?"
)
_WEEKDAY = re.compile(rf"(?i)\b(?P<weekday>{'|'.join(_WEEK)})[a-z]*day\b")
_WITHIN = re.compile(r"(?i)\bwithin (?:the next )?(?P<count>\w+) (?P<unit>hour|day|week)s?\b")
_COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()
_TOMORROW = re.compile(r"(?i)\b(?:today|tomorrow)\b")


def due(words: str, *, told: datetime.date | None) -> str:
    """The day of a deadline as EDTF; none ("") where the words tell none. `told` is the day of the document.

    >>> due("not later than June 5", told=datetime.date(1958, 10, 1))
    '1959-06-05'
    >>> due("within ten days", told=datetime.date(1958, 10, 1))
    '1958-10-11'
    >>> due("soonest", told=datetime.date(1958, 10, 1))
    ''
    """
    named = _DAY.search(words)
    if named is not None:
        return _of_month(named, told)
    if told is None:
        return ""
    weekday = _WEEKDAY.search(words)
    if weekday is not None:
        ahead = (_WEEK.index(weekday["weekday"].capitalize()) - told.weekday()) % 7 or 7
        return _after(told, ahead)
    within = _WITHIN.search(words)
    if within is not None:
        return _within(within, told)
    soon = _TOMORROW.search(words)
    return _after(told, int(soon.group().lower() == "tomorrow")) if soon else ""


def _of_month(named: re.Match[str], told: datetime.date | None) -> str:
    name = (named["month"] or named["second"]).capitalize()
    month = _MONTHS.index(name) + 1
    day = int(named["day"] or named["first"])
    years = [int(named["year"])] if named["year"] else [told.year, told.year + 1] if told else []
    for year in years:
        try:
            found = datetime.date(year, month, day)
        except ValueError:  # 'February 30' is misprinted
            continue
        if named["year"] or told is None or found >= told:
            return found.isoformat()
    return ""


def _within(within: re.Match[str], told: datetime.date) -> str:
    said = within["count"].lower()
    count = int(said) if said.isdigit() else _COUNTS.index(said) + 1 if said in _COUNTS else 0
    if not count or count > 366:
        return ""
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count}[within["unit"].lower()]
    return _after(told, days)


def _after(told: datetime.date, days: int) -> str:
    return (told + datetime.timedelta(days=days)).isoformat()
