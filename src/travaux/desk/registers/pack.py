"""Packs what documents name as rows keep it, which takes a fraction of the room. Needs no database, so that any process
can do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from travaux.record.mention import Rule

if TYPE_CHECKING:
    from travaux.record.registers.linker import Named

#: Mentions as they are kept: by rule, note and entries, the characters of each.
Packed = list[tuple[Rule, str, tuple[int, ...], list[int]]]
#: What a document names, packed, and how often it names each entry.
Linked = tuple[str, Counter[int]]


def pack(mentions: Iterable[Named], entries: dict[str, int]) -> Linked:
    """Mentions as they are kept, and how often each entry is named; `entries` has the key of each id."""
    packed: dict[tuple[Rule, str, tuple[int, ...]], list[int]] = {}
    times: Counter[int] = Counter()
    for note, start, end, verdict in mentions:
        ids = verdict.ids
        keys = (entries[ids[0]],) if len(ids) == 1 else tuple([entries[id] for id in ids])
        packed.setdefault((verdict.rule, note, keys), []).extend((start, end))
        if len(keys) == 1:
            times[keys[0]] += 1
    return _json([(*how, places) for how, places in packed.items()]), times


def keyed(linked: Linked, keys: Sequence[int]) -> Linked:
    """What was packed with the places of entries in a register, with their keys."""
    packed = msgspec.json.decode(linked[0], type=Packed)
    tree = _json([(rule, note, tuple([keys[place] for place in places]), at) for rule, note, places, at in packed])
    return tree, Counter({keys[place]: times for place, times in linked[1].items()})


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
