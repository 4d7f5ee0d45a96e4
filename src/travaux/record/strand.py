"""Running text with marks anchored in it: one space between words, offsets that count in the result.

It changes no word. Spaces that only lay out the source are kept away from brackets and points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum, StrEnum
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

OPENING = frozenset("([“‘")
CLOSING = frozenset(")].,;:’”")


class AnchorKind(StrEnum):
    """What is anchored: a note's mark, a page's beginning, a line's end, words that refer."""

    NOTE = "note"
    PAGE = "page"
    LINE = "line"
    REFERENCE = "reference"


class Anchor(NamedTuple):
    """`name` is the note's key, the page's number or the reference's target."""

    kind: AnchorKind
    name: str
    start: int
    end: int

    def moved(self, by: int) -> Anchor:
        return self._replace(start=self.start + by, end=self.end + by)


class Strand(NamedTuple):
    """A line or paragraph of plain words, and what is anchored in it.

    Volumes have them by the hundred thousand, and tuples are made in half the time of dataclasses.
    """

    text: str = ""
    anchors: tuple[Anchor, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.anchors)

    def of(self, kind: AnchorKind) -> tuple[Anchor, ...]:
        return tuple([anchor for anchor in self.anchors if anchor.kind is kind]) if self.anchors else ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of each printed line."""
        ends = [0, *(anchor.start for anchor in self.of(AnchorKind.LINE)), len(self.text)]
        lines = (self.text[start:end].strip() for start, end in pairwise(ends))
        return tuple(line for line in lines if line)

    def cut(self, start: int, end: int | None = None) -> Strand:
        """The words from `start` to `end`, with what is anchored there."""
        end = len(self.text) if end is None else end
        kept = (anchor for anchor in self.anchors if start <= anchor.start and anchor.end <= end)
        return Strand(self.text[start:end], tuple(anchor.moved(-start) for anchor in kept))


_strip = str.strip
#: What makes the words of a text such with one space between them.
Spacing = Callable[[str], str]


def spaced(text: str) -> str:
    """The words of a text with one space between them, as `" ".join(text.split())` gives them.

    Splitting every word apart takes twice as long as trimming the lines, and seldom is more than that needed.
    """
    text = text.strip()
    if "\n" in text:
        text = " ".join(map(_strip, text.split("\n")))
    # No white space but the space itself is printable.
    if "  " in text or not text.isprintable():
        return " ".join(text.split())
    return text


def spaced_plainly(text: str) -> str:
    """The same of a text that has no white space but blanks and line ends. To look for other is half of the work."""
    text = text.strip()
    if "\n" in text:
        text = " ".join(map(_strip, text.split("\n")))
    return " ".join(text.split()) if "  " in text else text


def joined(strands: Iterable[Strand], separator: str = " ") -> Strand:
    """Several strands as one, parted by `separator`."""
    strands = tuple(strands)
    if len(strands) == 1:
        return strands[0]
    text, anchors = "", list[Anchor]()
    for strand in strands:
        text += separator if text and strand.text else ""
        anchors += [anchor.moved(len(text)) for anchor in strand.anchors]
        text += strand.text
    return Strand(text, tuple(anchors))


class _Gap(IntEnum):
    NONE = 0
    LAYOUT = 1
    SPACE = 2


_NONE, _LAYOUT, _SPACE = _Gap.NONE, _Gap.LAYOUT, _Gap.SPACE
_NOTE, _PAGE, _REFERENCE = AnchorKind.NOTE, AnchorKind.PAGE, AnchorKind.REFERENCE
_START = attrgetter("start")
#: Makes a named tuple in half the time that its own constructor takes.
_new = tuple.__new__


class StrandBuilder:
    """Takes words and marks in reading order and gives one strand, once.

    `raw` are the words since the last mark, laid out in one go before the next: whoever has many adds them there.
    `spacing` is what gets one space between words: `spaced_plainly`, where the white space of the source is known.
    """

    __slots__ = (
        "_anchors",
        "_before_note",
        "_gap",
        "_last",
        "_length",
        "_open",
        "_parts",
        "_spacing",
        "_waiting",
        "raw",
    )

    def __init__(self, spacing: Spacing = spaced) -> None:
        self.raw: list[str] = []
        self._spacing = spacing
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._before_note = _NONE
        self._gap = _NONE
        self._anchors: list[Anchor] = []
        self._waiting: list[tuple[AnchorKind, str]] = []
        self._open: list[tuple[str, int]] = []

    def words(self, text: str | None) -> None:
        """Words to go on with."""
        if text:
            self.raw.append(text)

    def edge(self, text: str | None) -> None:
        """Words at the edge of an element, where white space alone may be layout only."""
        if text:
            if text.isspace():
                self.layout()
            else:
                self.raw.append(text)

    def _take(self) -> None:
        raw = self.raw
        if not raw:
            return
        text = raw[0] if len(raw) == 1 else "".join(raw)
        raw.clear()
        words = self._spacing(text)
        if not words:
            self._gap = _SPACE
            return
        first = words[0]
        if text[0] != first:
            self._gap = _SPACE
        if self._length and self._spaced(first):
            self._parts.append(" ")
            self._length += 1
        if self._waiting:
            self._settle()
        self._parts.append(words)
        self._length += len(words)
        self._last = last = words[-1]
        self._before_note = _NONE
        self._gap = _NONE if text[-1] == last else _SPACE

    def cell(self) -> None:
        """The end of a cell of a row."""
        self._take()
        self._gap = self._before_note = _NONE
        self._parts.append("\t")
        self._length += 1
        self._last = "\t"

    def layout(self) -> None:
        """White space that may be there only because the source is printed with indents."""
        self._take()
        if self._gap is _NONE:
            self._gap = _LAYOUT

    def note(self, key: str) -> None:
        self._take()
        if self._gap > self._before_note:
            self._before_note = self._gap
        self._gap = _NONE
        self._anchors.append(_new(Anchor, (_NOTE, key, self._length, self._length)))

    def page(self, page: str) -> None:
        self._take()
        self._waiting.append((_PAGE, page))

    def line(self) -> None:
        self._take()
        self._anchors.append(Anchor(AnchorKind.LINE, "", self._length, self._length))
        self._gap = _SPACE

    def open_reference(self, target: str) -> None:
        self._take()
        self._waiting.append((_REFERENCE, target))

    def close_reference(self) -> None:
        self._take()
        if self._open:
            target, start = self._open.pop()
            self._anchors.append(_new(Anchor, (_REFERENCE, target, start, self._length)))
        else:
            self._waiting = [(kind, name) for kind, name in self._waiting if kind is not _REFERENCE]

    def strand(self) -> Strand:
        """All that was taken."""
        self._take()
        if self._waiting:
            self._settle()
        anchors, parts = self._anchors, self._parts
        if len(anchors) > 1:
            anchors.sort(key=_START)
        return _new(Strand, (parts[0] if len(parts) == 1 else "".join(parts), tuple(anchors)))

    def _spaced(self, following: str) -> bool:
        gap = self._gap
        if gap is _SPACE:
            return True
        if gap is _LAYOUT or self._before_note is _LAYOUT:
            # A space before a note counts for more than layout behind it.
            return self._before_note is _SPACE or (self._last not in OPENING and following not in CLOSING)
        return self._before_note is _SPACE and following not in CLOSING

    def _settle(self) -> None:
        for kind, name in self._waiting:
            if kind is _PAGE:
                self._anchors.append(_new(Anchor, (kind, name, self._length, self._length)))
            else:
                self._open.append((name, self._length))
        self._waiting.clear()
