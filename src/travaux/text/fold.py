"""Turns the tokens of one address into the places it names, by the rules of `address.lark`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Transformer
from lark import Token as Leaf

from travaux import numerals
from travaux.text.address import Address, Level, Step
from travaux.text.grammar import grammar
from travaux.text.joined import Item, joined
from travaux.text.numbered import listed, path_of
from travaux.text.scan import Token

GRAMMAR = grammar(Path(__file__).with_name("address.lark"))


def fold(tokens: Sequence[Token]) -> tuple[Address, ...]:
    """The places that tokens name which make an address by `lengths`."""
    return _folded(tuple((token.kind, token.words) for token in tokens))


@lru_cache(maxsize=4096)
def _folded(leaves: tuple[tuple[str, str], ...]) -> tuple[Address, ...]:
    parser = _parser().parse_interactive("")
    for kind, words in leaves:
        parser.feed_token(Leaf(kind, words))
    return _Places().transform(parser.feed_eof())


@lru_cache(maxsize=4096)
def lengths(kinds: tuple[str, ...]) -> tuple[int, ...]:
    """How many of a row of tokens make an address, the most first, by their kinds."""
    parser = _parser().parse_interactive("")
    accepted = []
    for count, kind in enumerate(kinds, 1):
        if kind not in parser.choices():
            break
        parser.feed_token(Leaf(kind, kind))
        if "$END" in parser.choices():
            accepted.append(count)
    return tuple(reversed(accepted))


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, start="address", parser="lalr")


class _Places(Transformer[Leaf, tuple[Address, ...]]):
    """Turns the tree of `address.lark` into the places it names."""

    def level(self, parts: list[Leaf]) -> Leaf:
        return parts[0]

    def link(self, parts: list[Leaf]) -> Leaf:
        return parts[0]

    def numbers(self, parts: list[Leaf]) -> list[Leaf]:
        return parts

    def ordinals(self, parts: list[Leaf]) -> list[Leaf]:
        return parts

    def numbered(self, parts: list[object]) -> Item:
        level, numbers = parts
        assert isinstance(level, Leaf) and isinstance(numbers, list)
        return Item(tuple(path_of(Level(level.type.lower()), one) for one in listed(numbers, level)))

    def bare(self, parts: list[list[Leaf]]) -> Item:
        numbers = listed(parts[0], parts[0][0])
        return Item(tuple((Step(Level.WHOLE, one),) for one in numbers), bare=True)

    def counted(self, parts: list[object]) -> Item:
        ordinals, level = parts
        assert isinstance(level, Leaf) and isinstance(ordinals, list)
        named = Level(level.type.lower())
        if ordinals[-1].type == "CARDINAL":
            return Item(((Step(named, _span(ordinals[0], ordinals[-1])),),))
        words = [token.lower() for token in ordinals if token.type == "ORDINAL"]
        return Item(tuple((Step(named, _usual(word)),) for word in words))

    def named(self, parts: list[Leaf]) -> Item:
        return Item(((Step(Level(parts[0].type.lower())),),))

    def opened(self, parts: list[Leaf]) -> Item:
        words = parts[0].strip('“”"').rstrip(",. ")
        return Item(((Step(Level(parts[1].type.lower()), words, quoted=True),),))

    def defined(self, parts: list[Leaf]) -> Item:
        return Item(((Step(Level.DEFINITION, parts[1].strip('“”"')),),))

    def portion(self, parts: list[Leaf]) -> Item:
        return Item(((Step(Level.PORTION, parts[0].lower()),),))

    def otherwise(self, parts: list[Leaf]) -> Item:
        return Item(())

    def address(self, parts: list[object]) -> tuple[Address, ...]:
        return joined(parts)


def _usual(ordinal: str) -> str:
    """One word for 'next to last' and its like."""
    return "penultimate" if ordinal.startswith(("next", "last but")) else ordinal


def _span(ordinal: Leaf, count: Leaf) -> str:
    """'first two' is '1-2', 'last two' stays in words."""
    number = numerals.value(count) or 1
    return f"1-{number}" if numerals.ordinal(ordinal) == 1 else f"{ordinal.lower()} {count.lower()}"
