"""A text as it is compared: its printed lines, and their words without the labels that only number them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from travaux.text.draft import Provision, Run, words_of

# A word is made of letters, digits and underscores, and may be joined to another by one of these: “co-operation”.
_MARK = re.compile(r"[^\w’'-]")
# One of them that stands not between two such signs is a mark like others.
_LOOSE = re.compile(r"[’'-](?:(?!\w)|(?<!\w.))")
_PLAIN_MARKS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) in "_'-")}


class Line(NamedTuple):
    """A printed line: its runs, its text, how many of its characters are the label, and where it begins in the text
    as printed. `bare`: the text with a blank for each sign that is in no word, and for each of the label."""

    provision: Provision
    runs: tuple[Run, ...]
    text: str
    label: int
    at: int
    bare: str

    def start(self, at: int, passed: int) -> int:
        """Where the word begins that stands behind a place and so many words passed."""
        return len(self.bare) - len(self.bare[at:].split(None, passed)[passed])

    def end(self, start: int, count: int) -> int:
        """Where so many words end of which the first begins at `start`."""
        found = self.bare.find(" ", self.start(start, count - 1) if count > 1 else start)
        return found if found >= 0 else len(self.bare)


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
            bare = " " * label + _bare(text[label:]) if label else _bare(text)
            lines.append(Line(provision, runs, text, label, at, bare))
            words += bare.split()
            firsts.append(len(words))
            at += len(text) + 1
        starts.append(len(lines))
    return Printed(tuple(lines), words, firsts, starts)


def _bare(text: str) -> str:
    """A text, letter for letter, with a blank for each sign that is in no word.

    >>> _bare("'Co-operation', and -- the parties' aid")
    ' Co-operation   and    the parties  aid'
    """
    bare = text.translate(_PLAIN_MARKS) if text.isascii() else _MARK.sub(" ", text)
    return _LOOSE.sub(" ", bare) if "-" in bare or "'" in bare or "’" in bare else bare
