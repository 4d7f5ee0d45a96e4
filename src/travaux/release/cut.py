"""Cuts words out of a text, puts a marker in their place, and knows where each stretch that is left stood before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from travaux.release.amount import marker

_SIGN = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `start` to `end` of a text, or of the note with the mark `note`. `marker` is what stands for them;
    where it is "", how much they are."""

    start: int
    end: int
    note: str = ""
    marker: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a cut has words, not {self.start} to {self.end}")


class Kept(NamedTuple):
    """Characters `start` to `end` of the text before; in what is left they begin at `now`."""

    start: int
    end: int
    now: int


@dataclass(frozen=True, slots=True)
class Strip:
    """What is left of a text: its words with the markers, the stretches `kept` in order, and the words `gone`.

    `markers` are the cuts as made, and where the marker of each stands: (cut from, cut to, marker from, marker to).
    """

    kept: Sequence[tuple[int, int, int]]
    text: str = ""
    gone: tuple[str, ...] = ()
    markers: tuple[tuple[int, int, int, int], ...] = field(default=())

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the characters `start` to `end` are now; None where some of them are gone."""
        for first, last, now in self.kept:
            if first <= start and end <= last:
                return now + start - first, now + end - first
        return None

    def place(self, at: int) -> tuple[int, bool]:
        """Where the place `at` is now, and whether it was in, or right behind, words that are gone."""
        for first, last, _, now in self.markers:
            if first < at <= last:
                return now, True
        for first, last, now in self.kept:
            if first <= at <= last:
                return now + at - first, False
        # Between stretches: at a line end that went with what is withheld.
        return next((now for first, _, now in self.kept if first >= at), len(self.text)), True

    def before(self, start: int, end: int) -> int | None:
        """Where the first of the characters `start` to `end` of what is left stood; None where a marker is all."""
        for first, last, now in self.kept:
            begins, ends = max(start, now), min(end, now + last - first)
            if begins < ends or (start == end and now <= start <= now + last - first):
                return first + begins - now
        return None


def strip(text: str, cuts: Iterable[Cut]) -> Strip:
    """The text without its cuts. Raises ValueError where one ends behind the text."""
    joined = merged(text, cuts)
    made, kept, markers, gone = [], list[Kept](), list[tuple[int, int, int, int]](), []
    at = length = 0

    def keep(end: int) -> None:
        nonlocal length
        if end > at:
            kept.append(Kept(at, end, length))
            made.append(text[at:end])
            length += end - at

    for cut in joined:
        keep(cut.start)
        told = cut.marker or _told(text, cut)
        made.append(told)
        markers.append((cut.start, cut.end, length, length + len(told)))
        gone.append(text[cut.start : cut.end])
        length += len(told)
        at = cut.end
        if "\n" in gone[-1] and at < len(text) and text[at] != "\n":
            # What is left of the last paragraph stays one of its own.
            made.append("\n")
            length += 1
            at += len(text[at:]) - len(text[at:].lstrip(" "))
    keep(len(text))
    return Strip(tuple(kept), "".join(made), tuple(gone), tuple(markers))


def merged(text: str, cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """The cuts in order, each to the ends of its words, those that meet as one."""
    found: list[Cut] = []
    for cut in sorted((_whole(text, each) for each in cuts), key=lambda each: (each.start, each.end)):
        last = found[-1] if found else None
        if last and not text[last.end : cut.start].strip():
            same = last.marker if last.marker == cut.marker and cut.end <= last.end else ""
            found[-1] = Cut(last.start, max(last.end, cut.end), last.note, same)
        else:
            found.append(cut)
    return tuple(found)


def _whole(text: str, cut: Cut) -> Cut:
    """The cut without space at its ends, and with the rest of the words that it begins and ends in."""
    if cut.end > len(text):
        raise ValueError(f"a cut to {cut.end} of a text of {len(text)} characters")
    start, end = cut.start, cut.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise ValueError("a cut has words")
    while start > 0 and _SIGN.match(text[start]) and _SIGN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _SIGN.match(text[end - 1]) and _SIGN.match(text[end]):
        end += 1
    return Cut(start, end, cut.note, cut.marker)


def _told(text: str, cut: Cut) -> str:
    """How much a cut is: in paragraphs too, where it is of whole ones."""
    whole = (cut.start == 0 or text[cut.start - 1] == "\n") and (cut.end == len(text) or text[cut.end] == "\n")
    words = text[cut.start : cut.end]
    return marker(len(words), paragraphs=words.count("\n") + 1 if whole else 0)
