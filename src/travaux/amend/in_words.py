"""Says in plain words what an operation does, so that a person can hold it against the passage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.text.address import Address


@dataclass(frozen=True, slots=True)
class Saying:
    """What is done, to which provision, and the wording that it brings or quotes."""

    words: str
    target: Address
    wording: Words | None = None


@singledispatch
def in_words(operation: Operation) -> Saying:
    """What the operation does.

    >>> from travaux.text.parse import parse
    >>> in_words(ops.Delete(parse("Art. V"))).words
    'Delete Article V.'
    """
    raise TypeError(f"no words for {operation!r}")


@in_words.register
def _(operation: ops.Replace) -> Saying:
    as_far = ", as far as it is quoted," if operation.elided else ""
    return Saying(f"Replace {operation.target}{as_far} with:", operation.target, operation.new)


@in_words.register
def _(operation: ops.InsertProvision) -> Saying:
    target = operation.target
    if operation.unit is not None:
        beside = _at(operation.place, target) if operation.place.unit or operation.place.anchor else ""
        return Saying(f"Add to {target} a new {_below(operation.unit, target)}{beside}:", target, operation.new)
    return Saying(f"Add to {target}{_at(operation.place, target)}:", target, operation.new)


@in_words.register
def _(operation: ops.Delete) -> Saying:
    return Saying(f"Delete {operation.target}.", operation.target)


@in_words.register
def _(operation: ops.RetainOnly) -> Saying:
    return Saying(f"Of {operation.target} keep only: {operation.kept}.", operation.target, operation.quoted)


@in_words.register
def _(operation: ops.SubstituteWords) -> Saying:
    which = _which(operation.throughout, operation.occurrence, operation.place)
    return Saying(f"In {operation.target}, for “{operation.old}” put{which}:", operation.target, operation.new)


@in_words.register
def _(operation: ops.InsertWords) -> Saying:
    target = operation.target
    return Saying(f"Insert in {target}{_at(operation.place, target)}:", target, operation.new)


@in_words.register
def _(operation: ops.DeleteWords) -> Saying:
    which = _which(operation.throughout, operation.occurrence, operation.place)
    return Saying(f"In {operation.target}, delete “{operation.old}”{which}.", operation.target)


@in_words.register
def _(operation: ops.DeleteStretch) -> Saying:
    first = f"from “{operation.first}”" if operation.first else f"after “{operation.after}”"
    last = f"to “{operation.last}”" if operation.last else "to its end"
    return Saying(f"In {operation.target}, delete all {first} {last}.", operation.target)


@in_words.register
def _(operation: ops.Renumber) -> Saying:
    if operation.new:
        return Saying(f"Renumber {operation.target} as {operation.new}.", operation.target)
    return Saying(f"Number {operation.target} and those after it on in their order.", operation.target)


@in_words.register
def _(operation: ops.Move) -> Saying:
    words = f"“{operation.words}” of " if operation.words else ""
    return Saying(f"Move {words}{operation.target} {_at(operation.place).removeprefix(', ')}.", operation.target)


@in_words.register
def _(operation: ops.Keep) -> Saying:
    return Saying(f"Leave {operation.target} as it stands.", operation.target)


def _which(throughout: bool, occurrence: str, place: Place | None) -> str:
    everywhere = ", throughout" if throughout else ""
    counted = f", {occurrence} occurrence" if occurrence else ""
    return f"{everywhere}{counted}{_at(place) if place else ''}"


def _at(place: Place, target: Address | None = None) -> str:
    unit = _below(place.unit, target) if place.unit else None
    if place.until:
        return f", between “{place.anchor}” and “{place.until}”"
    if place.anchor:
        return f", {place.where} “{place.anchor}”{f' in {unit}' if unit else ''}"
    if unit:
        return f", {place.where} {unit}"
    return f", at the {place.where}" if place.where in (Where.START, Where.END) else ""


def _below(unit: Address, target: Address | None) -> Address:
    """The address of a unit as it is called within the target."""
    size = len(target.steps) if target is not None else 0
    return Address(unit.steps[size:]) if target and unit.steps[:size] == target.steps != unit.steps else unit
