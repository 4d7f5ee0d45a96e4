"""Joins what an address names, item by item, into places: what comes after a comma is further in or beside, what comes
after 'of' further out; levels tell which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lark import Token as Leaf

from travaux import numerals
from travaux.text.address import RANKS, Address, Level, Step
from travaux.text.numbered import Steps, alone, deeper

#: The most places that one address may name: lists within lists multiply, and nobody writes so many.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """The paths that one item names, side by side; `bare`: numbers whose level comes from what stands before."""

    paths: tuple[Steps, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Places side by side: `paths` as they name themselves, `shared` what they have of the place named before them, and
    the rank of the level that was last put outside ('... in Section III')."""

    paths: tuple[Steps, ...]
    shared: Steps = ()
    outside: int | None = None

    @property
    def places(self) -> tuple[Address, ...]:
        """The places in full."""
        outermost = RANKS[self.paths[0][0].level]
        shared = tuple(step for step in self.shared if RANKS[step.level] < outermost)
        return tuple(Address((*shared, *path)) for path in self.paths)


def joined(parts: Sequence[object]) -> tuple[Address, ...]:
    """The places of a row of items: what comes after a comma is further in or beside, what comes after 'of' further
    out; levels tell which. None where they are no address, or too many."""
    rows: list[Row] = []
    link = ""
    for part in parts:
        if isinstance(part, Leaf):
            link = part.type
        elif isinstance(part, Item) and part.paths:
            if _is_beside(rows, part, link):
                return ()
            rows = _with(rows, part, link)
            if sum(len(row.paths) for row in rows) > _MOST:
                return ()
            link = ""
    return tuple(place for row in rows for place in row.places)


def _is_beside(rows: list[Row], item: Item, link: str) -> bool:
    """Whether a unit follows one of its kind with nothing between: 'Article 6 Article 5' is a caption and a place."""
    return bool(rows) and not link and not item.bare and item.paths[0][0].level is rows[-1].paths[0][0].level


def _with(rows: list[Row], item: Item, link: str) -> list[Row]:
    if not rows or item.bare:
        return _with_numbers(rows, item)
    *before, row = rows
    if _holds_no_articles(row, item):
        # 'the Preamble, Article IV and Article VI'
        return [*rows, Row(item.paths)]
    if row.paths == ((Step(Level.TITLE),),) and link == "OF":
        row = replace(row, paths=((Step(Level.HEADING),),))
    rank, outermost, innermost = (RANKS[step.level] for step in (item.paths[0][0], row.paths[0][0], row.paths[0][-1]))
    if rank < outermost and link != "AND":
        # 'paragraph 2 of Article V', 'paragraph 6, Annex I'; 'paragraphs 1 and 3 of Article V' has it for both.
        return [*(_outside(one, item, rank) for one in before), _outside(row, item, rank)]
    if link != "AND" and (rank > innermost or (row.outside is not None and rank > row.outside)):
        return [*before, _inside(row, item)]
    if link in ("COMMA", "") and rank == innermost == RANKS[Level.SUBPARAGRAPH] and len(row.paths[0]) > 1:
        # 'paragraph 1(i), subparagraphs (b) and (c)'
        below = tuple(tuple(Step(Level.POINT, step.value) for step in path) for path in item.paths)
        return [*before, _inside(row, Item(below))]
    return rows if link == "OF" else [*rows, Row(item.paths, (*row.shared, *row.paths[0]))]


def _with_numbers(rows: list[Row], item: Item) -> list[Row]:
    """Rows with an item of numbers alone, which count what comes under the step before them, or begin a row."""
    if not rows or (item.bare and _is_article(rows[-1], item, listed=len(rows) > 1)):
        # 'Articles IV paragraph 3, IX/1, XI/9(A)'
        return [*rows, Row(tuple(alone(path) for path in item.paths) if item.bare else item.paths)]
    *before, row = rows
    paths = tuple((*outer, *deeper(outer, path)) for outer in row.paths for path in item.paths)
    return [*before, replace(row, paths=paths)]


def _holds_no_articles(row: Row, item: Item) -> bool:
    """Whether an article is named after the preamble, which has none."""
    return item.paths[0][0].level is Level.ARTICLE and any(step.level is Level.PREAMBLE for step in row.paths[-1])


def _is_article(row: Row, item: Item, *, listed: bool) -> bool:
    """Whether a bare Roman number counts the articles and not what is in the last one named, or in one of a list."""
    last = row.paths[-1]
    deep = len(last) > 1 or listed
    within = last[0].level is Level.ARTICLE and deep and bool(numerals.from_roman(last[0].value))
    return within and all(re.match(r"[IVXLC]+(?![A-Za-z])", path[0].value) for path in item.paths)


def _outside(row: Row, item: Item, rank: int) -> Row:
    """The row within the places of an item."""
    if RANKS[row.paths[0][0].level] <= rank:
        return row
    shared = tuple(step for step in row.shared if RANKS[step.level] < rank)
    return Row(tuple((*path, *steps) for path in item.paths for steps in row.paths), shared, rank)


def _inside(row: Row, item: Item) -> Row:
    """The places of an item within the row, each step where its level belongs."""
    paths = tuple((*steps, *path) for steps in row.paths for path in item.paths)
    if row.outside is not None:
        paths = tuple(tuple(sorted(path, key=lambda step: RANKS[step.level])) for path in paths)
    return replace(row, paths=paths)
