"""Turns a grammar of clauses into one regular expression over kinds of chunks: a quick look that spares most rows of
chunks the parser. It accepts what the grammar accepts; the parser alone says how it is built.

The grammars are plain ones: names, brackets, alternatives, '?', '*' and '+', and no rule within itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_RULE = re.compile(r"^[?!]?(?P<name>_?[a-z]\w*)(?:\.-?\d+)?:(?P<body>.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_SIGN = re.compile(r"[A-Za-z_]+|[()|?*+]")


class Shape:
    """The rows of kinds that a rule of a grammar accepts."""

    def __init__(self, grammar: str, rule: str) -> None:
        rules = _rules(grammar)
        kinds = sorted({sign for body in rules.values() for sign in _SIGN.findall(body) if _is_kind(sign)})
        self._codes = {kind: chr(0x100 + index) for index, kind in enumerate(kinds)}
        self._row = re.compile(_expression(rule, rules, self._codes))

    def row(self, kinds: Sequence[str]) -> str:
        """Kinds as a row that `accepts` reads."""
        return "".join(self._codes.get(kind, "\x00") for kind in kinds)

    def begins(self, row: str, first: int) -> bool:
        """Whether the rule accepts some kinds of a row from `first` on."""
        return self._row.match(row, first) is not None

    def accepts(self, row: str, first: int, last: int) -> bool:
        """Whether the rule accepts the kinds from `first` to `last` of a row."""
        return self._row.fullmatch(row, first, last) is not None


def _rules(grammar: str) -> dict[str, str]:
    plain = re.sub(r"//[^\n]*|->\s*\w+", "", grammar)
    return {match["name"]: match["body"] for match in _RULE.finditer(plain)}


def _is_kind(sign: str) -> bool:
    return sign[0] not in "()|?*+" and sign.isupper()


def _expression(name: str, rules: Mapping[str, str], codes: Mapping[str, str]) -> str:
    pieces = []
    for sign in _SIGN.findall(rules[name]):
        if _is_kind(sign):
            pieces.append(codes[sign])
        elif sign in rules:
            pieces.append(_expression(sign, rules, codes))
        else:
            pieces.append("(?:" if sign == "(" else sign)
    return f"(?:{''.join(pieces)})"
