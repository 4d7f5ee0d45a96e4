"""A clause beside what completes it: the places in force, and the wording and the order that stand before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from travaux.amend.chunk import Wording
from travaux.amend.clauses import Clause
from travaux.amend.operations import Operation, Place
from travaux.amend.parts import Location, Thing, parts
from travaux.amend.source import Source
from travaux.amend.targets import Focus, within, without_clauses
from travaux.text.address import WHOLE


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a clause: the places in force, and a place named ahead of it ('After Article 6 ...').

    `spoken` is the one wording that the passage speaks of, `taken` the one that the order before took out, `before` the
    operations of the clause before, whose verb an elliptic one takes up.
    """

    focus: Focus = ()
    place: Place | None = None
    throughout: bool = False
    spoken: Wording | None = None
    taken: Wording | None = None
    before: tuple[Operation, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a clause is about, where it places it, and what stands around it."""

    clause: Clause
    things: tuple[Thing, ...]
    location: Location
    around: Around
    source: Source

    @property
    def outer(self) -> Focus:
        """The places that what the clause names stands in: those in force, else the whole text."""
        return self.around.focus or (WHOLE,)

    @property
    def context(self) -> Focus:
        """The places that the clause's modifiers name, completed; without any, those in force."""
        return within(self.location.units, self.outer) if self.location.units else self.outer

    @property
    def place(self) -> Place | None:
        """Where in the target, with the provision that it is next to in full."""
        place = self.location.place
        if place is None or place.unit is None:
            return place
        return replace(place, unit=within((place.unit,), self.context)[0])

    @property
    def quotable(self) -> Focus:
        """The places of an order that quotes its words."""
        return without_clauses(self.context)

    def targets(self, own: Focus = ()) -> Focus:
        """The places meant: those that the clause names, completed by its modifiers and by the places in force."""
        return within(own, self.context) if own else self.context


def change(clause: Clause, *, around: Around, source: Source) -> Change:
    """A clause with what stands around it; a place that it names itself goes before one named ahead of it."""
    things, location = parts(clause)
    if location.place is None and around.place is not None:
        location = replace(location, place=around.place)
    # 'References to “x” shall be read as references to “y”' is said of every place.
    if len(things) > 1 and all(thing.quoted and thing.noun.startswith("references") for thing in things):
        location = replace(location, throughout=True)
    return Change(clause, things, location, around, source)
