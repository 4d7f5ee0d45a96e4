"""Prepares the tokens of a sentence for the parser, whose time grows with the square of their number.

Words that no rule gives a meaning to are joined, and a sentence that cannot hold an order is not parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lark import Token
from lark.lark import PostLex

# Tokens that carry nothing by themselves where they stand among words without a meaning.
_SMALL = frozenset(
    "WORD _A AND _OF _THE FOR WITH _AT BE HAVE WHICH _COMMA _LPAR _RPAR NUMERAL LETTER LETTERED PAREN DASH SEMICOLON "
    "ONLY ADDITIONAL END _END_OF".split()
)
_VERBS = frozenset("SUBSTITUTE REPLACE INSERT ADD INCLUDE DELETE REWORD READ READS".split())
_PLACES = frozenset(
    "ARTICLE PARAGRAPH SUBPARAGRAPH SENTENCE RECITAL PREAMBLE ANNEX SECTION CHAPTER TITLE PAREN".split()
)
_PASSIVE = frozenset("MODAL BE HAVE".split())


class Gather(PostLex):
    """Joins runs of small tokens that begin and end with a word: 'on February 28, 1952 at' becomes one."""

    always_accept = ()

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        for small, tokens in groupby(stream, key=lambda token: token.type in _SMALL):
            run = list(tokens)
            yield from _joined(run) if small else run


def _joined(run: list[Token]) -> Iterator[Token]:
    words = [index for index, token in enumerate(run) if token.type == "WORD"]
    if not words:
        yield from run
        return
    first, last = words[0], words[-1]
    yield from run[:first]
    yield Token.new_borrow_pos("WORD", " ".join(run[first : last + 1]), run[first])
    yield from run[last + 1 :]


def may_order(tokens: Iterable[Token]) -> bool:
    """Whether a sentence can hold an order at all: in every rule the verb of change stands in one stretch with the
    wording that it brings, or for a deletion with the place or an auxiliary, without a word between that has no
    meaning."""
    for stretch in _stretches(tokens):
        kinds = {token.type for token in stretch}
        if kinds & _VERBS and "QUOTE" in kinds:
            return True
        if "DELETE" in kinds and kinds & (_PLACES | _PASSIVE):
            return True
        if "CONSIST" in kinds or {"CHANGES", "MADE"} <= kinds or {"MODAL", "USED"} <= kinds:
            return True
    return False


def _stretches(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens between words without a meaning."""
    for word, stretch in groupby(tokens, key=lambda token: token.type == "WORD"):
        if not word:
            yield list(stretch)
