"""What every document can be narrowed by, held in memory: counting there takes less than finding the documents."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from unicodedata import combining, normalize

from django.db import connection

from travaux.desk.access.decide import sees_all, state, visible_in_part
from travaux.desk.database.here import open_now
from travaux.desk.search.engine import engine
from travaux.desk.search.filters import Filters

_ROWS = """
    SELECT document,
           CASE WHEN latest IS NULL THEN coalesce(earliest, '') ELSE coalesce(earliest, '0') END,
           CASE WHEN earliest IS NULL THEN coalesce(latest, '') ELSE coalesce(latest, '9999') END,
           CASE substr(earliest, 1, 4) WHEN substr(latest, 1, 4) THEN substr(earliest, 1, 4) ELSE '' END,
           kind, sender, recipient, classification, volume, signed, withheld
    FROM desk_facets WHERE {} ORDER BY filed, source, position
"""
#: What parts the parties where a document has several.
PARTED = "; "


class Facet(StrEnum):
    """A property that documents are counted by."""

    YEAR = "year"
    KIND = "kind"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CLASSIFICATION = "classification"
    VOLUME = "volume"


# To go through an enumeration takes ten times as long as through a tuple.
_FACETS = tuple(Facet)
_PARTIES = (Facet.SENDER, Facet.RECIPIENT)
#: So many values have a byte each, and each of so few is sought among the bytes; so few documents need none.
_BYTES, _SOUGHT, _FEW = 256, 40, 200


#: The states of files of which a catalogue was asked for, the last ones.
_asked = deque[tuple[str, int, object]](maxlen=8)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents have each value of a facet; `others` is how many values are not told."""

    values: tuple[tuple[str, int], ...]
    others: int


@dataclass(frozen=True, slots=True)
class Coded:
    """The facets of few values, a byte for each: all those of a document are picked in one, and counted in a fraction
    of the time of strings. A byte is the place of the value among those of its facet."""

    documents: Sequence[bytes]
    values: dict[Facet, Sequence[str]]

    def counted(self, pick: Callable[[Sequence[bytes]], Sequence[bytes]]) -> dict[Facet, Counter[str]]:
        """How many of the documents that are picked, but for the last, have each value of these facets."""
        picked = b"".join(pick(self.documents)[:-1])
        step = len(self.values)
        return {facet: _of_bytes(picked[at::step], values) for at, (facet, values) in enumerate(self.values.items())}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The properties of all documents, each under the key of its row; `in_order` has the keys in order of date.

    A document was written between its day of `earliest` and that of `latest`; both are empty where nothing is known.
    `coded` has the facets of few values once more, where they are counted again and again.
    `several` are the values of the facets of parties that name more than one.
    """

    in_order: Sequence[int]
    places: Sequence[int]
    earliest: Sequence[str]
    latest: Sequence[str]
    values: dict[Facet, Sequence[str]]
    coded: Coded | None
    several: frozenset[str]
    signed: Sequence[str]
    withheld: frozenset[int]

    def admitted(self, keys: Sequence[int], filters: Filters) -> Sequence[int]:
        """Those of the keys whose documents pass the filters."""
        for passes in self._tests(filters):
            keys = [key for key in keys if passes(key)]
        return keys

    def counts(self, keys: Sequence[int], *, most: int) -> dict[Facet, Counts]:
        """How many of the documents have each value of each facet: the `most` frequent, or all years in their order."""
        if not keys:
            return dict.fromkeys(Facet, Counts((), 0))
        # The first key once more: of a single one, it would give no tuple.
        pick = itemgetter(*keys, keys[0])
        counters = self.coded.counted(pick) if self.coded and len(keys) > _FEW else {}
        for facet in _FACETS:
            if facet not in counters:
                counters[facet] = Counter(pick(self.values[facet])[:-1])
            if facet in _PARTIES:
                _count_each_party(counters[facet], self.several)
        return {facet: _counts(facet, counters[facet], most) for facet in _FACETS}

    def unknown(self, filters: Filters) -> tuple[str, ...]:
        """What the filters ask for that no document has at all, in words."""
        asked = {facet: getattr(filters, facet) for facet in Facet if facet is not Facet.YEAR}
        told = [
            f"No document has the {facet} {name}."
            for facet, name in asked.items()
            if name and not self._meant(facet, name)
        ]
        if filters.actor and not any(_with_words(column, filters.actor) for column in self._actors()):
            told.append(f"No document is from or to {filters.actor}, or signed so.")
        return tuple(told)

    def _tests(self, filters: Filters) -> list[Callable[[int], bool]]:
        tests: list[Callable[[int], bool]] = []
        if filters.since or filters.until:
            since, until = str(filters.since or "0"), str(filters.until or "9999-99")
            tests.append(lambda key: since <= self.latest[key] and "" < self.earliest[key] <= until)
        for facet in (Facet.KIND, Facet.CLASSIFICATION, Facet.VOLUME):
            if wanted := getattr(filters, facet):
                tests.append(_equal(self.values[facet], wanted))
        for facet in _PARTIES:
            if wanted := getattr(filters, facet):
                tests.append(_among(self.values[facet], self._meant(facet, wanted)))
        if filters.actor:
            named = [_among(column, _with_words(column, filters.actor)) for column in self._actors()]
            tests.append(lambda key: any(test(key) for test in named))
        if filters.withheld:
            tests.append(self.withheld.__contains__)
        return tests

    def _meant(self, facet: Facet, name: str) -> frozenset[str]:
        """The values with a party of that very name; where there is none, with one that has these words."""
        wanted = _folded(name)
        exact = frozenset(value for value in set(self.values[facet]) if wanted in _folded(value).split(PARTED))
        return exact or _with_words(self.values[facet], name)

    def _actors(self) -> tuple[Sequence[str], ...]:
        # Whoever signs a telegram stands behind an office in its heading.
        return (*(self.values[facet] for facet in _PARTIES), self.signed)


def _of_bytes(picked: bytes, values: Sequence[str]) -> Counter[str]:
    """How often each value is there, by the byte that stands for it."""
    if len(values) <= _SOUGHT:
        return Counter({value: times for code, value in enumerate(values) if (times := picked.count(code))})
    return Counter({values[code]: times for code, times in Counter(picked).items()})


def coded(columns: dict[Facet, Sequence[str]]) -> Coded:
    """The columns of few values, in bytes."""
    codes = {
        facet: {value: code for code, value in enumerate(dict.fromkeys(column))} for facet, column in columns.items()
    }
    few = [facet for facet in columns if len(codes[facet]) <= _BYTES]
    same: dict[bytes, bytes] = {}
    rows = zip(*(map(codes[facet].__getitem__, columns[facet]) for facet in few), strict=True)
    return Coded(
        documents=[same.setdefault(row, row) for row in map(bytes, rows)],
        values={facet: tuple(codes[facet]) for facet in few},
    )


def several(columns: dict[Facet, Sequence[str]]) -> frozenset[str]:
    """The values that name more than one party."""
    return frozenset(value for facet in _PARTIES for value in set(columns[facet]) if PARTED in value)


def _counts(facet: Facet, counter: Counter[str], most: int) -> Counts:
    counter.pop("", None)
    if not counter:
        return Counts((), 0)
    if facet is Facet.YEAR:
        return Counts(tuple(sorted(counter.items())), 0)
    fewest = sorted(counter.values())[-most:][:1]
    told = [(value, documents) for value, documents in counter.items() if documents >= fewest[0]]
    told.sort(key=lambda entry: (-entry[1], entry[0]))
    return Counts(tuple(told[:most]), len(counter) - len(told[:most]))


def catalogue(keys: Sequence[int] | None = None) -> Catalogue:
    """The catalogue of the open file; of the documents with these keys alone where none was asked for before.

    Whoever searches once, from the command line, has no use for one of all documents, which takes longer to be read in
    than most searches take.
    """
    # Documents are never changed once they are in, so the newest of them tells one state of the file from another.
    ((newest,),) = engine().rows("SELECT max(id) FROM desk_document")
    one = str(connection.settings_dict["NAME"]), newest or 0, state()
    if keys is None or one in _asked:
        return _of_all(*one)
    _asked.append(one)
    here = open_now()
    return _read(one[1], here.among("document"), here.listed(keys), once=True)


@lru_cache(maxsize=8)
def _of_all(_name: str, newest: int, _seen: object) -> Catalogue:
    return _read(newest, "1 = 1" if sees_all() else f"document IN ({visible_in_part()})")


def _read(newest: int, condition: str, *given: object, once: bool = False) -> Catalogue:
    """A catalogue of the documents that the condition in SQL admits."""
    # One string for each value: those that are the same object are counted several times as fast.
    same: dict[str, str] = {}
    only = same.setdefault
    in_order: list[int] = []
    places = [0] * (newest + 1)
    earliest, latest, years, kinds, senders, recipients, classifications, volumes, signed = (
        [""] * (newest + 1) for _ in range(9)
    )
    withheld: set[int] = set()
    # Row by row: thirty thousand rows held at once would have Python look for garbage among them again and again.
    for row in engine().rows(_ROWS.format(condition), *given):
        key, first, last, year, kind, sender, recipient, classification, volume, signature, has_withheld = row
        places[key] = len(in_order)
        in_order.append(key)
        earliest[key] = first
        latest[key] = last
        years[key] = only(year, year)
        kinds[key] = only(kind, kind)
        senders[key] = only(sender, sender)
        recipients[key] = only(recipient, recipient)
        classifications[key] = only(classification, classification)
        volumes[key] = only(volume, volume)
        signed[key] = only(signature, signature)
        if has_withheld:
            withheld.add(key)
    values: dict[Facet, Sequence[str]] = dict(
        zip(Facet, (years, kinds, senders, recipients, classifications, volumes), strict=True)
    )
    return Catalogue(
        in_order=in_order,
        places=places,
        earliest=earliest,
        latest=latest,
        values=values,
        coded=None if once else coded(values),
        several=several(values),
        signed=signed,
        withheld=frozenset(withheld),
    )


def _equal(values: Sequence[str], wanted: str) -> Callable[[int], bool]:
    return lambda key: values[key] == wanted


def _among(values: Sequence[str], wanted: frozenset[str]) -> Callable[[int], bool]:
    return lambda key: values[key] in wanted


def _with_words(values: Sequence[str], words: str) -> frozenset[str]:
    wanted = _folded(words).split()
    return frozenset(value for value in set(values) if all(word in _folded(value) for word in wanted))


def _count_each_party(counter: Counter[str], several: frozenset[str]) -> None:
    """Count the parties of documents that have several under the name of each."""
    for value in several.intersection(counter):
        documents = counter.pop(value)
        for party in set(value.split(PARTED)):
            counter[party] += documents


def _folded(name: str) -> str:
    """A name without regard to capitals and accents."""
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign)).casefold()
