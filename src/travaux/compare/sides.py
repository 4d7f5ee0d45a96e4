"""Drafts of several sides held against their common text: what each changed, what all accept, where they collide.

Decides nothing: of what collides no side's words are taken. A number that changed is told and collides with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.compare.align import Pair, align, alike
from travaux.compare.edits import Collision, Edit, collisions, edits, made
from travaux.compare.overlay import units
from travaux.compare.redline import Redline, of_pair
from travaux.compare.unit_names import UnitNames
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision
from travaux.text.lines import same_number

# Two additions that share so much of their words are two versions of one.
_ALIKE = 0.5
_LEAST_SIDES = 2


class Fate(StrEnum):
    """What the sides made of a provision of their common text."""

    UNTOUCHED = "untouched"
    ACCEPTED = "changed alike by all"
    ONE_SIDED = "changed by one side"
    TOGETHER = "changed by several, and the changes go together"
    COLLIDING = "in collision"


@dataclass(frozen=True, slots=True)
class Touch:
    """What one side made of a provision: its own version, None where it struck it out or has none; its edits of the
    common wording; where the provision stands with it."""

    provision: Provision | None
    at: Address | None
    redline: Redline
    edits: tuple[Edit, ...] = ()
    moved: bool = False
    renumbered: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A provision of the common text, or one that sides added (`parent` None), with what each side made of it.

    `together` is its wording with every edit of every side made, None where they collide or nothing is left of it.
    """

    parent: Provision | None
    at: Address | None
    touches: tuple[Touch, ...]
    fate: Fate
    collisions: tuple[Collision, ...] = ()
    together: str | None = None

    @property
    def name(self) -> str:
        """What it is called: in the common text, or else by the first side that has it."""
        told = str(self.at or next((touch.at for touch in self.touches if touch.at), "The text"))
        return told[:1].upper() + told[1:]

    @property
    def touched_by(self) -> tuple[int, ...]:
        """The sides that changed its words, added it or struck it out."""
        return tuple(
            side
            for side, touch in enumerate(self.touches)
            if touch.edits or (touch.provision is None) != (self.parent is None)
        )


@dataclass(frozen=True, slots=True)
class Sides:
    """The drafts of the sides and what each made of every provision of their common text, in its order."""

    parent: Draft
    drafts: tuple[Draft, ...]
    held: tuple[Held, ...]

    def with_fate(self, fate: Fate) -> tuple[Held, ...]:
        """The provisions with that fate."""
        return tuple(each for each in self.held if each.fate is fate)


def sides(parent: Draft, drafts: Sequence[Draft]) -> Sides:
    """What two drafts or more made of the text that they come from. Raises ValueError for fewer.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> def text(id, *lines):
    ...     body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    ...     return outline(Document(id=id, title=id, kind=Kind.AGREEMENT, body=body))[0]
    >>> lines = ["Treaty", "Article 1", "The ferry runs daily.", "Article 2", "It is free."]
    >>> ours = [line.replace("daily", "weekly") for line in lines]
    >>> theirs = [line.replace("The ferry", "The old ferry") for line in lines]
    >>> found = sides(text("p", *lines), [text("a", *ours), text("b", *theirs)])
    >>> [(each.name, each.fate.value, each.together) for each in found.with_fate(Fate.TOGETHER)]
    [('Article 1', 'changed by several, and the changes go together', 'The old ferry runs weekly.')]
    """
    if len(drafts) < _LEAST_SIDES:
        raise ValueError("two sides at least are held against each other")
    common = units(parent.provisions)
    aligned = [_Side(parent, draft, common) for draft in drafts]
    names = UnitNames(parent)
    rows = [
        (place, 0, _held(unit, names.of(unit), [side.touch(place) for side in aligned]))
        for place, unit in enumerate(common)
    ]
    rows += [(anchor, number, row) for number, (anchor, row) in enumerate(_added(aligned), start=1)]
    return Sides(parent, tuple(drafts), tuple(row for _, _, row in sorted(rows, key=lambda each: each[:2])))


class _Side:
    """A side's draft aligned with the common text, whose units are the same for every side."""

    def __init__(self, parent: Draft, draft: Draft, common: Sequence[Provision]) -> None:
        self.names = UnitNames(draft)
        self.pairs = align(parent, draft)
        self.places: dict[int, int] = {}
        left = list(range(len(common)))
        for number, pair in enumerate(self.pairs):
            place = next((each for each in left if common[each] is pair.before or common[each] == pair.before), None)
            if pair.before is not None and place is not None:
                left.remove(place)
                self.places[number] = place
        self.answers = {place: self.pairs[number] for number, place in self.places.items()}

    def touch(self, place: int) -> Touch:
        return _touch(self.answers[place], self.names)

    def additions(self) -> Iterator[tuple[int, Touch]]:
        """What the side added, each with the place of the unit that it stands behind."""
        anchor = -1
        for number, pair in enumerate(self.pairs):
            if pair.before is None:
                yield anchor, _touch(pair, self.names)
            elif pair.after is not None:
                anchor = self.places[number]


def _touch(pair: Pair, names: UnitNames) -> Touch:
    before, after = pair.before, pair.after
    at = names.of(after)
    if before is None or after is None:
        return Touch(after, at, of_pair(pair))
    renumbered = not same_number(before.number, after.number)
    return Touch(after, at, of_pair(pair), edits(before, after), pair.moved, renumbered)


def _held(parent: Provision, at: Address | None, touches: Sequence[Touch]) -> Held:
    struck = [touch.provision is None for touch in touches]
    changed = [bool(touch.edits) for touch in touches]
    if all(struck):
        return Held(parent, at, tuple(touches), Fate.ACCEPTED)
    if any(struck):
        fate = Fate.COLLIDING if any(changed) else Fate.ONE_SIDED
        return Held(parent, at, tuple(touches), fate, _struck_and_changed(parent, touches) if any(changed) else ())
    wording = parent.wording
    found = collisions(wording, [touch.edits for touch in touches])
    together = None if found else made(wording, (edit for touch in touches for edit in touch.edits))
    return Held(parent, at, tuple(touches), _fate(changed, touches, found), found, together)


def _fate(changed: Sequence[bool], touches: Sequence[Touch], found: Sequence[Collision]) -> Fate:
    if found:
        return Fate.COLLIDING
    if not any(changed):
        return Fate.UNTOUCHED
    if len({touch.edits for touch in touches}) == 1:
        return Fate.ACCEPTED
    return Fate.TOGETHER if sum(changed) > 1 else Fate.ONE_SIDED


def _struck_and_changed(parent: Provision, touches: Sequence[Touch]) -> tuple[Collision, ...]:
    """One side strikes out what another changes: the whole provision is in collision."""
    readings: dict[str, tuple[int, ...]] = {}
    for side, touch in enumerate(touches):
        words = "" if touch.provision is None else made(parent.wording, touch.edits)
        readings[words] = (*readings.get(words, ()), side)
    return (Collision(0, len(parent.wording), tuple((who, words) for words, who in readings.items())),)


def _added(aligned: Sequence[_Side]) -> list[tuple[int, Held]]:
    """What sides added, that of several in one row where it is the same, or two versions of one."""
    found: list[tuple[int, list[Touch | None]]] = []
    for number, side in enumerate(aligned):
        for anchor, touch in side.additions():
            home = next(
                (row for at, row in found if row[number] is None and _is_version(touch, row, beside=at == anchor)), None
            )
            if home is None:
                home = [None] * len(aligned)
                found.append((anchor, home))
            home[number] = touch
    return [(anchor, _added_row(row)) for anchor, row in found]


def _is_version(touch: Touch, row: Sequence[Touch | None], *, beside: bool) -> bool:
    """Whether what a side added is a version of what others did: it has their words, or their number at their place."""
    others = [each for each in row if each is not None and each.provision is not None]
    numbers = {each.provision.number for each in others if each.provision is not None and each.provision.number}
    if beside and touch.provision is not None and touch.provision.number in numbers:
        return True
    return any(alike(_wording(touch), _wording(other)) >= _ALIKE for other in others)


def _added_row(row: Sequence[Touch | None]) -> Held:
    none = Touch(None, None, Redline(()))
    touches = tuple(touch or none for touch in row)
    said = {_wording(touch) for touch in touches if touch.provision is not None}
    by = tuple(side for side, touch in enumerate(touches) if touch.provision is not None)
    if len(said) > 1:
        readings = tuple(((side,), _wording(touches[side])) for side in by)
        return Held(None, None, touches, Fate.COLLIDING, (Collision(0, 0, readings),))
    fate = Fate.ACCEPTED if len(by) == len(touches) else Fate.TOGETHER if len(by) > 1 else Fate.ONE_SIDED
    return Held(None, None, touches, fate, together=said.pop())


def _wording(touch: Touch) -> str:
    return touch.provision.wording if touch.provision is not None else ""
