"""Which rows of chunks are orders, and how a sentence is parted into clauses."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from travaux.amend import clauses as reader
from travaux.amend.chunks import chunks
from travaux.amend.clauses import DIALECTS, Clause, clauses
from travaux.amend.derive import Several
from travaux.amend.shapes import Shape

GRAMMARS = {dialect: reader._grammar(dialect) for dialect in DIALECTS}

# What the rules of each name: the declarations, and what stands behind "//", are no rules.
NAMED = {
    dialect: sorted(set(re.findall(r"\b[A-Z][A-Z_]+\b", re.sub(r"//[^\n]*|%declare[^\n]*", "", grammar))))
    for dialect, grammar in GRAMMARS.items()
}
KINDS = sorted({kind for named in NAMED.values() for kind in named})
SHAPES = {dialect: Shape(grammar, "start") for dialect, grammar in GRAMMARS.items()}


def _written(dialect: str) -> st.SearchStrategy[list[str]]:
    """Rows of kinds that the grammar of a dialect writes, by its own rules."""
    grammar = Lark(GRAMMARS[dialect], start="start", parser="earley", lexer="dynamic")
    each = {kind: st.just(f"{kind} ") for kind in NAMED[dialect]}
    return from_lark(grammar, start="start", explicit=each).map(str.split)


@st.composite
def _rows(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A dialect and a row of kinds: one that it writes, one a little changed, or any."""
    dialect = draw(st.sampled_from(DIALECTS))
    row = draw(st.one_of(_written(dialect), st.lists(st.sampled_from(KINDS), min_size=1, max_size=6)))[:12]
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(row) - 1))
        row[place : place + draw(st.integers(0, 1))] = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=1))
    return dialect, row


@given(_rows())
def test_a_shape_accepts_exactly_the_rows_that_the_parser_accepts(drawn: tuple[str, list[str]]) -> None:
    dialect, row = drawn
    shape = SHAPES[dialect]

    accepted = shape.accepts(shape.row(row), 0, len(row))

    assert accepted == (reader._best(dialect, tuple(row)) is not None)


@given(_rows())
def test_a_row_with_one_tree_has_the_one_that_the_parser_finds(drawn: tuple[str, list[str]]) -> None:
    dialect, row = drawn

    try:
        tree = reader._deriver(dialect).derive(row, start="start")
    except Several:
        # Then the parser chooses.
        return

    assert tree == reader._best(dialect, tuple(row))


@given(st.sampled_from(DIALECTS).flatmap(lambda dialect: st.tuples(st.just(dialect), _written(dialect))))
def test_a_shape_accepts_every_row_that_the_grammar_writes(drawn: tuple[str, list[str]]) -> None:
    dialect, row = drawn
    shape = SHAPES[dialect]

    assert shape.accepts(shape.row(row), 0, len(row))


def test_a_shape_accepts_no_kind_that_its_grammar_does_not_name() -> None:
    shape = Shape("start: DELETE UNIT", "start")

    assert shape.accepts(shape.row(["DELETE", "UNIT"]), 0, 2)
    assert not shape.accepts(shape.row(["DELETE", "TANK"]), 0, 2)


def test_a_shape_looks_at_a_part_of_a_row() -> None:
    shape = Shape("start: DELETE UNIT?", "start")
    row = shape.row(["UNIT", "DELETE", "UNIT"])

    assert shape.accepts(row, 1, 3)
    assert not shape.accepts(row, 0, 3)


def _read(words: str) -> list[tuple[str, str]]:
    return [(one.dialect, one.rule) for one in clauses(chunks(words))]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Delete Article 4", [("telegraphic", "removed")]),
        ("Article 4 shall be deleted", [("formal", "removed")]),
        ("Replace “quay” with “pier”", [("telegraphic", "replaced")]),
        ("The word “quay” shall be replaced by “pier”", [("formal", "replaced")]),
        ("Article 4 becomes Article 5", [("formal", "becomes")]),
        ("In Article 2, at the end of paragraph 6, add “by night”", [("formal", "context"), ("telegraphic", "added")]),
        ("Proposed wording: “The ferry runs.”", [("telegraphic", "offered")]),
        ("Delete title word “preamble”", [("telegraphic", "removed_in")]),
    ],
)
def test_orders_are_read_by_the_rule_of_a_dialect(words: str, read: list[tuple[str, str]]) -> None:
    assert _read(words) == read


def test_a_sentence_without_any_word_of_an_order_has_at_most_a_place() -> None:
    assert all(rule == "context" for _, rule in _read("The pilots of Article 4 were much pleased"))


def _overlap(found: tuple[Clause, ...]) -> bool:
    return any(one.last > other.first for one, other in itertools.pairwise(found))


_WORDS = "delete|replace|insert|Article 4|para 2|“quay”|“pier”|with|after|and|in|,|the pilot".split("|")


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
def test_clauses_stand_in_order_and_share_no_chunk(words: list[str]) -> None:
    found = clauses(chunks(" ".join(words)))

    assert not _overlap(found)
    assert [one.first for one in found] == sorted(one.first for one in found)
