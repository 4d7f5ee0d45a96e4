"""Cuts a text at the edges of the passages marked in it. Passages may overlap and run across lines.

No character is added or lost: the words of the stretches are the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from travaux.web import links


class Look(StrEnum):
    """What a marked passage is; the page gives each a look of its own."""

    DRAFT = "draft"
    INSTRUCTION = "instruction"
    FINDING = "finding"
    ASKED = "asked"
    WITHHELD = "withheld"
    REFERENCE = "reference"
    ABSENT = "absent"
    NAMED = "named"
    UNDECIDED = "undecided"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage: characters `start` to `end`, in which note, where a reference leads, and what is said of it."""

    start: int
    end: int
    look: Look
    href: str = ""
    note: str = ""
    says: str = ""

    @property
    def anchor(self) -> str:
        """The name under which a link finds the passage."""
        return links.anchor(self.start, self.end, self.note)


class Sign(StrEnum):
    """What stands in or beside a text without being part of it."""

    NOTE = "note"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Point:
    """The mark of a note, or the number of a page that begins here."""

    offset: int
    sign: Sign
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words under the same marks; `points` and the anchors of `begins` stand before them."""

    words: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def looks(self) -> str:
        """The looks of the marks and their anchors, as class names."""
        names = [f"is-{mark.look}" for mark in self.marks] + [mark.anchor for mark in self.marks]
        return " ".join(dict.fromkeys(names))

    @property
    def href(self) -> str:
        """Where the words lead, "" where nowhere."""
        return next((mark.href for mark in self.marks if mark.href), "")

    @property
    def says(self) -> str:
        """What is said of the words where they lead, "" for nothing."""
        return next((mark.says for mark in self.marks if mark.href), "")

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of the marks that begin here, each once."""
        return tuple(dict.fromkeys(mark.anchor for mark in self.begins))


def mark(words: str, marks: Iterable[Mark] = (), points: Iterable[Point] = (), *, at: int = 0) -> tuple[Stretch, ...]:
    """The words, which stand `at` an offset of a longer text that marks and points count in, in stretches.

    A mark that begins, or a point that stands, right after the last word comes with an empty stretch.
    """
    end = at + len(words)
    near = [each for each in marks if each.start <= end and each.end >= at]
    points = [each for each in points if at <= each.offset <= end]
    edges = {at, end, *(each.start for each in near), *(each.end for each in near)}
    edges |= {each.offset for each in points}
    cuts = sorted(edge for edge in edges if at <= edge <= end)
    stretches = [
        _stretch(words[first - at : last - at], first, near, points)
        for first, last in zip(cuts, [*cuts[1:], end], strict=True)
    ]
    return tuple(each for each in stretches if each.words or each.begins or each.points)


def _stretch(words: str, at: int, marks: list[Mark], points: list[Point]) -> Stretch:
    return Stretch(
        words=words,
        marks=tuple(each for each in marks if each.start < at + len(words) and each.end > at),
        begins=tuple(each for each in marks if each.start == at),
        points=tuple(each for each in points if each.offset == at),
    )
