"""Makes rows of registers and of what documents name, packed, which takes a fraction of the room. Needs no database, so
that any process can do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from travaux.record.mention import Rule

if TYPE_CHECKING:
    from travaux.record.register import Register
    from travaux.record.registers.linker import Named

#: Mentions as they are kept: by rule, note and entries, the characters of each.
Packed = list[tuple[Rule, str, tuple[int, ...], list[int]]]
#: The same where nothing but the entries is looked at.
_AS_IS = msgspec.json.Decoder(list[tuple[msgspec.Raw, msgspec.Raw, list[int], msgspec.Raw]])
#: What a document names, packed, and how often it names each entry.
Linked = tuple[str, dict[int, int]]


class EntryKind(StrEnum):
    """What an entry is of."""

    PERSON = "person"
    ABBREVIATION = "abbreviation"


#: The columns that each of `Lists.entries` fills; before them stands the key of the register.
ENTRY = "ident, kind, name, position, words, tree"


class Lists(NamedTuple):
    """A register as rows keep it: its id, how many persons and abbreviations it has, and all of it as JSON."""

    ident: str
    persons: int
    abbreviations: int
    tree: str
    entries: tuple[tuple[str, str, str, int, str, str], ...]


def lists(register: Register) -> Lists:
    """A register as rows keep it, persons first."""
    named = [(EntryKind.PERSON, person.id, person.name, person.printed, person) for person in register.persons]
    meant = [(EntryKind.ABBREVIATION, each.id, each.short, each.printed, each) for each in register.abbreviations]
    entries = tuple(
        (ident, kind.value, name, position, printed.words, _json(entry))
        for position, (kind, ident, name, printed, entry) in enumerate([*named, *meant])
    )
    return Lists(register.id, len(named), len(meant), _json(register), entries)


def pack(mentions: Iterable[Named], entries: dict[str, int]) -> Linked:
    """Mentions as they are kept, and how often each entry is named; `entries` has the key of each id."""
    places: dict[tuple[Rule, str, tuple[str, ...]], list[int]] = {}
    for note, start, end, (ids, rule, _) in mentions:
        how = (rule, note, ids)
        stands = places.get(how)
        if stands is None:
            places[how] = [start, end]
        else:
            stands += (start, end)
    packed = [(rule, note, tuple([entries[id] for id in ids]), found) for (rule, note, ids), found in places.items()]
    times: Counter[int] = Counter()
    for _, _, keys, found in packed:
        if len(keys) == 1:
            times[keys[0]] += len(found) // 2
    return _json(packed), times


def keyed(linked: Linked, keys: Sequence[int]) -> Linked:
    """What was packed with the places of entries in a register, with their keys."""
    packed = [
        (rule, note, [keys[place] for place in places], found) for rule, note, places, found in _AS_IS.decode(linked[0])
    ]
    return _json(packed), {keys[place]: times for place, times in linked[1].items()}


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
