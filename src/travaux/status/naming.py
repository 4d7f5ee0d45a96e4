"""Which registered instrument words name. Where they fit two alike it names neither."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.status.instrument import Instrument
from travaux.text.dates import dates

_PASSING = frozenset(
    "the a an of and on for between with in to by its this that said at under as amended signed done concluded dated "
    "made entered into force present government governments republic kingdom states state".split()
)
_WORD = re.compile(r"\w+")
#: What instruments are called.
_KIND = re.compile(
    r"(?i)\b(?:treaty|convention|agreement|protocol|arrangement|exchange of notes|notes|memorandum|pact|charter|"
    r"covenant|"
    r"minutes?|accord|statute|declaration)\b"
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an instrument as the words that tell it, and the days it is known by."""

    ident: str
    words: frozenset[str]
    head: str
    days: frozenset[datetime.date]


def names(instruments: Iterable[Instrument], signed: dict[str, frozenset[datetime.date]]) -> tuple[Name, ...]:
    """The names of instruments; `signed` gives for each the days of its signature."""
    return tuple(
        Name(one.id, telling, _head(called), signed.get(one.id, frozenset()) | dates_in(called))
        for one in instruments
        for called in (one.title, *one.also)
        if (telling := telling_words(called))
    )


def named(words: str, known: Sequence[Name]) -> tuple[str, ...]:
    """The ids of the instruments that `words` name: one, none, or those between which they leave the choice.

    An instrument is named when every telling word of its title, or of another name of it, stands in the words, and they
    call it what it is called: 'the Agreement under the Security Treaty' is not the Security Treaty. Of two the longer
    title; of two as long the one signed on a day that the words give.
    """
    head = _head(words)
    there, days = telling_words(words), dates_in(words)
    known = [name for name in known if not (head and name.head) or head == name.head]
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
    bare = words
    for day in dates(words):
        bare = f"{bare[: day.start]}{' ' * (day.end - day.start)}{bare[day.end :]}"
    bare = _YEAR.sub(" ", bare)
    return frozenset(word for word in _WORD.findall(bare.casefold()) if word not in _PASSING and not word.isdigit())


def dates_in(words: str) -> frozenset[datetime.date]:
    """The full dates written in words."""
    return frozenset(day.date for day in dates(words))


def _head(words: str) -> str:
    """What a name calls the instrument: 'agreement' of 'the Agreement under Article III of the Treaty'."""
    found = _KIND.search(words)
    return found.group().casefold().removesuffix("s") if found else ""
