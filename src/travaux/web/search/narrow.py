"""The links that narrow a search, with how many documents each leaves, and those that widen it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.desk.search import Counts, Facet, Hit, Results
from travaux.web.search.asked import Asked


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: what it is called, how many documents have it, and the search for those alone."""

    name: str
    documents: int
    address: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The choices of a facet; `others` is how many values are not among them."""

    facet: Facet
    choices: tuple[Choice, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Limit:
    """What the search is limited to, in words, and the search without that."""

    words: str
    address: str


_WORDS = {
    "from": "from {}", "to": "to {}", "kind": "{}", "actor": "from, to or signed by {}", "sender": "sent by {}",
    "recipient": "sent to {}", "classification": "{}", "volume": "in {}", "withheld": "with passages withheld",
}  # fmt: skip
_CODED = ("kind", "classification")


def narrowings(asked: Asked, results: Results) -> tuple[Narrowing, ...]:
    """Each facet in which the documents differ."""
    return tuple(
        Narrowing(facet, tuple(_choices(asked, facet, counts)), counts.others)
        for facet, counts in results.facets.items()
        if len(counts.values) > 1
    )


def _choices(asked: Asked, facet: Facet, counts: Counts) -> Iterator[Choice]:
    for value, documents in counts.values:
        narrowed = {"from": value, "to": value} if facet is Facet.YEAR else {str(facet): value}
        yield Choice(_name(facet, value), documents, asked.address(**narrowed))


def limits(asked: Asked) -> Iterator[Limit]:
    """What the search is limited to beside its words."""
    for name, words in _WORDS.items():
        if value := asked.values.get(name):
            yield Limit(words.format(_name(name, value)), asked.address(**{name: ""}))


def marking(hit: Hit) -> str:
    """The classification of a hit as people say it, '' where it has none."""
    return "" if hit.classification == "none" else _name(Facet.CLASSIFICATION, hit.classification)


def _name(facet: str, value: str) -> str:
    return value.replace("-", " ") if facet in _CODED else value
