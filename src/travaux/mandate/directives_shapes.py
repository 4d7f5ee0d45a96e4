"""The shapes of orders: the grammar files made into expressions over the kinds of words, a letter a kind.

The rules repeat and choose and never nest, so that an expression says the same as they do, and tells it much sooner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Token
from lark.grammar import Rule, Symbol
from lark.lexer import Lexer

from travaux.text.grammar import grammar

_HERE = Path(__file__).parent
_DIALECTS = ("formal", "telegraphic")
#: The first of the letters that stand for kinds.
_LETTERS = 0x4E00


@lru_cache(maxsize=50_000)
def shape(kinds: tuple[str, ...]) -> str:
    """The shape of an order that is a row of kinds of words, '' where they are none."""
    letters, heads = _heads()
    said = "".join([letters.get(kind, " ") for kind in kinds])
    return next((name for name, expression in heads if expression.fullmatch(said)), "")


class _Unread(Lexer):
    """Stands where a lexer must: the kinds are told by `lexis.lark` and the files of verbs."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: object) -> Iterator[Token]:  # type: ignore[override]
        return iter(())


@cache
def _heads() -> tuple[Mapping[str, str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """A letter for each kind; the shapes, each with its expression, those of the formal grammar first."""
    order = grammar(_HERE / "order.lark")
    texts = [order + grammar(_HERE / f"{name}.lark") for name in _DIALECTS]
    read = [Lark(text, start="start", parser="earley", lexer=_Unread) for text in texts]
    names = sorted({each.name for shapes in read for rule in shapes.rules for each in rule.expansion if each.is_term})
    letters = {name: chr(_LETTERS + place) for place, name in enumerate(names)}
    found = []
    for shapes in read:
        rules: dict[str, list[Rule]] = {}
        for rule in shapes.rules:
            rules.setdefault(rule.origin.name, []).append(rule)
        found += [
            (str(rule.alias), re.compile(_row(rule.expansion, rules, letters)))
            for rule in sorted(rules["head"], key=lambda rule: rule.order)
        ]
    return letters, tuple(found)


def _row(symbols: Sequence[Symbol], rules: Mapping[str, list[Rule]], letters: Mapping[str, str]) -> str:
    """An expression for symbols that follow each other."""
    return "".join(letters[each.name] if each.is_term else _any_of(each.name, rules, letters) for each in symbols)


def _any_of(name: str, rules: Mapping[str, list[Rule]], letters: Mapping[str, str]) -> str:
    """An expression for a rule; one that begins with itself is a repetition."""
    begins = [rule.expansion for rule in rules[name] if not rule.expansion or rule.expansion[0].name != name]
    goes_on = [rule.expansion[1:] for rule in rules[name] if rule.expansion and rule.expansion[0].name == name]
    first = "|".join(dict.fromkeys(_row(each, rules, letters) for each in begins))
    again = "|".join(dict.fromkeys(_row(each, rules, letters) for each in goes_on))
    return f"(?:{first})(?:{again})*" if again else f"(?:{first})"
