"""What a search is narrowed to, and how a date is written in it: '1958', '1958-09' or '1958-09-29'."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from travaux.errors import TravauxError

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a document must be to be found; what is empty asks for nothing.

    `since` and `until` are days, both within. A name is that of a party as the headings have it, or words of it;
    `actor` is who sent, received or signed it.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None
    kind: str = ""
    actor: str = ""
    sender: str = ""
    recipient: str = ""
    classification: str = ""
    volume: str = ""
    withheld: bool = False

    def __bool__(self) -> bool:
        return self != _NONE

    def __str__(self) -> str:
        return ", ".join(_in_words(self))


_NONE = Filters()


def first_day(words: str) -> datetime.date | None:
    """The day on which a date as written begins, None where nothing is written. Raises TravauxError."""
    return _day(words, last=False)


def last_day(words: str) -> datetime.date | None:
    """The day on which a date as written ends, None where nothing is written. Raises TravauxError."""
    return _day(words, last=True)


def _day(words: str, *, last: bool) -> datetime.date | None:
    if not words.strip():
        return None
    match = _DATE.fullmatch(words.strip())
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        month = month or (12 if last else 1)
        return datetime.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        remedy = "Write a year, a month or a day: 1958, 1958-09, 1958-09-29."
        raise TravauxError("This is not a date.", at=words.strip(), remedy=remedy) from error


def _in_words(filters: Filters) -> list[str]:
    named = (
        (filters.since, "from {0.day} {0:%B} {0.year}"),
        (filters.until, "to {0.day} {0:%B} {0.year}"),
        (filters.kind.replace("-", " "), "{}"),
        (filters.actor, "from, to or signed by {}"),
        (filters.sender, "sent by {}"),
        (filters.recipient, "sent to {}"),
        (filters.classification.replace("-", " "), "{}"),
        (filters.volume, "in {}"),
        (filters.withheld, "with passages withheld"),
    )
    return [words.format(value) for value, words in named if value]
