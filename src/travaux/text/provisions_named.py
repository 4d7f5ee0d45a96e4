"""Provisions as a line of a text names them: 'paragraphs 1 (a) and 2 of Article XIV'. Not of which text they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.text.address import Address
from travaux.text.fold import GRAMMAR
from travaux.text.lint_lines import Place, quoted
from travaux.text.parse import read_at
from travaux.text.scan import scanner

_OPENING = frozenset({"ARTICLE", "PARAGRAPH", "SUBPARAGRAPH"})


@dataclass(frozen=True, slots=True)
class ProvisionsNamed:
    """The addresses that characters `start` to `end` of a line name."""

    addresses: tuple[Address, ...]
    start: int
    end: int


def provisions_named(place: Place) -> Iterator[ProvisionsNamed]:
    """The provisions that the words of a place name, in order; those in quotation marks are another text's."""
    spans = quoted(place.words)
    tokens = scanner(GRAMMAR, "address unsaid").scan(place.words)
    at = 0
    label = sum(len(run.words) for run in place.provision.label)
    while at < len(tokens):
        found = read_at(tokens, at) if tokens[at].kind in _OPENING and tokens[at].start >= label else None
        if found is None:
            at += 1
            continue
        start, end = tokens[found.first].start, tokens[found.last - 1].end
        if not any(first < start < last for first, last in spans):
            yield ProvisionsNamed(found.addresses, start, end)
        at = found.last
