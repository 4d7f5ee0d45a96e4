"""Which registered instrument words name. Where they fit two alike it names neither."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.record.when import MONTHS
from travaux.status.instrument import Instrument

_PASSING = frozenset(
    "the a an of and on for between with in to by its this that said at under as amended signed done concluded dated "
    "made entered into force present government governments republic kingdom states state".split()
)
_WORD = re.compile(r"\w+")
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?P<month>{_MONTH}) (?P<day>\d\d?), (?P<year>\d{{4}})|"
    rf"(?P<first>\d\d?)(?:st|nd|rd|th)? (?P<then>{_MONTH}),? (?P<of>\d{{4}})"
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an instrument as the words that tell it, and the days it is known by."""

    ident: str
    words: frozenset[str]
    days: frozenset[datetime.date]


def names(instruments: Iterable[Instrument], signed: dict[str, frozenset[datetime.date]]) -> tuple[Name, ...]:
    """The names of instruments; `signed` gives for each the days of its signature."""
    return tuple(
        Name(one.id, telling, signed.get(one.id, frozenset()) | dates_in(called))
        for one in instruments
        for called in (one.title, *one.also)
        if (telling := telling_words(called))
    )


def named(words: str, known: Sequence[Name]) -> tuple[str, ...]:
    """The ids of the instruments that `words` name: one, none, or those between which they leave the choice.

    An instrument is named when every telling word of its title, or of another name of it, stands in the words; of two
    the longer title; of two as long the one signed on a day that the words give.
    """
    there, days = telling_words(words), dates_in(words)
    fitting = [name for name in known if name.words <= there and not (days and name.days and not days & name.days)]
    if days:
        dated = [name for name in fitting if days & name.days]
        fitting = dated or fitting
    if days and not fitting:
        # 'the Convention of June 2, 1931': the day of signature, and a word of the title.
        fitting = [name for name in known if days & name.days and there & name.words]
        return tuple(dict.fromkeys(name.ident for name in fitting))
    most = max((len(name.words) for name in fitting), default=0)
    return tuple(dict.fromkeys(name.ident for name in fitting if len(name.words) == most))


def telling_words(words: str) -> frozenset[str]:
    """The words that tell one instrument from another: not articles, dates or 'as amended'."""
    bare = _YEAR.sub(" ", _DATE.sub(" ", words))
    return frozenset(word for word in _WORD.findall(bare.casefold()) if word not in _PASSING and not word.isdigit())


def dates_in(words: str) -> frozenset[datetime.date]:
    """The full dates written in words."""
    return frozenset(day for found in _DATE.finditer(words) if (day := _day(found)))


def _day(found: re.Match[str]) -> datetime.date | None:
    month, day, year = found["month"] or found["then"], found["day"] or found["first"], found["year"] or found["of"]
    try:
        return datetime.date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
