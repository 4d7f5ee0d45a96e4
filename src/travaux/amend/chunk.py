"""What a passage is made of where it orders a change: places, wording, words of change, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from travaux.text.address import Address


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a passage quotes or names, from `start` of the passage."""

    words: str
    start: int


class Chunk(NamedTuple):
    """A stretch of a passage and its part in an order; `addresses` of a place, `quoted` of wording. `noun` is what the
    passage calls it: 'word', 'sentence', 'figure'."""

    kind: str
    start: int
    end: int
    words: str = ""
    addresses: tuple[Address, ...] = ()
    quoted: tuple[Wording, ...] = ()
    noun: str = ""
