"""Turns a query into the language of SQLite's full-text search. Every word is in quotes there, so none is a sign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, product

from travaux.desk.search.query import AllOf, AnyOf, Near, Node, Term
from travaux.desk.search.stems import beginnings

_LAST_WORD = re.compile(r"[^\W_]+$")
# Words near each other that begin so may each be found in some ways; so many ways together are enough.
_MOST_WAYS = 16


def match(node: Node) -> str:
    """The node as an expression of FTS5."""
    match node:
        case Term():
            return _one_of(_quoted(node))
        case Near(terms, distance):
            together = islice(product(*map(_quoted, terms)), _MOST_WAYS)
            return _one_of(f"NEAR({' '.join(way)}, {distance})" for way in together)
        case AnyOf(of):
            return _one_of(map(match, of))
        case AllOf(of, without):
            wanted = f"({' AND '.join(map(match, of))})"
            return f"({wanted} NOT {_one_of(map(match, without))})" if without else wanted


def ways(term: Term) -> tuple[tuple[str, bool], ...]:
    """The ways in which an index of stems may have a term: words, and whether the last of them is a beginning."""
    last = _LAST_WORD.search(term.words)
    if not term.prefix or not last:
        return ((term.words, False),)
    head = term.words[: last.start()]
    stem, shorter = beginnings(last.group())
    return (f"{head}{stem}", True), *((f"{head}{each}", False) for each in shorter)


def _quoted(term: Term) -> list[str]:
    return [f'"{words}" *' if prefix else f'"{words}"' for words, prefix in ways(term)]


def _one_of(expressions: Iterable[str]) -> str:
    joined = tuple(expressions)
    return joined[0] if len(joined) == 1 else f"({' OR '.join(joined)})"
