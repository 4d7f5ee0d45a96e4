"""Where and when a document was written, from the line that says so. A line of other words is refused."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Dateline:
    """Date and hour as printed, the one day they name, and the place without brackets."""

    date_text: str
    date: datetime.date | None
    place: str | None


@lru_cache(maxsize=4096)
def read(words: str) -> Dateline | None:
    """The dateline that `words` are; None when they are something else."""
    try:
        tree = _grammar().parse(words)
    except UnexpectedInput:
        return None
    return Dateline(_date_text(tree, words), only_date(_RECEIVED.split(words)[0]), _place(tree, words))


def dates_in(words: str) -> set[datetime.date]:
    """Every full date in running words."""
    found = set()
    for match in DATE.finditer(words):
        day, month, year = (
            match["day"] or match["day2"],
            match["month"] or match["month2"],
            match["year"] or match["year2"],
        )
        try:
            found.add(datetime.date(int(year), MONTHS.index(month) + 1, int(day)))
        except ValueError:  # 'June 31': misprinted, so no date
            continue
    return found


def only_date(words: str) -> datetime.date | None:
    """The one date in running words; None when there is none or several."""
    dates = dates_in(words)
    return dates.pop() if len(dates) == 1 else None


def _date_text(tree: Tree[Token], words: str) -> str:
    tokens = [token for part in tree.find_pred(lambda part: part.data in ("date", "hour")) for token in part.children]
    spans = [(token.start_pos or 0, token.end_pos or 0) for token in tokens if isinstance(token, Token)]
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    text = words[start:end]
    opened = text.count("[") - text.count("]")
    if opened > 0 and words[end : end + 1] == "]":
        return text + "]"
    return text


def _place(tree: Tree[Token], words: str) -> str | None:
    for part in tree.find_data("place"):
        named = [token for token in part.children if isinstance(token, Token) and token.type == "WORD"]
        if not named:
            return None
        return words[named[0].start_pos : named[-1].end_pos].replace("[", "").replace("]", "").strip(" ,.") or None
    return None


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("dateline.lark")
    return Lark(path.read_text(encoding="utf-8"), start="dateline", parser="lalr")
