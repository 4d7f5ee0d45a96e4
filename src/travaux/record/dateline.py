"""Where and when a document was written, from the line that says so. A line of other words is refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from lark import Lark, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Token

MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(MONTHS)
DATE = re.compile(
    rf"\b(?P<month>{_MONTH}),? (?P<day>\d{{1,2}}),? ?(?P<year>\d{{4}})\b"
    rf"|\b(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}),? (?P<year2>\d{{4}})\b"
)
MONTH_OR_UNDATED = re.compile(rf"\b(?:{_MONTH}|undated)\b")
_RECEIVED = re.compile(r"[.,]? ?\[?[Rr]eceived\b")


class Dateline(NamedTuple):
    """Date and hour as printed, the one day they name, and the place without brackets."""

    date_text: str
    date: datetime.date | None
    place: str | None


@lru_cache(maxsize=4096)
def read(words: str) -> Dateline | None:
    """The dateline that `words` are; None when they are something else."""
    plain = _PLAIN.fullmatch(words)
    if plain is not None and not _A_MONTH.search(plain["place"]):
        return Dateline(plain["date"], _day(plain["year"], plain["month"], plain["day"]), plain["place"])
    parts = _parts(_A_MONTH.sub(_MARCH, words.translate(_ZEROS)))
    if parts is None:
        return None
    months = [(month.start(), month.end() - month.start() - len(_MARCH)) for month in _A_MONTH.finditer(words)]
    (start, end), place = (_printed(part, months) for part in parts)
    date_text = words[start:end]
    if date_text.count("[") > date_text.count("]") and words[end : end + 1] == "]":
        date_text += "]"
    named = _OFFICE.sub("", words[slice(*place)].replace("[", "").replace("]", "").strip(" ,."))
    return Dateline(date_text, only_date(_RECEIVED.split(words, maxsplit=1)[0]), named or None)


#: What stands above the place in letters of the last century: 'Legation of Corvany, Strelsau, ...'
_OFFICE = re.compile(
    r"^(?:The )?(?:(?:State|War|Navy|Treasury) Department|Department of [A-Z]\w+|"
    r"(?:[A-Z]\w+ )?(?:Legation|Embassy|Consulate|Mission)(?:[- ]General)?(?: of [\w ]+?)?|"
    r"Foreign Office|(?:Ministry|Office) of [\w ]+?|Executive Mansion),\s+(?=\S)"
)
#: The commonest shape, which is read without the grammar: 'Strelsau, March 4, 1962, 3 p.m.'
_PLAIN = re.compile(
    rf"(?P<place>(?!(?:\w+ ){{0,2}}(?:Undated|Received)\b)[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}), "
    rf"(?P<date>(?P<month>{_MONTH}) (?P<day>\d\d?), (?P<year>\d{{4}})"
    r"(?:(?:, |—)(?:\d\d?(?::\d\d)? [ap]\. ?m\.|\d{4}Z|noon))?)\.?",
    re.ASCII,
)


def dates_in(words: str) -> set[datetime.date]:
    """Every full date in running words."""
    found = (
        _day(match["year"] or match["year2"], match["month"] or match["month2"], match["day"] or match["day2"])
        for match in DATE.finditer(words)
    )
    return {day for day in found if day}


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:  # 'June 31': misprinted, so no date
        return None


def only_date(words: str) -> datetime.date | None:
    """The one date in running words; None when there is none or several."""
    dates = dates_in(words)
    return dates.pop() if len(dates) == 1 else None


# The grammar knows a month from a number, and no month or number from another: datelines that differ in nothing else
# have their parts at the same places, and one of them is parsed for all.
_ZEROS = str.maketrans("123456789", "000000000")
_A_MONTH = re.compile(rf"\b(?:{_MONTH})\b")
_MARCH = "March"


@lru_cache(maxsize=4096)
def _parts(words: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where date and hour stand, and where the place; that is empty where none is named."""
    try:
        tree = _grammar().parse(words)
    except UnexpectedInput:
        return None
    written = tree.find_pred(lambda part: part.data in ("date", "hour"))
    named = [token for token in _tokens(tree.find_data("place")) if token.type == "WORD"]
    return _span(_tokens(written)), _span(named)


def _tokens(parts: Iterable[Tree[Token]]) -> list[Token]:
    return [token for part in parts for token in part.children if isinstance(token, Token)]


def _span(tokens: list[Token]) -> tuple[int, int]:
    return min((token.start_pos or 0 for token in tokens), default=0), max(
        (token.end_pos or 0 for token in tokens), default=0
    )


def _printed(part: tuple[int, int], months: list[tuple[int, int]]) -> tuple[int, int]:
    """Where a part stands in words whose months, at these places, are by so much longer than the one parsed."""
    start, end = part
    for at, longer in months:
        start += longer if start > at else 0
        end += longer if end > at else 0
    return start, end


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("dateline.lark")
    return Lark(path.read_text(encoding="utf-8"), start="dateline", parser="lalr")
