"""What changed between a stretch of a line and the stretch that stands in its place, as spans: the marks that both have
at their ends are kept, and what differs in form or by a provision's number is told from what says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from travaux.compare.blocks import blocks
from travaux.compare.form import folded, same_but_for_form
from travaux.compare.printed import Line
from travaux.compare.spans import Change, Manner

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|\s+|[^\w\s]")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LEADING, _TRAILING = re.compile(r"\W*"), re.compile(r"\W*$")
Stretch = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of a line that shares a fate; `was` is where it stood in the earlier text."""

    change: Change
    line: Line
    start: int
    end: int
    was: int | None = None
    manner: Manner = Manner.PLAIN


def changing(before: Line | None, old: Stretch, after: Line | None, new: Stretch) -> Iterator[Piece]:
    """The spans of two stretches: of the line before from start to end, and of the line after. None has no words."""
    if before is None or after is None:
        yield from _one_sided(before, old, after, new)
        return
    lines = _Lines(before, after)
    if old[0] < before.label and new[0] < after.label:
        yield from lines.label((old[0], min(old[1], before.label)), (new[0], min(new[1], after.label)))
        old, new = (min(old[1], before.label), old[1]), (min(new[1], after.label), new[1])
    yield from lines.words(old, new)


def _one_sided(before: Line | None, old: Stretch, after: Line | None, new: Stretch) -> Iterator[Piece]:
    if before is not None:
        yield _gone(before, old)
    if after is not None:
        yield _come(after, new)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A line before and the line after that answers to it."""

    before: Line
    after: Line

    def label(self, old: Stretch, new: Stretch) -> Iterator[Piece]:
        """Labels, sign by sign and word by word: where only the number is another, the provision was renumbered."""
        one, other = _tokens(self.before.text, old), _tokens(self.after.text, new)
        names = [self.before.text[slice(*each)] for each in one], [self.after.text[slice(*each)] for each in other]
        at, to = old[0], new[0]
        for place, there, size in blocks(*names):
            start, first = one[place][0], other[there][0]
            yield from self._exchanged((at, start), (to, first), number=True)
            at, to = one[place + size - 1][1], other[there + size - 1][1]
            yield self._kept(start, (first, to))
        yield from self._exchanged((at, old[1]), (to, new[1]), number=True)

    def words(self, old: Stretch, new: Stretch) -> Iterator[Piece]:
        """What stands between words that stay; the marks that both begin or end with are kept."""
        one, other = self.before.text[slice(*old)], self.after.text[slice(*new)]
        if one[:1] == one[-1:] == other[:1] == other[-1:] == " " and one[1:-1].isalnum() and other[1:-1].isalnum():
            # A word for a word, the commonest change of all.
            yield self._kept(old[0], (new[0], new[0] + 1))
            yield from self._exchanged((old[0] + 1, old[1] - 1), (new[0] + 1, new[1] - 1))
            yield self._kept(old[1] - 1, (new[1] - 1, new[1]))
            return
        lead = common_start(_lead(one), _lead(other))
        tail = common_start(_tail(one[lead:])[::-1], _tail(other[lead:])[::-1])
        if lead:
            yield self._kept(old[0], (new[0], new[0] + lead))
        yield from self._reworded((old[0] + lead, old[1] - tail), (new[0] + lead, new[1] - tail))
        if tail:
            yield self._kept(old[1] - tail, (new[1] - tail, new[1]))

    def _reworded(self, old: Stretch, new: Stretch) -> Iterator[Piece]:
        """Words for other words; those that are the same but for their form by themselves."""
        gone, come = self.before.text[slice(*old)], self.after.text[slice(*new)]
        if " " not in gone and " " not in come:
            yield from self._exchanged(old, new)
            return
        one, other = _words(self.before.text, old), _words(self.after.text, new)
        names = (
            [folded(self.before.text[slice(*each)]) for each in one],
            [folded(self.after.text[slice(*each)]) for each in other],
        )
        if set(names[0]).isdisjoint(names[1]):
            yield from self._exchanged(old, new)
            return
        at, to = old[0], new[0]
        for (place, there), count in self._rows(one, other, names):
            start, last = one[place][0], one[place + count - 1][1]
            first, end = other[there][0], other[there + count - 1][1]
            yield from self._exchanged((at, start), (to, first))
            yield from self._exchanged((start, last), (first, end))
            at, to = last, end
        yield from self._exchanged((at, old[1]), (to, new[1]))

    def _rows(
        self, one: list[Stretch], other: list[Stretch], names: tuple[list[str], list[str]]
    ) -> Iterator[tuple[Stretch, int]]:
        """Where words are the same but for their form, and how many of them in a row with what is between them."""
        for place, there, count in blocks(*names):
            before = self.before.text[one[place][0] : one[place + count - 1][1]]
            after = self.after.text[other[there][0] : other[there + count - 1][1]]
            if same_but_for_form(before, after):
                yield (place, there), count
            else:
                yield from (((place + shift, there + shift), 1) for shift in range(count))

    def _exchanged(self, old: Stretch, new: Stretch, *, number: bool = False) -> Iterator[Piece]:
        gone, come = self.before.text[slice(*old)], self.after.text[slice(*new)]
        if gone == come:
            if gone:
                yield self._kept(old[0], new)
            return
        manner = Manner.PLAIN
        if same_but_for_form(gone, come):
            manner = Manner.FORM
        elif number and gone == self.before.provision.number and come == self.after.provision.number:
            manner = Manner.NUMBER
        if gone:
            yield _gone(self.before, old, manner)
        if come:
            yield _come(self.after, new, manner)

    def _kept(self, start: int, new: Stretch) -> Piece:
        return Piece(Change.KEPT, self.after, *new, self.before.at + start)


def _gone(line: Line, old: Stretch, manner: Manner = Manner.PLAIN) -> Piece:
    return Piece(Change.DELETED, line, *old, line.at + old[0], manner)


def _come(line: Line, new: Stretch, manner: Manner = Manner.PLAIN) -> Piece:
    return Piece(Change.INSERTED, line, *new, None, manner)


def _lead(words: str) -> str:
    found = _LEADING.match(words)
    return found.group() if found else ""


def _tail(words: str) -> str:
    found = _TRAILING.search(words)
    return found.group() if found else ""


def common_start(one: str, other: str) -> int:
    """With how many of the same letters two texts begin."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)


def _tokens(text: str, within: Stretch) -> list[Stretch]:
    return [found.span() for found in _TOKEN.finditer(text, *within)]


def _words(text: str, within: Stretch) -> list[Stretch]:
    return [found.span() for found in _WORD.finditer(text, *within)]
