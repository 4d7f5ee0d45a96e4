"""Reads addresses as people write them, by `address.lark`: 'second sentence of para 2 of Art. V'. Never guesses one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from travaux.errors import UnreadableAddress
from travaux.text.address import Address, Level
from travaux.text.fold import GRAMMAR, fold, lengths
from travaux.text.numbered import PLURAL
from travaux.text.scan import LEVELS, Token, scanner

# What an address counts or numbers; of the rest there is only one.
_COUNTED = frozenset(
    {Level.ARTICLE, Level.RECITAL, Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.SENTENCE, Level.CLAUSE, Level.POINT}
)

_USED = frozenset(
    {"COMMA", "AND", "OF", "TO", "NUMBER", "ORDINAL", "CARDINAL", "PORTION", "QUOTE", "OTHERWISE", "DEFINITION"}
    | {"DETERMINER"}
    | LEVELS
)


@dataclass(frozen=True, slots=True)
class Named:
    """What the address tokens `first` to `last` of a passage name: one place, or several."""

    addresses: tuple[Address, ...]
    first: int
    last: int


def parse(words: str) -> Address:
    """The address that `words` write, in any usual form. Raises UnreadableAddress for other words, and for several.

    >>> str(parse("second sentence of para 2 of Art. V"))
    'Article V, paragraph 2, second sentence'
    >>> str(parse("preamble"))
    'Preamble'
    """
    found = parse_all(words)
    if len(found) != 1:
        raise _unreadable(words, f"names {len(found)} places")
    if any(step.level in _COUNTED and not step.value for step in found[0].steps):
        raise _unreadable(words, "does not say which one")
    return found[0]


def parse_all(words: str) -> tuple[Address, ...]:
    """The addresses that `words` list. Raises UnreadableAddress for other words.

    >>> [str(one) for one in parse_all("Articles III to V")]
    ['Article III', 'Article IV', 'Article V']
    """
    told = words.strip().rstrip(".,;:")
    tokens = scanner(GRAMMAR, "address unsaid").scan(told, bare=True)
    found = read_at(tokens, 0)
    if found is None or found.last != len(tokens):
        raise _unreadable(words, "is not an address")
    return found.addresses


def _unreadable(words: str, why: str) -> UnreadableAddress:
    remedy = "Write it as in “Article VI”, “Article V, paragraph 2” or “third recital of the Preamble”."
    return UnreadableAddress(f"“{words}” {why}.", remedy=remedy)


def read_at(tokens: Sequence[Token], first: int) -> Named | None:
    """The longest address that begins at a token; None where none does."""
    last = first
    while last < len(tokens) and tokens[last].kind in _USED and not _is_run_on(tokens, first, last):
        last += 1
    kinds = _in_series([token for token in tokens[first:last] if token.kind != "DETERMINER"])
    for size in lengths(tuple(token.kind for token in kinds)):
        addresses = fold(kinds[:size])
        if addresses:
            end = kinds[size - 1].end
            return Named(addresses, first, next(i for i in range(first, last) if tokens[i].end >= end) + 1)
    return None


def _is_run_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a line break was lost before a token: 'ARTICLE 1paragraph 2' names an article, and then a paragraph."""
    glued = at > first and tokens[at].start == tokens[at - 1].end
    return glued and tokens[at - 1].kind == "NUMBER" and tokens[at].words[:1].isalpha() and tokens[at].kind != "NUMBER"


def _in_series(tokens: list[Token]) -> list[Token]:
    """Tokens whose commas and "and" between numbers, or between ordinals, are told from those between units."""
    tokens = [token for token, after in pairwise([*tokens, Token("END", "", 0, 0)]) if not _is_doubled(token, after)]
    told = []
    plural = False
    for index, token in enumerate(tokens):
        before = tokens[index - 1].kind if index else ""
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        if token.kind in LEVELS:
            plural = bool(PLURAL.search(token.words))
        numbers = before == after == "NUMBER" and (token.kind == "AND" or (token.kind == "COMMA" and plural))
        ordinals = before == after == "ORDINAL" and token.kind in ("AND", "COMMA")
        ranges = before == after == "NUMBER" and token.words.lower() == "to"
        kind = "SERIES" if numbers or ordinals else "TO" if ranges else token.kind
        told.append(token._replace(kind=kind))
    return told


def _is_doubled(token: Token, after: Token) -> bool:
    """The comma of ', and'."""
    return token.kind == "COMMA" and token.words == "," and after.kind == "AND"
