"""How much of what is labelled was found, and how much of what was found is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measure."""

    labelled: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.labelled + other.labelled, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.labelled + self.found
        return 2 * self.right / both if both else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f}   "
            f"({self.right} right of {self.found} found, {self.labelled} labelled)"
        )


def overlap(one: Span, other: Span) -> int:
    """How many characters two places have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def size(span: Span) -> int:
    """How many characters a place has, one at least."""
    return max(1, span[1] - span[0])


def meet(one: Span, other: Span) -> bool:
    """Whether two places have half of the shorter of them in common."""
    return 2 * overlap(one, other) >= min(size(one), size(other))


def paired(wanted: Sequence[T], found: Sequence[T], rank: Callable[[T, T], Any]) -> list[tuple[T, T]]:
    """What is labelled with what was found, one with one, the lowest `rank` first; None is for two that are no pair."""
    ranks = (
        (rank(one, other), place, number) for place, one in enumerate(wanted) for number, other in enumerate(found)
    )
    ranked = sorted(each for each in ranks if each[0] is not None)
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, place, number in ranked:
        if place not in taken[0] and number not in taken[1]:
            taken[0].add(place)
            taken[1].add(number)
            pairs.append((wanted[place], found[number]))
    return pairs
