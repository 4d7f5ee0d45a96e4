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
            return _one_of(_ways(node))
        case Near(terms, distance):
            ways = islice(product(*map(_ways, terms)), _MOST_WAYS)
            return _one_of(f"NEAR({' '.join(way)}, {distance})" for way in ways)
        case AnyOf(of):
            return _one_of(map(match, of))
        case AllOf(of, without):
            wanted = f"({' AND '.join(map(match, of))})"
            return f"({wanted} NOT {_one_of(map(match, without))})" if without else wanted


def _ways(term: Term) -> tuple[str, ...]:
    """The ways in which the index may have a term."""
    last = _LAST_WORD.search(term.words)
    if not term.prefix or not last:
        return (f'"{term.words}"',)
    head = term.words[: last.start()]
    stem, shorter = beginnings(last.group())
    return (f'"{head}{stem}" *', *(f'"{head}{each}"' for each in shorter))


def _one_of(expressions: Iterable[str]) -> str:
    joined = tuple(expressions)
    return joined[0] if len(joined) == 1 else f"({' OR '.join(joined)})"
