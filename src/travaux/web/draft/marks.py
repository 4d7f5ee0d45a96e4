"""Marks what is not agreed in a draft's words: which bracket, which of its alternatives, and whose it is.

No character is added or lost: the words of the marked runs are those of the line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.text.bracket import Alternative, Backing, Bracket, Bracketed, Piece, part, runs_of
from travaux.text.draft import words_of
from travaux.web.tints import TintedRun


@dataclass(frozen=True, slots=True)
class Open:
    """What is said of a stretch in a bracket. `first`: the bracket begins with it; `sign`: it is no wording but the
    signs and names around one."""

    number: int
    alternative: int
    says: str
    first: bool = False
    sign: bool = False
    placeholder: bool = False

    @property
    def looks(self) -> str:
        """The classes that give the stretch its look."""
        kind = "bracket-sign" if self.sign else "placeholder" if self.placeholder else "alternative"
        return f"{kind} {'odd' if self.alternative % 2 else 'even'}"


@dataclass(frozen=True, slots=True)
class MarkedRun(TintedRun):
    """A run with its tint, and what is not agreed about it."""

    open: Open | None = None


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    open: Open


class Marks:
    """The stretches of a draft's text that stand in brackets, by where they begin."""

    def __init__(self, text: Bracketed) -> None:
        self._spans = list(_spans(text.pieces, 0, None))
        self._starts = [span.start for span in self._spans]

    def marked(self, runs: Iterable[TintedRun], at: int) -> tuple[MarkedRun, ...]:
        """Runs that stand at a place of the text, cut where a stretch in brackets begins or ends."""
        found: list[MarkedRun] = []
        for run in runs:
            end = at + len(run.run.words)
            for start, stop, said in self._pieces(at, end):
                found.append(MarkedRun(part(run.run, start - end + len(run.run.words), stop - at), run.tint, said))
            at = end
        return tuple(found)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Open | None]]:
        """The pieces between two places, with what is said of each."""
        at = start
        index = max(bisect_right(self._starts, start) - 1, 0)
        for span in self._spans[index:]:
            if span.start >= end:
                break
            if span.end <= at:
                continue
            if span.start > at:
                yield at, span.start, None
            at, stop = max(at, span.start), min(span.end, end)
            yield at, stop, span.open
            at = stop
        if at < end:
            yield at, end, None


def says(bracket: Bracket, alternative: int) -> str:
    """What is known of an alternative, in words: 'Bracket 3, alternative 2 of 2: proposed by JPN; opposed by US'."""
    one = bracket.alternatives[alternative - 1]
    count = len(bracket.alternatives)
    which = f", alternative {alternative} of {count}" if count > 1 else ""
    told = "; ".join(_told(one))
    return f"Bracket {bracket.number}{which}" + (f": {told}" if told else "")


def _told(one: Alternative) -> Iterator[str]:
    backing: Backing = one.backing
    if backing.label:
        yield backing.label
    if one.placeholder:
        yield f"to fill in: {one.placeholder}"
    if one.deletion:
        yield "no words"
    rows = (
        ("proposed by", backing.proposers),
        ("supported by", backing.supporters),
        ("opposed by", backing.opposers),
        ("reserved by", one.reservations),
    )
    for what, names in rows:
        if names:
            yield f"{what} {', '.join(names)}"


def _spans(pieces: Iterable[Piece], at: int, within: Open | None) -> Iterator[_Span]:
    """The stretches in brackets in reading order; what stands in an inner bracket is told of that."""
    for piece in pieces:
        if isinstance(piece, Bracket):
            yield from _spans_of(piece, at)
            at += len(piece.words)
            continue
        if within is not None:
            yield _Span(at, at + len(piece.words), within)
        at += len(piece.words)


def _spans_of(bracket: Bracket, at: int) -> Iterator[_Span]:
    first = True
    for number, one in enumerate(bracket.alternatives, start=1):
        told = says(bracket, number)
        at += len(words_of(one.gap))
        for runs, sign in ((one.opening, True), (runs_of(one.pieces), False), (one.closing, True)):
            size = len(words_of(runs))
            said = Open(bracket.number, number, told, first, sign, bool(one.placeholder) and not sign)
            if sign and size:
                yield _Span(at, at + size, said)
            elif size:
                yield from _spans(one.pieces, at, said)
            first = first and not size
            at += size
