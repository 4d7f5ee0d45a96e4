"""Says in plain words what an operation does, so that a person can hold it against the passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from travaux.amend.operations import (
    Delete,
    DeleteWords,
    InsertProvision,
    InsertWords,
    Operation,
    Place,
    Replace,
    RetainOnly,
    SubstituteWords,
    Where,
    Words,
)
from travaux.text.address import Address


@dataclass(frozen=True, slots=True)
class Saying:
    """What is done, to which provision, and the wording that it brings or quotes."""

    words: str
    target: Address
    wording: Words | None = None


def in_words(operation: Operation) -> Saying:
    """What the operation does.

    >>> from travaux.text.address import parse
    >>> in_words(Delete(parse("Art. V"))).words
    'Delete Article V.'
    """
    target = operation.target
    match operation:
        case Replace():
            return Saying(f"Replace {target} with:", target, operation.new)
        case InsertProvision():
            return Saying(f"Add to {target}{_at(operation.place)}:", target, operation.new)
        case Delete():
            return Saying(f"Delete {target}.", target)
        case RetainOnly():
            return Saying(f"Of {target} keep only: {operation.kept}.", target, operation.quoted)
        case SubstituteWords():
            everywhere = ", throughout" if operation.throughout else ""
            return Saying(f"In {target}, for “{operation.old}” put{everywhere}:", target, operation.new)
        case InsertWords():
            return Saying(f"Insert in {target}{_at(operation.place)}:", target, operation.new)
        case DeleteWords():
            return Saying(f"In {target}, delete “{operation.old}”.", target)
        case _:
            assert_never(operation)


def _at(place: Place) -> str:
    if place.until:
        return f", between “{place.anchor}” and “{place.until}”"
    if place.anchor:
        return f", {place.where} “{place.anchor}”"
    if place.unit:
        return f", {place.where} {place.unit}"
    return f", at the {place.where}" if place.where in (Where.START, Where.END) else ""
