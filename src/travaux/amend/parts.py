"""Takes a clause apart: the things that it is about, in order, and what it says of their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lark import Token, Tree

from travaux.amend.chunk import Chunk, Wording
from travaux.amend.clauses import Clause
from travaux.amend.operations import Place, Where
from travaux.amend.targets import within
from travaux.text.address import RANKS, Address


@dataclass(frozen=True, slots=True)
class Thing:
    """What a clause is about: wording, a unit, or a new one (`units` its address where it has one)."""

    quoted: tuple[Wording, ...] = ()
    units: tuple[Address, ...] = ()
    new: bool = False
    noun: str = ""

    @property
    def is_unit(self) -> bool:
        """Whether it names a unit and quotes nothing."""
        return bool(self.units) and not self.quoted


@dataclass(frozen=True, slots=True)
class Location:
    """The places that go with a clause; `instead`: what is new comes where something went."""

    units: tuple[Address, ...] = ()
    place: Place | None = None
    throughout: bool = False
    instead: bool = False


_THINGS = frozenset({"wording", "unit", "stretch", "announced", "quoted", "incoming", "payload", "words"})


def parts(clause: Clause) -> tuple[tuple[Thing, ...], Location]:
    """What a clause is about, without its modifiers, and where its modifiers place it."""
    return tuple(_things(clause.tree, clause.chunks)), _location(clause.tree, clause.chunks)


def _things(tree: Tree[Token], chunks: Sequence[Chunk]) -> Iterator[Thing]:
    for child in tree.children:
        if isinstance(child, Token):
            if child.type in ("UNIT", "NEW"):
                yield _thing([chunks[int(child)]])
        elif child.data in _THINGS:
            yield _thing([chunks[int(token)] for token in child.scan_values(lambda value: isinstance(value, Token))])


def _thing(told: Sequence[Chunk]) -> Thing:
    quoted = tuple(wording for chunk in told for wording in chunk.quoted)
    units = tuple(one for chunk in told if chunk.kind in ("UNIT", "NEW") for one in chunk.addresses)
    noun = next((chunk.noun for chunk in told if chunk.noun), "")
    return Thing(quoted, units, any(chunk.kind == "NEW" for chunk in told), noun)


def _location(tree: Tree[Token], chunks: Sequence[Chunk]) -> Location:
    found = Location()
    for node in _from_the_top(tree):
        modify = _MODIFIERS.get(str(node.data))
        if modify is not None:
            found = modify(found, [chunks[int(token)] for token in node.children if isinstance(token, Token)])
    return found


def _from_the_top(tree: Tree[Token]) -> Iterator[Tree[Token]]:
    yield tree
    for child in tree.children:
        if isinstance(child, Tree):
            yield from _from_the_top(child)


Modifier = Callable[[Location, Sequence[Chunk]], Location]


def _named(told: Sequence[Chunk]) -> tuple[Address, ...]:
    return next((chunk.addresses for chunk in told if chunk.addresses), ())


def _within(found: Location, told: Sequence[Chunk]) -> Location:
    units = told[-1].addresses
    if units and found.units:
        # 'at the end of the first sentence, in Article 3': the one further out completes the other.
        outer = RANKS[units[0].steps[0].level] < RANKS[found.units[0].steps[0].level]
        units = within(found.units, units) if outer else within(units, found.units)
    return replace(found, units=units) if units else found


def _and_within(found: Location, told: Sequence[Chunk]) -> Location:
    return replace(found, units=(*found.units, *told[-1].addresses))


def _next_to(side: Where) -> Modifier:
    def modify(found: Location, told: Sequence[Chunk]) -> Location:
        named = _named(told)
        anchor = next((chunk.quoted[0].words for chunk in told if chunk.quoted), "")
        if not anchor:
            return replace(found, place=Place(side, unit=named[0]))
        return replace(found, place=Place(side, anchor=anchor.rstrip(".") or anchor), units=named or found.units)

    return modify


def _between(found: Location, told: Sequence[Chunk]) -> Location:
    first, second = (chunk.quoted[0].words for chunk in told if chunk.quoted)
    return replace(found, place=Place(Where.AFTER, anchor=first, until=second.rstrip(".,")))


def _between_units(found: Location, told: Sequence[Chunk]) -> Location:
    return replace(found, place=Place(Where.AFTER, unit=_named(told)[0]))


def _at_edge(side: Where) -> Modifier:
    def modify(found: Location, told: Sequence[Chunk]) -> Location:
        return replace(found, place=Place(side), units=_named(told) or found.units)

    return modify


def _everywhere(found: Location, told: Sequence[Chunk]) -> Location:
    units = tuple(one for chunk in told for one in chunk.addresses)
    return replace(found, throughout=True, units=units or found.units)


def _instead(found: Location, told: Sequence[Chunk]) -> Location:
    return replace(found, instead=True)


# By the rules under `mod` in instruction.lark.
_MODIFIERS: dict[str, Modifier] = {
    "within": _within,
    "and_within": _and_within,
    "after": _next_to(Where.AFTER),
    "before": _next_to(Where.BEFORE),
    "after_unit": _next_to(Where.AFTER),
    "before_unit": _next_to(Where.BEFORE),
    "between": _between,
    "between_units": _between_units,
    "at_end": _at_edge(Where.END),
    "at_start": _at_edge(Where.START),
    "everywhere": _everywhere,
    "therefor": _instead,
}
