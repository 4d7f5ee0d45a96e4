"""A sentence as a row of what it tells of instruments, by the grammar `told.lark`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Token

from travaux.text.grammar import grammar


@dataclass(frozen=True, slots=True)
class ToldItem:
    """What stands from `start` to `end` of a sentence. `kind` is the name of a terminal of the grammar."""

    kind: str
    words: str
    start: int
    end: int


@lru_cache(maxsize=256)
def told_items(sentence: str) -> tuple[ToldItem, ...]:
    """What a sentence tells of, in order.

    >>> [item.kind for item in told_items("The Ferry Treaty was signed at Tessenay on July 9, 1963.")]
    ['TITLE', 'VERB', 'SIGNED', 'DATE']
    """
    tokens = [part for part in _parser().parse(sentence).children if isinstance(part, Token)]
    return tuple(ToldItem(token.type, str(token), token.start_pos or 0, token.end_pos or 0) for token in tokens)


@cache
def _parser() -> Lark:
    return Lark(grammar(Path(__file__).with_name("told.lark")), parser="lalr", lexer="basic")
