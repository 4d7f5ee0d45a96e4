"""Days as agreements write them, in their languages: 'the second day of June, 1931', '2 de junio de 1931'."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from travaux import numerals
from travaux.text.number_words import number_words, ordinal_words

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.?º|\.|-?го|-го)?"
_JOIN = r"(?:\s+(?:day\s+of|of|de|del|d[’']|di))?\s+"
_YEAR = r"(?P<year>\d{4})"


@dataclass(frozen=True, slots=True)
class DayNamed:
    """The day that characters `start` to `end` of a line name."""

    date: datetime.date
    start: int
    end: int


def dates(line: str, language: str = "en") -> Iterator[DayNamed]:
    """The days that a line names with day, month and year, in order.

    >>> [day.date.isoformat() for day in dates("Done on the second day of June, 1931; in force March 1, 1932.")]
    ['1931-06-02', '1932-03-01']
    >>> [day.date.isoformat() for day in dates("hecho el 2 de junio de 1931", "es")]
    ['1931-06-02']
    """
    end = 0
    for match in _pattern(language).finditer(line):
        found = _date(match, language)
        if found is not None and match.start() >= end:
            end = match.end()
            yield DayNamed(found, *match.span())


def _date(match: re.Match[str], language: str) -> datetime.date | None:
    words = match.groupdict()
    month = _months(language)[(words["month"] or words["month2"]).casefold()]
    day = words["day"] or words["day2"]
    count = int(day) if day else _count(words["word"] or "", language)
    year = int(words["year"] or words["year2"])
    try:
        return datetime.date(year, month, count)
    except ValueError:  # 'June 31' is misprinted, 'the said day of June' names none
        return None


def _count(word: str, language: str) -> int:
    """The day that a word counts: 'second', 'twenty-first', 'dos'; 0 where it counts none."""
    said = [*ordinal_words(word, language), *number_words(word, language)]
    return said[0].value if said else max(numerals.ordinal(word) or 0, 0)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    day = rf"(?:{_DAY}|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?))"
    day_first = rf"{day}{_JOIN}(?P<month>{months})\b,?(?:\s+(?:de|del|di|of))?\s+{_YEAR}"
    month_first = rf"(?P<month2>{months})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    return re.compile(rf"(?i)\b(?:{day_first}|{month_first})\b")


@cache
def _months(language: str) -> dict[str, int]:
    """The names of the months in a language, with those in which dates write them."""
    locale = Locale(language)
    return {
        str(name).casefold(): number
        for form in ("format", "stand-alone")
        for number, name in locale.months[form]["wide"].items()
    }
