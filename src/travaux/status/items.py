"""A sentence of final clauses as a row of what it speaks of, by the grammar `final_clauses.lark`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.record.when import when
from travaux.status.terms import Delay, Landing, Period, Unit
from travaux.text.grammar import grammar
from travaux.text.number_words import number_of

DELAY, PERIOD = "DELAY", "PERIOD"


@dataclass(frozen=True, slots=True)
class Item:
    """What stands from `start` to `end` of a sentence. `kind` is the name of a terminal, or DELAY or PERIOD."""

    kind: str
    words: str
    start: int
    end: int
    delay: Delay | None = None
    number: int | None = None
    date: datetime.date | None = None

    @property
    def period(self) -> Period | None:
        """The period of an item that has one."""
        return self.delay.period if self.delay else None


def has(row: Sequence[Item], *kinds: str) -> bool:
    """Whether a row has an item of one of these kinds."""
    return any(item.kind in kinds for item in row)


@lru_cache(maxsize=4096)
def items(sentence: str) -> tuple[Item, ...]:
    """What a sentence speaks of, in order."""
    parts = _parts(_HYPHEN.sub(" ", sentence))
    return tuple(_item(each, sentence) for part in parts for each in _held_together(part, sentence))


def _held_together(part: Tree[Token] | Token, sentence: str) -> list[Tree[Token] | Token]:
    """A part; its words one by one where others between them tell that they are no time ('the third Monday of the
    month')."""
    if isinstance(part, Token) or part.data == "word":
        return [part]
    tokens = [each for each in part.children if isinstance(each, Token)]
    gaps = (sentence[one.end_pos : other.start_pos] for one, other in pairwise(tokens))
    return [part] if all(map(_BETWEEN.fullmatch, gaps)) else [Tree("word", [token]) for token in tokens]


def _parts(sentence: str) -> list[Tree[Token] | Token]:
    """The parts of a sentence. Where what began like a time goes on otherwise ('the first day of the second session'),
    the parser has gone too far: the sentence is then read in two, cut before the last word with which it can end."""
    try:
        return list(_parser().parse(sentence).children)
    except UnexpectedInput as error:
        tokens = list(_parser().lex(sentence))
        failed = next((at for at, token in enumerate(tokens) if token.start_pos == error.pos_in_stream), len(tokens))
    for at in range(failed, 0, -1):
        cut = tokens[at].start_pos or 0 if at < len(tokens) else len(sentence)
        with suppress(UnexpectedInput):
            before = list(_parser().parse(sentence[:cut]).children)
            return before if at == len(tokens) else [*before, *_parts(" " * cut + sentence[cut:])]
    return [Tree("word", [token]) for token in tokens]


#: 'five-year', which counts years.
_HYPHEN = re.compile(r"(?i)(?<=[a-z0-9])-(?=(?:days?|weeks?|months?|years?)\b)")


#: What may stand between the words of a time.
_BETWEEN = re.compile(
    r"(?i)\W*(?:(?:calendar|full|clear|consecutive|whole|further|additional|more|successive|complete|completed|working|business|"
    r"of|the|a|an|each|any|every|that|this|such|day|date|next|immediately|and|in|from|on|period|time|initial|first|"
    r"minimum|at|least|not|less|than|about|interval|term|delay|calculated|beginning|to)\W*)*"
)


@cache
def _parser() -> Lark:
    return Lark(grammar(Path(__file__).with_name("final_clauses.lark")), parser="lalr", lexer="basic")


def _item(part: Tree[Token] | Token, sentence: str) -> Item:
    tokens = [part] if isinstance(part, Token) else [each for each in part.children if isinstance(each, Token)]
    start, end = tokens[0].start_pos or 0, tokens[-1].end_pos or 0
    rule = "word" if isinstance(part, Token) else part.data
    words = sentence[start:end]
    if rule == "word":
        return _word(tokens[0], start, end)
    delay = _DELAYS[rule](tokens)
    return Item(PERIOD if rule == "period" else DELAY, words, start, end, delay)


def _word(token: Token, start: int, end: int) -> Item:
    number = number_of(token) if token.type in ("NUM", "ORD") else None
    return Item(token.type, str(token), start, end, None, number, _date(token) if token.type == "DATE" else None)


#: 'the twenty-first day of', as a date begins.
_DAY_IN_WORDS = re.compile(r"(?i)^(?:the )?([a-z]+(?:[- ](?!day|of)[a-z]+)?)(?=(?: day)?(?: of)? [a-z]+,? ?\d{4}$)")


def _date(words: str) -> datetime.date | None:
    words = _DAY_IN_WORDS.sub(lambda found: f"{number_of(found.group(1)) or found.group()}", words)
    apart = re.sub(r"(?<=\d)(?=[A-Za-z]{3})|(?<=[a-z])(?=\d)", " ", words)
    plain = re.sub(r"(?i)(?<=\d)(st|nd|rd|th)\b|\b(day|of)\b", "", apart)
    figures = re.fullmatch(r"(\d+)[./](\d+)[./](\d{4})", plain)
    if figures:
        day, month, year = map(int, figures.groups())
        try:
            return datetime.date(year, month, day)
        except ValueError:
            return None
    found = when(" ".join(plain.replace(",", ", ").split()).replace(" ,", ",").title())
    return found.first if found and found.first == found.last else None


def _unit(token: Token) -> Unit:
    for unit in Unit:
        if unit.value in token.lower():
            return unit
    if token.lower().startswith("anniversary"):
        return Unit.YEAR
    raise ValueError(f"{token} is no unit of time")


def _of_type(tokens: list[Token], kind: str) -> list[Token]:
    return [token for token in tokens if token.type == kind]


def _period(tokens: list[Token]) -> Delay:
    return Delay(Period(_number(_of_type(tokens, "NUM")[-1]), _unit(_of_type(tokens, "UNIT")[-1])))


def _number(token: Token) -> int:
    """The number that the grammar took a token for; it takes none that has no value."""
    number = number_of(token)
    if number is None:
        raise ValueError(f"{token} is no number")
    return number


def _nth(tokens: list[Token]) -> Delay:
    """'on the thirtieth day after': that many days from it."""
    return Delay(Period(_number(tokens[0]), _unit(tokens[1])))


def _of_month(tokens: list[Token]) -> Delay:
    """'the first day of the second month following': the beginning of the month after one more."""
    ordinals, units = _of_type(tokens, "ORD"), _of_type(tokens, "UNIT")
    number = _number(ordinals[1]) if len(ordinals) > 1 else 1
    landing = Landing.YEAR_BEGINS if _unit(units[1]) is Unit.YEAR else Landing.MONTH_BEGINS
    unit = Unit.YEAR if landing is Landing.YEAR_BEGINS else Unit.MONTH
    return Delay(Period(number - 1, unit) if number > 1 else None, landing)


def _of_named_month(tokens: list[Token]) -> Delay:
    landing = Landing.YEAR_BEGINS if tokens[2].lower() == "january" else Landing.MONTH_BEGINS
    return Delay(None, landing)


def _of_month_after(tokens: list[Token]) -> Delay:
    """'the first day of the month following the expiration of three months after'"""
    period = _period(tokens[-3:] if tokens[-1].type == "AFTER" else tokens[-2:]).period
    return Delay(period, Landing.MONTH_BEGINS)


def _of_year(tokens: list[Token]) -> Delay:
    return Delay(None, Landing.YEAR_BEGINS)


_DELAYS: dict[str, Callable[[list[Token]], Delay]] = {
    "period": _period,
    "nth": _nth,
    "of_month": _of_month,
    "of_named_month": _of_named_month,
    "of_month_after": _of_month_after,
    "of_year": _of_year,
    "next_day": lambda tokens: Delay(None, Landing.NEXT_DAY),
    "expiry_of": _period,
    "expiry_of_nth": lambda tokens: _nth(tokens[1:]),
}
