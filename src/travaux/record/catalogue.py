"""A library as a catalogue: of each document what a citation of it may say, found by its number or its date.

A card says who wrote to whom as posts; nothing here reads a text.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from travaux.record.document import Document, Kind
from travaux.record.parties import sides
from travaux.record.posts import HOME, post

#: What is cited by the number its post gave it.
NUMBERED = frozenset({Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH, Kind.INSTRUCTION, Kind.MESSAGE})
#: What does not travel.
_OFFICE = re.compile(r"\b(?:Department|Ministry|Office)\b")
_BRACKETED = re.compile(r"\s*\([^()]*\)")


class Card(NamedTuple):
    """A document of a library. `printed` is its number in its volume, `number` the one that its post gave it.

    `origin` and `destination` are the posts, or the names of the place, that wrote and received it, empty where it does
    not say; `writer` and `reader` the persons or offices.
    """

    id: str
    kind: Kind
    title: str = ""
    printed: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    origin: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    writer: str = ""
    reader: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Under what a citation finds it: its id, its number, its day; in no volume, also its printed number."""
        found = [self.id]
        if self.printed and "/" not in self.id:
            found.append(f"d{self.printed}")
        if self.number and self.kind in NUMBERED:
            found.append(number_key(self.number))
        if self.date:
            found.append(day_key(self.date))
        return tuple(found)


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """'Secto 19' and 'SECTO-19' as they are looked up; the A of an airgram may be left out."""
    return "no " + re.sub(r"[\s‐‑‒–—-]+", "-", number.strip()).casefold().removeprefix("a-")


def day_key(day: datetime.date) -> str:
    """A day as it is looked up."""
    return f"on {day.isoformat()}"


def card(document: Document) -> Card:
    """The card of a document, its posts from its heading and dateline."""
    origin, destination = _posts(document)
    return Card(
        id=document.id,
        kind=document.kind,
        title=document.title,
        printed=document.number,
        number=document.own_number,
        date=document.date,
        origin=origin,
        destination=destination,
        writer=document.sender or "",
        reader=document.addressee or "",
    )


def _posts(document: Document) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """From the sides of the heading; who writes elsewhere than at home writes from the place of the dateline."""
    sender, addressee = _sides(document.title)
    place = document.place or ""
    origin = post(sender)
    destination, written_at = post(addressee), post(place) or place
    if origin == HOME and written_at and written_at not in (HOME, destination) and not _OFFICE.search(sender):
        origin = written_at  # the Secretary on a journey
    if origin == HOME:
        written_at = ""
    return tuple(dict.fromkeys(filter(None, (origin, written_at)))), tuple(filter(None, (destination,)))


@lru_cache(maxsize=4096)
def _sides(title: str) -> tuple[str, str]:
    """Who writes and for whom it is, without what stands in brackets; most headings of telegrams are the same."""
    sender, addressee = sides(title)
    return _BRACKETED.sub("", sender), _BRACKETED.sub("", addressee)


class Catalogue:
    """The cards of a library by what citations say of them."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._by_key: dict[str, list[Card]] = defaultdict(list)
        for each in cards:
            for key in each.keys:
                self._by_key[key].append(each)

    def under(self, key: str) -> tuple[Card, ...]:
        """The documents under a key of `Card.keys`, in the order given."""
        return tuple(self._by_key.get(key, ()))
