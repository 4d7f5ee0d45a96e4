"""Turns a clause into operations: which unit, which words, and where. What a clause leaves open comes from around it:
the places that captions and openings before it name, and the order before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from travaux import numerals
from travaux.amend import operations as ops
from travaux.amend.change import Around, Change, change
from travaux.amend.chunk import Wording
from travaux.amend.clauses import Clause
from travaux.amend.inserting import inserting, is_sentence
from travaux.amend.operations import Operation, Place, Where
from travaux.amend.parts import Thing
from travaux.amend.recasting import recasting, recasting_after
from travaux.amend.source import Source
from travaux.amend.targets import Focus, within
from travaux.text.address import RANKS, WHOLE, Address, Level

_ON_WORDS = re.compile(r"(?:words?|phrases?|expressions?|figures?|terms?)$")
_SHORT = 15

Operations = Iterable[Operation]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The operations of a clause, and the focus that it leaves for the clauses after it.

    `own`: it names its place itself; `outer`: from the article, annex or preamble down.
    """

    operations: tuple[Operation, ...] = ()
    focus: Focus | None = None
    place: Place | None = None
    throughout: bool = False
    own: bool = False
    outer: bool = False


def meaning(clause: Clause, *, around: Around, source: Source) -> Meaning:
    """What a clause orders where it stands."""
    order = change(clause, around=around, source=source)
    named = (*order.location.units, *(one for thing in order.things if thing.is_unit for one in thing.units))
    told = _told(clause.rule, order)
    return replace(told, own=bool(named), outer=bool(named) and bool(named[0].outer))


def _told(rule: str, order: Change) -> Meaning:
    if rule == "context":
        return _context(order)
    if rule == "announced_change":
        things = order.things
        return Meaning(focus=order.targets(things[0].units)) if things and things[0].units else Meaning()
    operations = tuple(_RULES[rule](order))
    # 'make the following addition to the Preamble:' orders nothing yet, and says where.
    announced = not operations and rule == "added" and bool(order.location.units)
    return Meaning(operations, focus=order.targets() if announced else None)


def _context(order: Change) -> Meaning:
    """What a caption or an opening says of the place."""
    units = order.location.units or tuple(one for thing in order.things for one in thing.units)
    focus = within(units, order.outer) if units else None
    return Meaning(focus=focus, place=order.place, throughout=order.location.throughout)


def _replaced(order: Change) -> Operations:
    if len(order.things) < 2:
        return ()
    old, new = order.things[0], order.things[-1]
    place = order.location.place
    if old.is_unit and place is not None and place.anchor and place.where is Where.AFTER and new.quoted:
        return recasting_after(order, order.targets(old.units), place, new)
    if old.is_unit:
        return recasting(order, order.targets(old.units), new)
    return _substituting(order, old, new) if old.quoted else ()


def _reworded_from(order: Change) -> Operations:
    unit, new, old = order.things[0], order.things[1], order.things[-1]
    return _substituting(replace(order, location=replace(order.location, units=unit.units)), old, new)


def _supplants(order: Change) -> Operations:
    new, old = order.things[0], order.things[-1]
    return _substituting(order, old, new) if old.quoted and new.quoted else ()


def _put_for(order: Change) -> Operations:
    new, old = order.things[0], order.things[-1]
    if old.is_unit:
        return recasting(order, order.targets(old.units), new)
    return _substituting(order, old, new) if old.quoted and new.quoted else ()


def _put(order: Change) -> Operations:
    first, new = order.things[0], order.things[-1]
    if len(order.things) > 1 and first.is_unit and new.quoted:
        return recasting(order, order.targets(first.units), new)
    if not new.quoted or (order.targets() == (WHOLE,) and not order.location.units):
        return ()
    words, spoken, instead = new.quoted[0].words, order.around.spoken, order.location.instead
    if spoken is not None and not is_sentence(words) and not instead:
        # The wording that the passage speaks of gives way: 'language used is “x” ... propose to substitute “y”'.
        return _substituting(order, Thing((spoken,)), new)
    if _is_fragment(words) and not instead and not order.location.place:
        # 'Substitution of “at the request” meets this difficulty': of what, is not said.
        return ()
    return recasting(order, order.targets(), new)


def _is_fragment(words: str) -> bool:
    return not words[:1].isupper() and words.rstrip()[-1:] not in tuple(".;:") and len(words.split()) < _SHORT


def _prefers(order: Change) -> Operations:
    return _substituting(order, order.things[-1], order.things[0])


def _substituting(order: Change, old: Thing, new: Thing) -> Iterator[Operation]:
    """Words for words, each for its own where as many are named, else one for all."""
    others = new.quoted * len(old.quoted) if len(new.quoted) == 1 else new.quoted
    targets = order.quotable
    everywhere = order.around.throughout and (len(targets) > 1 or not order.location.units)
    for target in targets:
        for one, other in zip(old.quoted, others, strict=False):
            yield ops.SubstituteWords(
                target,
                order.source.words(one, fragment=True).words,
                order.source.words(other, fragment=True),
                throughout=order.location.throughout or everywhere,
                occurrence=_which(old.noun),
                place=order.place,
            )


def _which(noun: str) -> str:
    """Which of several a count before wording means: 'the first “such”'."""
    return noun if numerals.ordinal(noun) else ""


def _removed(order: Change) -> Iterator[Operation]:
    thing, place = order.things[0], order.location.place
    if thing.noun == "provision" and not thing.quoted:
        yield from _removed_here(order)
    elif thing.is_unit:
        yield from (ops.Delete(target) for target in order.targets(thing.units))
    elif thing.quoted:
        yield from (_deletion(order, target, one, thing.noun) for target in order.quotable for one in thing.quoted)
    elif place is not None and place.anchor and place.where is Where.AFTER:
        yield from (ops.DeleteStretch(target, after=place.anchor) for target in order.targets())


def _removed_here(order: Change) -> Operations:
    return (ops.Delete(target) for target in order.around.focus)


def _removed_in(order: Change) -> Operations:
    unit, quoted = order.things[0], order.things[1]
    if not _ON_WORDS.match(quoted.noun):
        return _removed(order)
    location = replace(order.location, units=order.targets(unit.units))
    return _removed(replace(order, location=location, things=(quoted,)))


def _deletion(order: Change, target: Address, wording: Wording, noun: str) -> Operation:
    old = order.source.words(wording, fragment=True).words
    throughout = order.location.throughout
    return ops.DeleteWords(target, old, throughout=throughout, occurrence=_which(noun), place=order.place)


def _cut(order: Change) -> Iterator[Operation]:
    quoted = [one for thing in order.things for one in thing.quoted]
    first, last = (order.source.words(one, fragment=True).words for one in quoted[:2])
    yield from (ops.DeleteStretch(target, first=first, last=last) for target in order.targets())


def _added(order: Change) -> Operations:
    # What reads as a result after the words to be added ('..., which would thus read: ...') is no second addition.
    new = next((thing for thing in order.things if thing.quoted), None)
    if new is None:
        return ()
    unit = next((thing for thing in order.things if thing.units and (thing.new or thing.is_unit)), None)
    verb = any(chunk.kind in ("INSERT", "SUBSTITUTE") for chunk in order.clause.chunks)
    if not verb and order.location.place is None and unit is None and order.clause.rule != "added_again":
        return ()
    if unit is not None and unit is not new:
        new = replace(new, units=unit.units, new=True)
    return inserting(order, new)


def _added_as(order: Change) -> Operations:
    new = next((thing for thing in reversed(order.things) if thing.quoted), None)
    units = [thing.units for thing in order.things if thing.units and any(s.value for s in thing.units[0].steps)]
    if new is None:
        return ()
    return inserting(order, replace(new, units=units[-1] if units else new.units, new=True))


def _added_again(order: Change) -> Operations:
    verb = order.around.before[-1] if order.around.before else None
    if isinstance(verb, ops.DeleteWords):
        return _removed(order)
    return _added(order) if isinstance(verb, ops.InsertWords | ops.InsertProvision) else ()


def _added_same(order: Change) -> Operations:
    """'“and” is removed after (b) and added after (c)'."""
    moved = bool(order.around.before) and isinstance(order.around.before[-1], ops.DeleteWords)
    place, taken = order.place, order.around.taken
    if not moved or place is None or taken is None:
        return ()
    words = order.source.words(taken, fragment=True)
    return (ops.InsertWords(target, place, words) for target in order.targets())


def _recast(order: Change) -> Operations:
    if not order.things or not order.things[-1].quoted:
        return ()
    before = order.around.before
    if order.clause.rule == "recast" and not order.location.units and before:
        moved = tuple(one.target for one in before if isinstance(one, ops.Renumber | ops.Move))
        return recasting(order, moved or order.around.focus, order.things[-1])
    named = order.around.focus or order.location.units
    return recasting(order, order.targets(), order.things[-1]) if named else ()


def _offered(order: Change) -> Operations:
    """'Proposed wording: “...”' under a caption; one that names several places does not say which gets the text."""
    focus = order.around.focus
    if len(focus) != 1:
        return ()
    named, wording = order.things[0], order.things[-1]
    if not named.units:
        return recasting(order, focus, wording)
    at = within(named.units, focus)
    if not named.new:
        return recasting(order, at, wording)
    itself = at[0].steps[-1].level is named.units[0].steps[-1].level
    return inserting(order, Thing(wording.quoted, at if itself else named.units, new=True))


def _becomes(order: Change) -> Iterator[Operation]:
    old, new = order.things[0], order.things[-1]
    if len(order.things) < 2:
        # 'Renumber as paragraph 8': what the caption names.
        yield from (ops.Renumber(target, _number(new.units[0])) for target in order.around.focus[:1] if new.units)
    elif old.quoted and new.quoted:
        yield from _substituting(order, old, new)
    else:
        for target, number in zip(order.targets(old.units), new.units, strict=False):
            yield ops.Renumber(_numbered(target), _number(number))


def _renumbered(order: Change) -> Operations:
    units = order.things[0].units if order.things else ()
    return (ops.Renumber(_numbered(target)) for target in order.targets(units))


def _rest_renumbered(order: Change) -> Iterator[Operation]:
    named = order.things[0].units[0].steps[-1].level if order.things else Level.PARAGRAPH
    for target in order.outer[:1]:
        kept = tuple(step for step in target.steps if RANKS[step.level] < RANKS[named]) or WHOLE.steps
        yield ops.Renumber(target if named is Level.ARTICLE else Address(kept))


def _number(address: Address) -> str:
    return address.steps[-1].value


def _numbered(target: Address) -> Address:
    """A place without a last step that says not which ('the paragraphs')."""
    lone = not target.steps[-1].value and len(target.steps) > 1
    return Address(target.steps[:-1]) if lone else target


def _moved(order: Change) -> Operations:
    place = order.place
    if place is None or not order.things:
        return _reversed(order) if order.things else ()
    thing = order.things[0]
    if thing.is_unit:
        return (ops.Move(target, place) for target in order.targets(thing.units))
    if not thing.quoted:
        return ()
    words = order.source.words(thing.quoted[0], fragment=True).words
    return (ops.Move(target, place, words) for target in order.targets())


def _reversed(order: Change) -> Iterator[Operation]:
    """Two that stand beside each other change places: the first goes behind the second. Of others no move says it."""
    units = order.targets(order.things[0].units) if order.things[0].is_unit else ()
    if len(units) == 2 and _are_neighbours(*units):
        yield ops.Move(units[0], Place(Where.AFTER, unit=units[1]))


def _are_neighbours(one: Address, other: Address) -> bool:
    """Whether the numbers of both follow one on the other, and they are parts of the same."""
    *outer, last = one.steps
    *around, next_ = other.steps
    first, second = numerals.value(last.value), numerals.value(next_.value)
    follows = next_.value in numerals.successors(last.value) or (first is not None and second == first + 1)
    return outer == around and last.level == next_.level and follows


def _kept(order: Change) -> Operations:
    units = order.things[0].units if order.things else ()
    return (ops.Keep(target) for target in order.targets(units)) if units or order.around.focus else ()


def _only(order: Change) -> Operations:
    target = order.outer[0]
    return (ops.RetainOnly(target, one.within(None if target == WHOLE else target)) for one in order.things[0].units)


def _retained(order: Change) -> Iterator[Operation]:
    target = order.targets(order.things[0].units)[0]
    kept = order.things[1].units[0].within(target)
    quoted = next((thing.quoted[0] for thing in order.things if thing.quoted), None)
    yield ops.RetainOnly(target, kept, order.source.words(quoted, fragment=False) if quoted else None)


def _nothing(order: Change) -> Operations:
    return ()


# By the rules under `clause` in formal.lark and telegraphic.lark.
_RULES: dict[str, Callable[[Change], Operations]] = {
    "added": _added,
    "added_again": _added_again,
    "added_as": _added_as,
    "added_same": _added_same,
    "bare": _nothing,
    "becomes": _becomes,
    "changes_made": _recast,
    "cut": _cut,
    "kept": _kept,
    "moved": _moved,
    "offered": _offered,
    "only": _only,
    "prefers": _prefers,
    "put": _put,
    "put_for": _put_for,
    "put_for_again": _put_for,
    "recast": _recast,
    "removed": _removed,
    "removed_here": _removed_here,
    "removed_in": _removed_in,
    "renumbered": _renumbered,
    "replaced": _replaced,
    "rest_renumbered": _rest_renumbered,
    "retained": _retained,
    "reversed": _reversed,
    "reworded_from": _reworded_from,
    "supplants": _supplants,
}
