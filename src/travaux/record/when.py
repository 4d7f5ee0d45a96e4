"""What a date as printed means: one notation (EDTF, ISO 8601-2) and the days between which it lies. Never guesses one.

The rules stand in `when.lark` and in docs/reading.md. Words that they do not fit have no meaning here.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.record.document import When

MONTHS = "January February March April May June July August September October November December".split()
_NUMBER = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
_MONTH = re.compile(r"(?i)\b(?:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b")
_NOUGHTS = str.maketrans("123456789–−", "000000000--")
#: EDTF counts the seasons after the months. A winter may be that which begins in the year or that which ends in it.
_SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "fall": (23, 9), "winter": (24, 12)}
#: The thirds of a month end on these days, those of a year with these months.
_THIRDS = {"early": 0, "beginning of": 0, "mid": 1, "middle of": 1, "late": 2, "end of": 2}
_DAYS, _MONTHS = (1, 11, 21), (1, 5, 9)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A notation with the first and the last day that it may mean; `qualifier` is "?", "~" or none for all of it."""

    edtf: str
    first: datetime.date | None = None
    last: datetime.date | None = None
    qualifier: str = ""

    def __str__(self) -> str:
        return self.edtf + self.qualifier


@lru_cache(maxsize=4096)
def when(written: str, *, inferred: bool = False, known: datetime.date | None = None) -> When | None:
    """What a date as written means; None where the words are no date.

    `inferred`: the place where it stands says that it was supplied, as brackets around the whole line do. `known` is
    the day that markup gives, for a date that is printed without its year.

    >>> when("September 29, 1958, 9:59 p.m.").edtf
    '1958-09-29T21:59:00'
    >>> when("[early September 1958]").edtf
    '1958-09-01?/1958-09-10?'
    """
    words = written.strip()
    plain = None if inferred else _PLAIN.fullmatch(words)
    if plain is not None:
        return _plainly(words, plain)
    tree = _parsed(_MONTH.sub(lambda month: "M" * len(month.group()), words.translate(_NOUGHTS)))
    if tree is None:
        return None
    try:
        meant, supplied = _Reader(words, known, inferred).read(tree)
    except ValueError:  # 'June 31': misprinted, so no date
        return None
    return When(written=words, edtf=str(meant), first=meant.first, last=meant.last, inferred=supplied)


#: The commonest shapes, which are read without the grammar: 'September 29, 1958, 9:59 p.m.', 'May 8, 1951—3 p.m.'.
_PLAIN = re.compile(
    rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>[1-9]|0[1-9]|[12]\d|3[01]), (?P<year>\d{{4}})"
    r"(?:(?:, |—)(?:(?P<hour>\d\d?)(?::(?P<minute>\d\d))? (?P<half>[ap])\. ?m\."
    r"|(?P<clock>\d\d?:\d\d|noon|(?<=, )\d{4}Z))\.?)?",
    re.ASCII,
)


def _plainly(words: str, plain: re.Match[str]) -> When | None:
    """What a date of that shape means; the grammar and its reader say the same."""
    month, of_month, year, hour, minute, half, clock = plain.groups()
    try:
        day = datetime.date(int(year), _NUMBER[month.lower()], int(of_month))
    except ValueError:
        return None
    at = _hour(clock, clock) if clock else ""
    if hour:
        minute = minute or "00"
        at = f"{int(hour) % 12 + (12 if half == 'p' else 0):02}:{minute}:00" if minute < "60" else ""
    edtf = day.isoformat()
    return When(words, f"{edtf}T{at}" if at else edtf, day, day)


def when_in(title: str) -> When | None:
    """The date at the end of a heading: 'Paper Prepared in the Ministry, Early August 1958'."""
    words = title.strip().rstrip(".")
    for match in _OPENING.finditer(words):
        start = match.start()
        found = when(words[start:], inferred=words[:start].count("[") > words[:start].count("]"))
        if found:
            return found
    return None


#: How a date at the end of a heading may begin.
_OPENING = re.compile(
    r"(?i)\[?\b(?:(?:undated|no date|early|beginning|mid|middle|late|end of|spring|summer|autumn|fall|winter|circa|ca"
    r"|about|approximately|before|prior to|after|between|probably)\b"
    rf"|(?:{'|'.join(MONTHS)})\b|\d{{1,2}}(?= (?:{'|'.join(MONTHS)})\b))"
)


class _Reader:
    """Goes down the tree of a date; a method for each rule of the grammar. Raises ValueError for a day that is none."""

    def __init__(self, words: str, known: datetime.date | None, inferred: bool) -> None:
        self._words = words
        self._known = known
        self._inferred = inferred
        self._supplied: list[bool] = []

    def read(self, tree: Tree[Token]) -> tuple[_Meant, bool]:
        """What the whole means, and whether any of it was supplied."""
        parts = [part for part in _parts(tree) if part.data != "undated"] if tree.data == "start" else [tree]
        meant = self._said(parts[0]) if parts and parts[0].data != "undated" else _Meant("XXXX")
        # Of an undated document, nothing was supplied.
        return meant, meant.edtf != "XXXX" and (any(self._supplied) or "?" in str(meant))

    def _said(self, tree: Tree[Token]) -> _Meant:
        rule: Callable[[Tree[Token]], _Meant] = getattr(self, f"_{tree.data}")
        return rule(tree)

    def _doubted(self, tree: Tree[Token]) -> _Meant:
        (part,) = _parts(tree)
        return self._qualified(self._said(part), "?")

    def _circa(self, tree: Tree[Token]) -> _Meant:
        (part,) = _parts(tree)
        return self._qualified(self._said(part), "~")

    def _before(self, tree: Tree[Token]) -> _Meant:
        (part,) = _parts(tree)
        point = self._said(part)
        return _Meant(f"../{point}", None, point.last)

    def _after(self, tree: Tree[Token]) -> _Meant:
        (part,) = _parts(tree)
        point = self._said(part)
        return _Meant(f"{point}/..", point.first, None)

    def _between(self, tree: Tree[Token]) -> _Meant:
        return self._interval(tree)

    def _within(self, tree: Tree[Token]) -> _Meant:
        (part,) = _parts(tree)
        span = self._said(part)
        if not span.first or not span.last:
            raise ValueError("one date has nothing between")
        return replace(span, edtf=f"{span.first}/{span.last}")

    def _interval(self, tree: Tree[Token]) -> _Meant:
        first, last = map(self._said, _parts(tree))
        return _interval(first, last)

    def _hour(self, tree: Tree[Token]) -> _Meant:
        day = self._said(_parts(tree)[0])
        tokens = list(_tokens(tree))
        hour = _hour(self._word(tokens[0]), self._word(tokens[-1]))
        # EDTF knows no hour of a day that is uncertain, and no day that begins at its end.
        if not hour or day.qualifier or any(sign in day.edtf for sign in "?~X"):
            return day
        return replace(day, edtf=f"{day.edtf}T{hour}")

    def _day(self, tree: Tree[Token]) -> _Meant:
        return self._date(list(_tokens(tree)))

    _month = _year = _day

    def _decade(self, tree: Tree[Token]) -> _Meant:
        start = int(self._word(next(_tokens(tree)))[:3]) * 10
        return _Meant(f"{start // 10}X", datetime.date(start, 1, 1), datetime.date(start + 9, 12, 31))

    def _season(self, tree: Tree[Token]) -> _Meant:
        season, *years = map(self._word, _tokens(tree))
        code, begin = _SEASONS[season.lower()]
        year = int(years[0])
        if begin < 12:
            first, last = datetime.date(year, begin, 1), _end(year, begin + 2)
        else:
            first = datetime.date(year if len(years) > 1 else year - 1, begin, 1)
            last = _end(year + 1, 2)
        self._note(next(_tokens(tree)))
        return _Meant(f"{year}-{code}", first, last)

    def _part(self, tree: Tree[Token]) -> _Meant:
        part, *tokens = _tokens(tree)
        third = _THIRDS[self._word(part).lower().rstrip("-–")]
        whole = self._date(tokens)
        assert whole.first and whole.last
        if len(tokens) > 1:
            begin = whole.first.replace(day=_DAYS[third])
            end = whole.last if third == 2 else whole.first.replace(day=_DAYS[third + 1] - 1)
        else:
            begin = whole.first.replace(month=_MONTHS[third])
            end = _end(begin.year, _MONTHS[third] + 3)
        sign = "?" if whole.qualifier else "~"
        return _Meant(f"{begin}{sign}/{end}{sign}", begin, end)

    def _days(self, tree: Tree[Token]) -> _Meant:
        return _interval(*self._two(tree))

    def _two_days(self, tree: Tree[Token]) -> _Meant:
        first, last = self._two(tree)
        return replace(_interval(first, last), edtf=f"{{{first},{last}}}")

    def _one_of(self, tree: Tree[Token]) -> _Meant:
        days = sorted(day.first for day in self._two(tree) if day.first)
        return _Meant(f"[{days[0]},{days[1]}]", days[0], days[1])

    def _over_months(self, tree: Tree[Token]) -> _Meant:
        month, day, _, second, last, year = _tokens(tree)
        return _interval(self._date([month, day, year]), self._date([second, last, year]))

    def _months(self, tree: Tree[Token]) -> _Meant:
        first, _, last, year = _tokens(tree)
        return _interval(self._date([first, year]), self._date([last, year]))

    def _two(self, tree: Tree[Token]) -> tuple[_Meant, _Meant]:
        """Two days of one month."""
        tokens = [token for token in _tokens(tree) if token.type in ("MONTH", "NUM", "YEAR")]
        first, last = (token for token in tokens if token.type == "NUM")
        return (
            self._date([token for token in tokens if token is not last]),
            self._date([token for token in tokens if token is not first]),
        )

    def _date(self, tokens: list[Token]) -> _Meant:
        """A day, a month or a year, each figure with what is said against it."""
        figures: dict[str, tuple[str, bool]] = {}
        last = ""
        for token in tokens:
            if token.type == "QUERY":
                figures[last] = (figures[last][0], True)
            else:
                last = token.type
                figures[last] = (self._word(token), self._note(token))
        year, given = figures.get("YEAR", ("", False))
        month = _NUMBER[figures["MONTH"][0].lower()] if "MONTH" in figures else 0
        day = int(re.sub(r"\D", "", figures["NUM"][0])) if "NUM" in figures else 0
        if not year:
            if not self._known or (self._known.month, self._known.day) != (month, day):
                datetime.date(2000, month, day)
                return _Meant(f"XXXX-{month:02}-{day:02}")
            year, given = str(self._known.year), True
        return _meant(
            (int(year), month, day), (given, figures.get("MONTH", ("", given))[1], figures.get("NUM", ("", given))[1])
        )

    def _qualified(self, meant: _Meant, sign: str) -> _Meant:
        if "T" in meant.edtf:
            meant = replace(meant, edtf=meant.edtf.partition("T")[0])
        if any(mark in meant.edtf for mark in "/[{?~X") or meant.edtf[5:6] == "2":
            return meant
        return replace(meant, qualifier="%" if meant.qualifier not in ("", sign) else sign)

    def _note(self, token: Token) -> bool:
        """Whether a figure was supplied: it stands in brackets."""
        before = self._words[: token.start_pos or 0]
        supplied = self._inferred or before.count("[") > before.count("]")
        self._supplied.append(supplied)
        return supplied

    def _word(self, token: Token) -> str:
        return self._words[token.start_pos : token.end_pos]


def _meant(date: tuple[int, int, int], supplied: tuple[bool, bool, bool]) -> _Meant:
    """A date of one, two or three figures, those marked that were supplied: '1958-09-?29'."""
    year, month, day = date
    first = datetime.date(year, month or 1, day or 1)
    last = first if day else _end(year, month or 12)
    figures = (f"{year:04}", *(f"{figure:02}" for figure in (month, day) if figure))
    marked = supplied[: len(figures)]
    if all(marked):
        return _Meant("-".join(figures), first, last, "?")
    edtf = "-".join(("?" if mark else "") + figure for figure, mark in zip(figures, marked, strict=True))
    return _Meant(edtf, first, last)


def _interval(first: _Meant, last: _Meant) -> _Meant:
    ends = (str(end).partition("T")[0] if "/" not in str(end) else "" for end in (first, last))
    edtf = "/".join(ends)
    if edtf.startswith("/") or edtf.endswith("/") or (first.first and last.last and first.first > last.last):
        raise ValueError("an interval goes from one date to a later one")
    return _Meant(edtf, first.first, last.last)


def _hour(begin: str, end: str) -> str:
    """The hour as a clock of 24 hours shows it; "" where the words leave it open. Both are the same but for a span."""
    said = re.fullmatch(r"(?i)(\d{1,2})(?:[:.]?(\d{2}))? ?([ap])?.*", begin)
    if begin.lower() == "noon":
        return "12:00:00"
    if not said or begin.lower() == "midnight":
        return ""
    hour, minute = int(said[1]), int(said[2] or 0)
    half = (said[3] or "").lower()
    if not half and re.search(r"(?i)[ap]\. ?m", end):
        # '11:45-12:15 p.m.' begins in the half day of its end, unless it would then end before it begins.
        closing = _hour(end, end)
        if (later := f"{hour % 12 + 12:02}:{minute:02}:00") <= closing:
            return later
        return f"{hour % 12:02}:{minute:02}:00"
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    return f"{hour:02}:{minute:02}:00" + ("Z" if begin.endswith("Z") else "")


def _end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _parts(tree: Tree[Token]) -> list[Tree[Token]]:
    return [part for part in tree.children if isinstance(part, Tree)]


def _tokens(tree: Tree[Token]) -> Iterator[Token]:
    return (part for part in tree.children if isinstance(part, Token))


@lru_cache(maxsize=4096)
def _parsed(masked: str) -> Tree[Token] | None:
    try:
        return _grammar().parse(masked)
    except UnexpectedInput:
        return None


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("when.lark")
    return Lark(path.read_text(encoding="utf-8"), parser="lalr")
