"""Reads chunks as clauses that order a change, by the grammar of a dialect. Chunks that fit into none are left over.

`instruction.lark` holds what the dialects share; `formal.lark` and `telegraphic.lark` each hold one way of giving
orders. Of several ways to part a sentence into clauses the one that leaves the fewest words of change over is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from travaux.amend.chunk import Chunk
from travaux.amend.derive import Deriver, Several
from travaux.amend.shapes import Shape
from travaux.text.grammar import grammar

DIALECTS = ("formal", "telegraphic")
_HERE = Path(__file__).parent
_VERBS = frozenset(
    "SUBSTITUTE REPLACE INSERT DELETE REWORD BECOME RENUMBER MOVE REVERSE RETAIN CONSIST USE MAKE CHANGES "
    "OFFERED".split()
)
# What a sentence must hold to order anything; others may still name a place.
_ORDERING = _VERBS | {"INSTEAD", "INTRO", "TEXT", "READ", "FOR", "AFTER", "BEFORE", "AT_END", "WORDS"}
_LONGEST = 22
_CONNECTING = ("FOR", "INSTEAD", "BY", "AFTER", "BEFORE", "BETWEEN", "AT_END", "AT_START", "THEREFOR", "INTRO")
# What a clause is worth: wording, words of change and places that it explains; fewer clauses are better than many, and
# one without a word of change is the last resort.
_WORTH = {
    "WORDS": 10,
    "TEXT": 10,
    "UNIT": 3,
    "NEW": 3,
    **dict.fromkeys(_VERBS, 10),
    **dict.fromkeys(_CONNECTING, 1),
    "EVERYWHERE": 3,
}
_COST, _COST_OF_CONTEXT, _COST_VERBLESS, _COST_OF_LAST_RESORT = 4, 1, 7, 14
_VERBLESS = frozenset({"bare", "recast", "added_again", "put_for_again", "removed_here"})
_LAST_RESORT = frozenset({"added_same"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One order, or the naming of a place: the rule of the grammar it was read by, and its tree over the chunks from
    `first` to `last`."""

    rule: str
    tree: Tree[Token]
    chunks: tuple[Chunk, ...]
    first: int
    last: int
    dialect: str


class _Part(NamedTuple):
    """A clause by the kinds of its chunks alone: `places` are theirs in the sentence."""

    tree: Tree[Token]
    places: tuple[int, ...]
    dialect: str

    @property
    def rule(self) -> str:
        return str(self.tree.data)


def clauses(sentence: Sequence[Chunk]) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order."""
    return tuple(
        Clause(
            part.rule,
            part.tree,
            tuple(sentence[place] for place in part.places),
            part.places[0],
            part.places[-1] + 1,
            part.dialect,
        )
        for part in _parted(tuple([chunk.kind for chunk in sentence]))
    )


@lru_cache(maxsize=20_000)
def _parted(sentence: tuple[str, ...]) -> tuple[_Part, ...]:
    """How a sentence is parted into clauses, by the kinds of its chunks: many sentences are built alike."""
    places = [place for place, kind in enumerate(sentence) if kind != "COMMA"]
    kinds = tuple(sentence[place] for place in places)
    worths = tuple(accumulate((_WORTH.get(kind, 0) for kind in kinds), initial=0))
    if worths[-1] <= _COST_OF_CONTEXT:
        return ()
    rows = _Rows(kinds)
    best: list[tuple[int, tuple[_Part, ...]]] = [(0, ())]
    for last in range(1, len(places) + 1):
        # A chunk that no clause takes is left over.
        chosen = best[last - 1]
        for first in rows.firsts(max(0, last - _LONGEST), last):
            told = best[first][0] + worths[last] - worths[first]
            if told - chosen[0] <= _COST_OF_CONTEXT:
                continue
            for dialect in rows.dialects(first, last, told - chosen[0]):
                clause = _clause(sentence, places[first:last], dialect)
                worth = told - _cost(clause) if clause else 0
                if clause and worth > chosen[0]:
                    chosen = (worth, (*best[first][1], clause))
        best.append(chosen)
    return best[-1][1]


class _Rows:
    """The kinds of a sentence as rows of each shape. What cannot gain anything is not looked at."""

    def __init__(self, kinds: Sequence[str]) -> None:
        shapes = _shapes() if _ORDERING.intersection(kinds) else ()
        self._orders = [_Row(shape, kinds, dialect, "start") for dialect, shape in shapes]
        self._context = _Row(_context(), kinds, DIALECTS[0], "context")
        self._firsts = sorted(self._context.firsts.union(*(row.firsts for row in self._orders)))

    def firsts(self, first: int, last: int) -> Sequence[int]:
        """The kinds from `first` on and before `last` that a clause can begin with."""
        return self._firsts[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def dialects(self, first: int, last: int, gain: int) -> Iterator[str]:
        """The dialects that read the kinds from `first` to `last` as a clause worth more than it costs, where it gains
        that much before its cost."""
        if self._context.accepts(first, last):
            yield DIALECTS[0]
        elif gain > _COST:
            yield from (row.dialect for row in self._orders if row.accepts(first, last))


class _Row:
    """The kinds of a sentence as a row of one shape, and where in it something begins that the shape accepts."""

    def __init__(self, shape: Shape, kinds: Sequence[str], dialect: str, rule: str) -> None:
        self.dialect, self._shape, self._row = dialect, shape, shape.row(kinds)
        opening = _deriver(dialect).firsts[rule]
        may_begin = [first for first, kind in enumerate(kinds) if kind in opening]
        self.firsts = frozenset([first for first in may_begin if shape.begins(self._row, first)])

    def accepts(self, first: int, last: int) -> bool:
        """Whether the shape accepts the kinds from `first` to `last`."""
        return first in self.firsts and self._shape.accepts(self._row, first, last)


def _clause(sentence: Sequence[str], places: list[int], dialect: str) -> _Part | None:
    """The clause that the chunks at some places make; None where they belong to another, or the parser refuses them."""
    first, last = places[0], places[-1] + 1
    if _belongs_to_next(sentence, first, last):
        return None
    if sentence[first] == "UNIT" and first and sentence[first - 1] in ("IN", "TO"):
        # 'In Article 2 add ...': where, not what.
        return None
    tree = _parsed(dialect, tuple(sentence[place] for place in places))
    return _Part(tree, tuple(places), dialect) if tree is not None else None


def _cost(clause: _Part) -> int:
    if clause.rule == "context":
        return _COST_OF_CONTEXT
    if clause.rule in _LAST_RESORT:
        return _COST_OF_LAST_RESORT
    return _COST_VERBLESS if clause.rule in _VERBLESS else _COST


def _belongs_to_next(sentence: Sequence[str], first: int, last: int) -> bool:
    """Whether a stretch ends with a place that opens the next order: '“...” and in line 2, insert ...'."""
    if last - first < 4 or last + 1 >= len(sentence) or sentence[last - 1] != "UNIT":
        return False
    if sentence[last - 2] != "IN" or sentence[last - 3] not in ("WORDS", "COMMA", "AND"):
        return False
    after = sentence[last + 1] if sentence[last] == "COMMA" else sentence[last]
    return after in _VERBS or (after == "WORDS" and sentence[last - 3] != "WORDS")


class _Given(Lexer):
    """Hands the kinds of chunks to the parser; each token's value is the chunk's place in the clause."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: tuple[str, ...]) -> Iterator[Token]:  # type: ignore[override]
        return (Token(kind, str(place)) for place, kind in enumerate(data))


@cache
def _grammar(dialect: str) -> str:
    return "".join(grammar(_HERE / f"{name}.lark") for name in ("instruction", dialect))


@cache
def _shapes() -> tuple[tuple[str, Shape], ...]:
    return tuple((dialect, Shape(_grammar(dialect), "start")) for dialect in DIALECTS)


@cache
def _context() -> Shape:
    return Shape(_grammar("formal"), "context")


@cache
def _parser(dialect: str) -> Lark:
    return Lark(_grammar(dialect), start="start", parser="earley", lexer=_Given)


@cache
def _deriver(dialect: str) -> Deriver:
    return Deriver(_parser(dialect))


@lru_cache(maxsize=20_000)
def _parsed(dialect: str, kinds: tuple[str, ...]) -> Tree[Token] | None:
    try:
        tree = _deriver(dialect).derive(kinds, start="start")
    except Several:
        tree = _best(dialect, kinds)
    clause = tree.children[0] if tree else None
    return clause if isinstance(clause, Tree) else None


def _best(dialect: str, kinds: tuple[str, ...]) -> Tree[Token] | None:
    """The best of several trees of a row, as the parser weighs them."""
    try:
        return _parser(dialect).parse(kinds)
    except UnexpectedInput:
        return None
