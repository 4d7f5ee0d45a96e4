"""The expressions that tell the shape of an order say what the grammar files say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from travaux.mandate import directives_shapes
from travaux.mandate.directives_shapes import shape

_KINDS = (
    "WHO MODAL ORDERED PLEASE REQUEST NOT BE ADVERB WORD IN OF TO AND COMMA IF LIMIT CLEAR REPORT CLEAR_DONE".split()
)


class _Given(Lexer):
    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: tuple[str, ...]) -> Iterator[Token]:  # type: ignore[override]
        return (Token(kind, kind) for kind in data)


def _parsers() -> list[Lark]:
    here = Path(directives_shapes.__file__).parent
    order = (here / "order.lark").read_text(encoding="utf-8")
    texts = [order + (here / f"{name}.lark").read_text(encoding="utf-8") for name in ("formal", "telegraphic")]
    return [Lark(text, start="start", parser="earley", lexer=_Given) for text in texts]


_PARSERS = _parsers()


def _parsed(kinds: tuple[str, ...]) -> str:
    for parser in _PARSERS:
        try:
            head = parser.parse(kinds).children[0]
        except UnexpectedInput:
            continue
        if isinstance(head, Tree):
            return str(head.data)
    return ""


@given(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=7).map(tuple))
def test_an_expression_tells_the_shape_that_a_parser_tells(kinds: tuple[str, ...]) -> None:
    assert shape(kinds) == _parsed(kinds)


@pytest.mark.parametrize(
    ("kinds", "name"),
    [("WHO MODAL CLEAR", "told"), ("MODAL BE CLEAR_DONE", "passive"), ("REPORT", "bare"), ("WORD WORD", "")],
)
def test_a_row_of_kinds_has_the_shape_of_its_rule(kinds: str, name: str) -> None:
    assert shape(tuple(kinds.split())) == name
