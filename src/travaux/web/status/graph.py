"""How instruments stand to one another, drawn as arcs between a column of names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.status.instrument import Instrument
from travaux.status.register import Register

_ROW, _LEFT, _TOP, _STEP = 46, 330, 30, 26


@dataclass(frozen=True, slots=True)
class Node:
    """An instrument as it is drawn."""

    x: int
    y: int
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation as it is drawn: from the one to the other, its name beside it."""

    path: str
    x: int
    y: int
    words: str
    at: Citation | None


@dataclass(frozen=True, slots=True)
class Graph:
    """All instruments that stand in a relation, the earliest above."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    height: int


def graph(register: Register) -> Graph:
    """The graph of the relations entered and of those that clauses set."""
    relations = sorted(set(_relations(register)), key=lambda each: each[:3])
    joined = {end for _, of, to, _ in relations for end in (of, to)}
    days = {ident: events[0].date for ident, events in register.events_of.items() if events}
    known = [one for one in register.instruments if one.id in joined]
    known.sort(key=lambda one: (one.id not in days, days.get(one.id), one.title))
    nodes = {one.id: Node(_LEFT, _TOP + row * _ROW, one) for row, one in enumerate(known)}
    arcs = tuple(_arc(nodes[of], nodes[to], words, at, place) for place, (words, of, to, at) in enumerate(relations))
    return Graph(tuple(nodes.values()), arcs, 2 * _TOP + max(len(nodes) - 1, 0) * _ROW)


_Relation = tuple[str, str, str, Citation | None]


def _relations(register: Register) -> Iterable[_Relation]:
    entered = {(each.kind.value, each.of, each.to) for each in register.relations}
    for each in register.relations:
        yield each.kind.value, each.of, each.to, each.at
    for words, found in (("supersedes", register.replaced_by), ("continues in force", register.continued_by)):
        for ident, others in found.items():
            for other in others:
                if (words, other.by, ident) not in entered:
                    yield words, other.by, ident, other.rule.at


def _arc(of: Node, to: Node, words: str, at: Citation | None, place: int) -> Arc:
    """An arc to the left, the wider the further apart the two are."""
    reach = 22 + _STEP * (abs(of.y - to.y) // _ROW)
    x = of.x - 8
    path = f"M{x},{of.y} C{x - reach},{of.y} {x - reach},{to.y} {x},{to.y}"
    return Arc(path, x - round(reach * 0.75) - 4, (of.y + to.y) // 2 + 4, words, at)
