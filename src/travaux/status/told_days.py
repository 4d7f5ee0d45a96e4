"""The days that sentences tell, where a year is left out or a day is only 'the same day'."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from travaux.record.when import when
from travaux.status.told_items import ToldItem, told_items

#: The year of a day in full.
_DATED = re.compile(r"\b[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?((?:1[6-9]|20)\d\d)\b")
_YEAR = re.compile(r"\d{4}$")


@dataclass(frozen=True, slots=True)
class TakenDays:
    """The first and the last day that words may mean; `assumed` is whether the year was taken from elsewhere, `other`
    the year that it may be as well."""

    first: datetime.date | None
    last: datetime.date | None
    assumed: bool = False
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """What a passage has said of days so far: the year last written, the day last told; `sent` is the document's."""

    year: int | None = None
    told: datetime.date | None = None
    sent: datetime.date | None = None

    def after(self, sentence: str) -> Days:
        """The same behind a sentence."""
        years = _DATED.findall(sentence)
        return replace(self, year=int(years[-1])) if years else self

    def known(self, days: TakenDays) -> Days:
        """The same behind an act of that day."""
        return replace(self, told=days.first) if days.first is not None and days.first == days.last else self


def days_of(words: str, known: Days, sentence: str, place: int) -> TakenDays | None:
    """The days that `words` at `place` of a sentence mean; None where they mean none.

    A year that is left out is that of another day in the sentence; else the one last written, if that is also the one
    in which the day last came before the document was sent, or either where there is no other.
    """
    if words == "today":
        return TakenDays(known.sent, known.sent)
    if words.lower().endswith((" day", " date")):
        before = [item for item in told_items(sentence[:place]) if item.kind == "DATE"]
        said = days_of(before[-1].words, known, sentence, before[-1].start) if before else None
        if said is not None and said.first == said.last:
            return said
        return TakenDays(known.told, known.told) if known.told else None
    if _YEAR.search(words):
        return _written(words)
    years = [(item.start, int(item.words[-4:])) for item in told_items(sentence) if _dated(item)]
    here = [year for start, year in years if start < place] or [year for _, year in years[:1]]
    year = here[-1] if here else known.year
    sent = _last_before(words, known.sent) if known.sent and not here else None
    found = _written(f"{words}, {year or sent}") if year or sent else None
    return replace(found, assumed=True, other=sent if year and sent != year else None) if found else None


def _dated(item: ToldItem) -> bool:
    return item.kind == "DATE" and _YEAR.search(item.words) is not None


def _last_before(words: str, sent: datetime.date) -> int:
    """The year in which a day last came before a document was sent."""
    found = _written(f"{words}, {sent.year}")
    return sent.year - 1 if found and found.first and found.first > sent else sent.year


def _written(words: str) -> TakenDays | None:
    found = when(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bday of ", "", words))
    return TakenDays(found.first, found.last) if found and found.first else None
