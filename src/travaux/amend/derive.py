"""Reads a row of kinds by the rules of a grammar where they give it one tree only. Of several it chooses none: that is
the parser's to do, which takes ten times as long because it looks for the best.

The grammars are those of `shapes`: no rule within itself, but for the rows that '*' and '+' stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lark import Lark, Token, Tree
from lark.grammar import Rule

# One way to read a part of a row: where it ends, and what it is.
_Way = tuple[int, Any]


class Several(Exception):
    """A row has more than one tree."""


class Deriver:
    """The rules of a parser, and what makes a tree of each."""

    def __init__(self, parser: Lark) -> None:
        # What the parser itself makes trees with.
        self._made: dict[Rule, Callable[[list[Any]], Any]] = parser._callbacks
        self._rules: dict[str, list[Rule]] = {}
        for rule in parser.rules:
            self._rules.setdefault(str(rule.origin.name), []).append(rule)
        #: The kinds that what each rule reads can begin with.
        self.firsts = {name: self._opening(name) for name in self._rules}

    def derive(self, kinds: Sequence[str], *, start: str) -> Tree[Token] | None:
        """The tree of a row of kinds, each token a place in it; None where the grammar has none. Raises Several."""
        row = [Token(kind, str(place)) for place, kind in enumerate(kinds)]
        ways = _Reading(self._rules, self.firsts, self._made, row).ways(start, 0)
        trees = [tree for end, tree in ways if end == len(row)]
        if len(trees) > 1:
            raise Several
        return trees[0] if trees else None

    def _opening(self, name: str) -> frozenset[str]:
        """The kinds that what a rule reads can begin with; "" where it can be nothing."""
        found: set[str] = set()
        for rule in self._rules[name]:
            for symbol in rule.expansion:
                first = {symbol.name} if symbol.is_term else self._opening(symbol.name) if symbol.name != name else {""}
                found |= first - {""}
                if "" not in first:
                    break
            else:
                found.add("")
        return frozenset(found)


class _Reading:
    """One row as it is read: what each rule was found to read from a place on."""

    def __init__(
        self,
        rules: dict[str, list[Rule]],
        firsts: dict[str, frozenset[str]],
        made: dict[Rule, Callable[[list[Any]], Any]],
        row: Sequence[Token],
    ) -> None:
        self._rules, self._firsts, self._made, self._row = rules, firsts, made, row
        self._found: dict[tuple[str, int], list[_Way]] = {}

    def ways(self, name: str, start: int) -> list[_Way]:
        """The ways in which a rule reads the row from a place on."""
        found = self._found.get((name, start))
        if found is None:
            found = []
            again = [rule for rule in self._rules[name] if rule.expansion and rule.expansion[0].name == name]
            for rule in self._rules[name]:
                if rule not in again:
                    _add(found, self._made_of(rule, [(start, [])], rule.expansion))
            # A row goes on from each place where it may end; what is added here is come to as well.
            for end, tree in found:
                for rule in again:
                    _add(found, self._made_of(rule, [(end, [tree])], rule.expansion[1:]))
            self._found[name, start] = found
        return found

    def _made_of(self, rule: Rule, begun: list[tuple[int, list[Any]]], rest: Sequence[Any]) -> Iterable[_Way]:
        for symbol in rest:
            if symbol.is_term:
                begun = [(at + 1, [*parts, self._row[at]]) for at, parts in begun if self._kind(at) == symbol.name]
            else:
                begun = [
                    (end, [*parts, tree])
                    for at, parts in begun
                    if self._may_open(symbol.name, at)
                    for end, tree in self.ways(symbol.name, at)
                ]
            if not begun:
                break
        return ((end, self._made[rule]([_own(part) for part in parts])) for end, parts in begun)

    def _kind(self, at: int) -> str:
        return self._row[at].type if at < len(self._row) else ""

    def _may_open(self, name: str, at: int) -> bool:
        first = self._firsts[name]
        return "" in first or self._kind(at) in first


def _own(part: Tree[Token] | Token) -> Tree[Token] | Token:
    """A part for one tree alone: what the parser makes trees with puts more into the rows that a name with '_' is for,
    and other ways to read the kinds have the same row."""
    return Tree(part.data, list(part.children)) if isinstance(part, Tree) and part.data.startswith("_") else part


def _add(found: list[_Way], more: Iterable[_Way]) -> None:
    found += [way for way in more if way not in found]
