"""Tells whether added wording is a provision of its own, sentences or words, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from travaux import numerals
from travaux.amend.change import Change
from travaux.amend.chunk import Wording
from travaux.amend.operations import InsertProvision, InsertWords, Operation, Place, Where
from travaux.amend.parts import Thing
from travaux.amend.targets import STRETCHES, within
from travaux.text import lines
from travaux.text.address import RANKS, WHOLE, Address, Level, Step

_LABEL = re.compile(r"\((\w+)\)")
_NUMBERED = re.compile(r"(?:\((?P<letter>\w{1,4})\)|(?P<figure>\d{1,3}(?: (?:bis|ter|quater))?)[.)]?) ")
_LETTERED = re.compile(r"\([a-z]{1,4}\) ")
_PART = re.compile(r"(?<=[;.:])\s*(?:(?:and|or)\s*)?[‘“'\"]?(?=\([a-z]{1,4}\) )")
_OPENED = re.compile(r"\s*[‘“'\"]?$")


def inserting(order: Change, new: Thing) -> Iterator[Operation]:
    """The operations that put a new thing in."""
    place = order.place
    unit = place.unit if place is not None else None
    if place is not None and unit is not None:
        if not new.units and place.where in (Where.START, Where.END):
            place = Place(place.where)
        elif unit.steps[-1].level is Level.SENTENCE:
            # 'After the second sentence': at its end.
            order = replace(order, location=replace(order.location, units=(unit,)))
            place = Place(Where.END if place.where is Where.AFTER else Where.START)
    inner = bool(new.units) and RANKS[new.units[0].steps[-1].level] >= STRETCHES
    sentence = new.noun == "sentence" or inner
    beside = place is not None and place.unit is not None and not sentence
    if beside and place is not None:
        new = _numbered(new, place)
    if beside or (new.units and not inner):
        yield from _provisions(order, new, place)
    else:
        yield from _words(order, new, place, sentence=sentence)


def _words(order: Change, new: Thing, place: Place | None, *, sentence: bool) -> Iterator[Operation]:
    whole = sentence or is_sentence(new.quoted[0].words)
    for target in order.targets():
        for wording in new.quoted:
            words = order.source.words(wording, fragment=not whole)
            yield InsertWords(target, place or Place(Where.END if whole else Where.AFTER), words)


def is_sentence(words: str) -> bool:
    """Whether words are a sentence by themselves."""
    return words[:1].isupper() and words.endswith(".") and " " in words


def _provisions(order: Change, new: Thing, place: Place | None) -> Iterator[Operation]:
    words = order.source.words(new.quoted[0], fragment=False)
    numbered = [unit for unit in new.units if unit.steps[-1].value]
    parts = _parted(new.quoted[0])
    if len(parts) > 1 and (len(numbered) == len(parts) or len(numbered) == 1):
        yield from _several(order, numbered, parts, place)
    elif numbered:
        for unit in numbered:
            full = within((_deeper(unit, order.context[0]),), order.context)[0]
            outer = Address(full.steps[:-1]) if len(full.steps) > 1 else WHOLE
            yield InsertProvision(outer, place or Place(Where.END), words, full)
    else:
        for target in _containers(order, new.units[0] if new.units else None, place):
            yield InsertProvision(target, place or Place(Where.END), words)


def _several(
    order: Change, units: Sequence[Address], parts: Sequence[Wording], place: Place | None
) -> Iterator[Operation]:
    """'The following shall be inserted: (g) ...; (h) ...': each is a provision after the one before."""
    first = units[0]
    for index, part in enumerate(parts):
        step = replace(first.steps[-1], value=_label_of(part))
        unit = units[index] if index < len(units) else Address((*first.steps[:-1], step))
        found = tuple(_provisions(order, Thing((part,), (unit,), new=True), place))
        yield from found
        given = next((one.unit for one in found if isinstance(one, InsertProvision)), None)
        place = Place(Where.AFTER, unit=given) if place is not None and place.unit is not None and given else place


def _containers(order: Change, unit: Address | None, place: Place | None) -> tuple[Address, ...]:
    """What a new unit without a number goes into."""
    if place is not None and place.unit is not None and not order.location.units:
        return (Address(place.unit.steps[:-1]),) if len(place.unit.steps) > 1 else (WHOLE,)
    targets = order.targets()
    if unit is None:
        return targets
    rank = RANKS[unit.steps[-1].level]
    full = [one if len(unit.steps) == 1 else unit.within(None if one == WHOLE else one) for one in targets]
    return tuple(Address(tuple(s for s in one.steps if RANKS[s.level] < rank) or WHOLE.steps) for one in full)


def _deeper(unit: Address, context: Address) -> Address:
    """'New subparagraphs (i) and (ii)' in paragraph 1 (a) come under (a)."""
    first, last = unit.steps[0], context.steps[-1]
    if first.level is last.level is Level.SUBPARAGRAPH and numerals.from_roman(first.value) and len(last.value) == 1:
        return Address((Step(Level.POINT, first.value), *unit.steps[1:]))
    return unit


def _numbered(new: Thing, place: Place) -> Thing:
    """A new thing as the unit that its text's own number makes it: '(d) provide a forum ...' put in after (c)."""
    named = bool(new.units and new.units[0].steps[-1].value)
    label = _NUMBERED.match(new.quoted[0].words)
    if named or label is None or place.unit is None:
        return new
    beside = place.unit.steps[-1]
    number = label["letter"] or label["figure"]
    alike = number[:1].isdigit() == beside.value.strip("()")[:1].isdigit()
    return replace(new, units=(Address((*place.unit.steps[:-1], Step(beside.level, number))),)) if alike else new


def _parted(wording: Wording) -> list[Wording]:
    """Wording by its lettered items, where their letters follow on each other: '(g) ...; (h) ...'."""
    if not _LETTERED.match(wording.words):
        return [wording]
    cuts = [0, *(match.end() for match in _PART.finditer(wording.words)), len(wording.words)]
    parts = [Wording(_OPENED.sub("", wording.words[one:other]), wording.start + one) for one, other in pairwise(cuts)]
    labels = [_label_of(part) for part in parts]
    return parts if all(_follows(after, before) for before, after in pairwise(labels)) else [wording]


def _follows(after: str, before: str) -> bool:
    return lines.is_next(after, before) or ord(after[0]) == ord(before[0]) + 1


def _label_of(wording: Wording) -> str:
    label = _LABEL.match(wording.words)
    return label[1] if label else ""
