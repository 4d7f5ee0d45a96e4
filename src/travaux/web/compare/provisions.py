"""Lays a redline of two drafts out provision by provision, for one column or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from travaux.compare.redline import Change, Redline, RedlineLine, redline
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision
from travaux.web.draft.reading import address_of, name_of


@dataclass(frozen=True, slots=True)
class Unit:
    """What a line belongs to: an article, the preamble, or a line that stands by itself."""

    name: str
    address: Address | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A provision of two drafts laid over each other."""

    unit: Unit
    redline: Redline


def provisions(before: Draft, after: Draft) -> tuple[Compared, ...]:
    """The redline of two drafts, cut where a provision ends."""
    earlier, later = units(before), units(after)
    lines = [(_unit(line, earlier, later), line) for line in redline(before, after).lines]
    groups = groupby(lines, lambda pair: pair[0])
    return tuple(Compared(unit, Redline(tuple(line for _, line in group))) for unit, group in groups)


def units(draft: Draft) -> Iterator[Unit]:
    """What each printed line of the draft belongs to."""
    for provision in draft.provisions:
        yield from _below(provision, Unit(name_of(provision), address_of(provision)))


def _below(provision: Provision, unit: Unit) -> Iterator[Unit]:
    if provision.line:
        yield unit
    for child in provision.children:
        address = address_of(child)
        yield from _below(child, Unit(name_of(child), address) if address else unit)


def _unit(line: RedlineLine, earlier: Iterator[Unit], later: Iterator[Unit]) -> Unit:
    """The unit of a line. A line that both texts have counts in both, and goes by the later one."""
    fates = {span.change for span in line.spans}
    old = next(earlier) if fates - {Change.INSERTED} else None
    new = next(later) if fates - {Change.DELETED} else None
    return new or old or Unit("", None)
