"""A text as it is compared: its printed lines, and their words without the labels that only number them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from travaux.text.draft import Provision, Run, words_of

# What counts as one word; all between two words (blanks, marks) is a gap.
_WORD = re.compile(r"(\w++(?:[’'-]\w++)*+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its runs, its text, how many of its characters are the label, and where it begins in the text
    as printed. `marks`: where in the line each gap and each word begins, by turns, gap first, and its end."""

    provision: Provision
    runs: tuple[Run, ...]
    text: str
    label: int
    at: int
    marks: Sequence[int]


@dataclass(frozen=True, slots=True)
class Printed:
    """Texts one below the other, a text a unit. `words`: those of all lines, in order, without labels; `firsts`: which
    of them is the first of each line, `units`: which line is the first of each unit. Both end with the total."""

    lines: tuple[Line, ...]
    words: list[str]
    firsts: list[int]
    units: list[int]

    def line_at(self, word: int) -> int:
        """The line that a word stands in."""
        return bisect_right(self.firsts, word) - 1

    def unit_at(self, word: int) -> int:
        """The unit that a word stands in."""
        return bisect_right(self.units, self.line_at(word)) - 1

    @property
    def sizes(self) -> list[int]:
        """How many words each line has."""
        return [end - start for start, end in pairwise(self.firsts)]

    def span(self, unit: int) -> tuple[int, int]:
        """The first word of a unit, and the first after it."""
        return self.firsts[self.units[unit]], self.firsts[self.units[unit + 1]]

    def count(self, unit: int) -> int:
        """How many words a unit has."""
        start, end = self.span(unit)
        return end - start


def printed(units: Iterable[Sequence[Provision]]) -> Printed:
    """The lines and words of texts, each given as provisions in reading order.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import ProvisionKind
    >>> label, content = (Run(words, Citation("d1", 0, 9)) for words in ("2. ", "Fares are free."))
    >>> text = printed([[Provision(ProvisionKind.PARAGRAPH, "2", (label,), (content,))]])
    >>> text.words
    ['Fares', 'are', 'free']
    """
    lines: list[Line] = []
    words: list[str] = []
    firsts, starts = [0], [0]
    at = 0
    for provisions in units:
        for provision in provisions:
            runs = provision.label + provision.content
            if not runs:
                continue
            label = len(words_of(provision.label)) if provision.label else 0
            text = runs[0].words if len(runs) == 1 else words_of(runs)
            parts = _WORD.split(text[label:] if label else text)
            lines.append(Line(provision, runs, text, label, at, list(accumulate(map(len, parts), initial=label))))
            words += parts[1::2]
            firsts.append(len(words))
            at += len(text) + 1
        starts.append(len(lines))
    return Printed(tuple(lines), words, firsts, starts)
