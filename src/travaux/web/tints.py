"""Gives each document that words come from a tint, the same on the words and in the legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.text.draft import Draft, Run

# The style sheet has this many tints beside the plain one.
TINTS = 6


@dataclass(frozen=True, slots=True)
class Tint:
    """A document that words come from: its id, its tint, and how many words it gave."""

    document: str
    number: int
    words: int


def tints(drafts: Iterable[Draft]) -> tuple[Tint, ...]:
    """The tints of the documents that gave the words of drafts, the most words first and plain."""
    count: Counter[str] = Counter()
    for draft in drafts:
        for provision in draft.walk():
            for run in provision.line:
                count[run.origin.document] += len(run.words.split())
    return tuple(
        Tint(document, (rank - 1) % TINTS + 1 if rank else 0, words)
        for rank, (document, words) in enumerate(count.most_common())
    )


@dataclass(frozen=True, slots=True)
class TintedRun:
    """A run with the number of its document's tint."""

    run: Run
    tint: int


def tinted(runs: Iterable[Run], legend: Iterable[Tint]) -> tuple[TintedRun, ...]:
    """The runs, each with its tint; 0 where the legend does not name its document."""
    numbers = {tint.document: tint.number for tint in legend}
    return tuple(TintedRun(run, numbers.get(run.origin.document, 0)) for run in runs)
