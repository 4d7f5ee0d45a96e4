"""How much of what is labelled was found, and how much of what was found is right."""

from __future__ import annotations

from dataclasses import dataclass


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
