"""Other instruments as a text names them: what each is called, and of which day it is said to be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.text.dates import dates

#: What instruments are called.
KINDS = (
    "memorandum of understanding", "exchange of notes", "treaty", "agreement", "convention", "protocol", "covenant",
    "pact", "charter", "arrangement",
)  # fmt: skip
_KIND = "|".join(KINDS)
# "the Administrative Arrangement", "the Convention concerning the Passage of the Strait".
_NAME = re.compile(rf"\b(?:[Tt]he|[Tt]hat|[Tt]heir|[Aa]n?)\s(?P<name>(?:[A-Z][\w’'-]*\s){{0,5}}(?i:{_KIND})\b)")
# Between the name and its day nothing else is named, and no sentence or clause ends.
_ANOTHER = re.compile(rf"(?i)\b(?:{_KIND}|shall|until|before|after|from|since)\b|[;:]|\.\s")
_FARTHEST = 160


@dataclass(frozen=True, slots=True)
class InstrumentNamed:
    """An instrument as words name it, `start` to `end` of the line; `name` is its kind with the words of its name."""

    name: str
    date: datetime.date
    start: int
    end: int


def instruments_named(line: str) -> Iterator[InstrumentNamed]:
    """The instruments that a line names with their day.

    >>> [found] = instruments_named("The Administrative Arrangement signed at Port Quillon on October 19, 1948, stays.")
    >>> found.name, found.date.isoformat()
    ('Administrative Arrangement', '1948-10-19')
    """
    days = list(dates(line))
    for match in _NAME.finditer(line):
        day = next((each for each in days if each.start >= match.end()), None)
        if day and day.start - match.end() <= _FARTHEST and not _ANOTHER.search(line, match.end(), day.start):
            yield InstrumentNamed(" ".join(match["name"].split()), day.date, match.start("name"), day.end)
