"""Lays two texts out line by line: the later one in its order, and what is gone where it stood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import Indel

from travaux.compare.blocks import Block
from travaux.compare.changing import Piece, changing, common_start
from travaux.compare.form import folded, same_but_for_form
from travaux.compare.matching import by_lines
from travaux.compare.overlay import Overlay
from travaux.compare.printed import Printed
from travaux.compare.spans import Change, Manner, RedlineLine, Span


class _Same(NamedTuple):
    """The same letters in a line before (`start` to `end`) and in one after (`first` to `last`)."""

    one: int
    start: int
    end: int
    other: int
    first: int
    last: int


class _Stretch(NamedTuple):
    """A stretch of one line of a text; of no line before the first and after the last."""

    line: int
    start: int
    end: int


_NOWHERE = _Stretch(-1, 0, 0)
_AFTER, _BARE = re.compile(r"\W*"), re.compile(r"\S+")


class Laid(NamedTuple):
    """A line laid out, and which line of each text it is; None on the side that lacks it."""

    one: int | None
    other: int | None
    line: RedlineLine


def laying(overlay: Overlay) -> list[Laid]:
    """The lines of both texts laid over each other; behind them those of provisions that moved."""
    old, new = overlay.old, overlay.new
    strayed = [_with_marks(same, old, new) for same in _same(overlay.strayed, old, new)]
    olds, news = set(range(len(old.lines))), set(range(len(new.lines)))
    for i, j in overlay.moved:
        olds.difference_update(range(*old.units[i : i + 2]))
        news.difference_update(range(*new.units[j : j + 2]))
    found = _Walk(overlay, strayed).walk(sorted(olds), sorted(news), overlay.kept)
    for (i, j), blocks in overlay.moved.items():
        found += _Walk(overlay, strayed).walk(range(*old.units[i : i + 2]), range(*new.units[j : j + 2]), blocks)
    return found


def _same(blocks: Iterable[Block], old: Printed, new: Printed) -> list[_Same]:
    """Words in common as letters in common: cut where a line ends, and where other marks stand between two words."""
    found: list[_Same] = []
    olds, news = _Reader(old), _Reader(new)
    for one, other, (i, j, size) in by_lines(blocks, old, new):
        start, first = olds.start(one, i), news.start(other, j)
        before, after = old.lines[one], new.lines[other]
        # The last words of a line need not be gone through.
        end = len(before.bare.rstrip()) if i + size == old.firsts[one + 1] else before.end(start, size)
        olds.passed(size, end)
        if after.text.startswith(before.text[start:end], first):
            last = first + end - start
            news.passed(size, last)
            found.append(_Same(one, start, end, other, first, last))
        else:
            found += _cut(_Stretch(one, start, size), _Stretch(other, first, size), old, new)
    return found


class _Reader:
    """Finds words in the lines of a text: those behind the last one without a look at what is before it."""

    def __init__(self, text: Printed) -> None:
        self.text = text
        self.line, self.word, self.at = -1, 0, 0

    def start(self, line: int, word: int) -> int:
        """Where in a line a word begins; words are counted in the whole text."""
        if line != self.line or word < self.word:
            self.line, self.word, self.at = line, self.text.firsts[line], 0
        self.at, self.word = self.text.lines[line].start(self.at, word - self.word), word
        return self.at

    def passed(self, words: int, end: int) -> None:
        """So many words were read, the last of which ends there."""
        self.word, self.at = self.word + words, end


def _with_marks(same: _Same, old: Printed, new: Printed) -> _Same:
    """The same letters with the marks behind them that are the same, too."""
    before, after = old.lines[same.one].text[same.end :], new.lines[same.other].text[same.last :]
    count = common_start(_marks(before), _marks(after))
    return same._replace(end=same.end + count, last=same.last + count)


def _cut(one: _Stretch, other: _Stretch, old: Printed, new: Printed) -> Iterator[_Same]:
    """The pieces of a row of words between which the same marks stand. A stretch is here a line, where its first word
    begins, and how many words."""
    before, after = old.lines[one.line], new.lines[other.line]
    olds = [found.span() for found in islice(_BARE.finditer(before.bare, one.start), one.end)]
    news = [found.span() for found in islice(_BARE.finditer(after.bare, other.start), other.end)]
    (start, end), (first, last) = olds[0], news[0]
    for (at, behind), (to, beyond) in zip(olds[1:], news[1:], strict=True):
        if before.text[end:at] != after.text[last:to]:
            yield _Same(one.line, start, end, other.line, first, last)
            start, first = at, to
        end, last = behind, beyond
    yield _Same(one.line, start, end, other.line, first, last)


class _Walk:
    """Goes through lines of both texts from what stays to what stays."""

    def __init__(self, overlay: Overlay, strayed: Sequence[_Same]) -> None:
        self.overlay, self.old, self.new = overlay, overlay.old, overlay.new
        self.gone: dict[int, list[_Same]] = defaultdict(list)
        self.come: dict[int, list[_Same]] = defaultdict(list)
        for same in strayed:
            self.gone[same.one].append(same)
            self.come[same.other].append(same)
        for each in self.gone.values():
            each.sort(key=lambda same: same.start)
        self.heads = dict(self._heads())
        self.named = set(self.heads.values())
        self.found: list[Laid] = []
        self.pieces: list[Piece] = []
        self.lines: tuple[int | None, int | None] = (None, None)

    def _heads(self) -> Iterator[tuple[int, int]]:
        """The lines that name provisions which answer to each other."""
        for i, j in self.overlay.pairs:
            (one, end), (other, last) = self.old.units[i : i + 2], self.new.units[j : j + 2]
            if one < end and other < last and self.old.lines[one].label and self.new.lines[other].label:
                yield one, other

    def walk(self, olds: Sequence[int], news: Sequence[int], kept: Iterable[Block]) -> list[Laid]:
        """These lines laid out, with the words that stay among them."""
        places = {line: place for place, line in enumerate(olds)}, {line: place for place, line in enumerate(news)}
        at, to = (-1, 0), (-1, 0)
        for same in _same(kept, self.old, self.new):
            one, other = places[0][same.one], places[1][same.other]
            if one == at[0] and other == to[0] and self._is_word_for_word(same, at[1], to[1]):
                self._exchange(same, at[1], to[1])
            else:
                ends = (one, same.start), (other, same.first)
                self._pass(_stretches(self.old, olds, at, ends[0]), _stretches(self.new, news, to, ends[1]))
                self._keep(same)
            at, to = (one, same.end), (other, same.last)
        ends = (len(olds), 0), (len(news), 0)
        self._pass(_stretches(self.old, olds, at, ends[0]), _stretches(self.new, news, to, ends[1]))
        return self.found

    def _is_word_for_word(self, same: _Same, start: int, first: int) -> bool:
        """Whether between what stayed up to two places and what stays from there a word stands for a word, between
        blanks: the commonest change of all."""
        if same.one in self.gone or same.other in self.come:
            return False
        old, new = self.old.lines[same.one].text, self.new.lines[same.other].text
        gone, come = old[start : same.start], new[first : same.first]
        blank = gone[0] == gone[-1] == come[0] == come[-1] == " "
        return blank and gone != come and gone[1:-1].isalnum() and come[1:-1].isalnum()

    def _exchange(self, same: _Same, start: int, first: int) -> None:
        """A word for a word, with the blank before it and the one behind it, and what stays from there."""
        old, new = self.old.lines[same.one], self.new.lines[same.other]
        (_, line, begun, _, was, manner), (end, last) = self.pieces[-1], (same.start - 1, same.first - 1)
        form = same_but_for_form(old.text[start + 1 : end], new.text[first + 1 : last])
        told = Manner.FORM if form else Manner.PLAIN
        self.pieces[-1:] = (
            Piece(Change.KEPT, line, begun, first + 1, was, manner),
            Piece(Change.DELETED, old, start + 1, end, old.at + start + 1, told),
            Piece(Change.INSERTED, new, first + 1, last, None, told),
            Piece(Change.KEPT, new, last, same.last, old.at + end),
        )

    def _pass(self, olds: list[_Stretch], news: list[_Stretch]) -> None:
        """What stands between two stretches that stay: the rest of a line, whole lines, and the beginning of one."""
        if len(news) == 1:
            self._join(olds, news[0])
            return
        self._change(olds[:1], news[:1])
        self._close()
        self._whole(olds[1:-1], news[1:-1])
        self._open(olds[-1].line, news[-1].line)
        self._change(olds[-1:] if len(olds) > 1 else [], news[-1:])

    def _join(self, olds: list[_Stretch], new: _Stretch) -> None:
        """What stands between two stretches of one line that may have been in several."""
        if len(olds) == 1 or new.line in self.come or any(each.line in self.gone for each in olds):
            self._change(olds, [new])
            return
        first, last, words = self._words(olds[0]), self._words(olds[-1]), self.new.lines[new.line].text
        lead = common_start(_marks(first), _marks(words[new.start : new.end]))
        tail = common_start(_marks(last[::-1]), _marks(words[new.start + lead : new.end][::-1]))
        start, end = olds[0], olds[-1]
        self._change([start._replace(end=start.start + lead)], [new._replace(end=new.start + lead)])
        rest = [start._replace(start=start.start + lead), *olds[1:-1], end._replace(end=end.end - tail)]
        self._change(rest, [new._replace(start=new.start + lead, end=new.end - tail)])
        self._change([end._replace(start=end.end - tail)], [new._replace(start=new.end - tail)])

    def _words(self, stretch: _Stretch) -> str:
        return self.old.lines[stretch.line].text[stretch.start : stretch.end]

    def _whole(self, olds: list[_Stretch], news: list[_Stretch]) -> None:
        """Whole lines: in pairs where they differ in form alone, or open provisions that answer to each other."""
        i = j = 0
        for one, other in self._answering(olds, news) if olds and news else ():
            self._apart(olds[i:one], news[j:other])
            self._line([olds[one]], [news[other]])
            i, j = one + 1, other + 1
        self._apart(olds[i:], news[j:])

    def _answering(self, olds: list[_Stretch], news: list[_Stretch]) -> Iterator[tuple[int, int]]:
        one, other = self._names(olds), self._names(news, later=True)
        if one == other:
            yield from zip(range(len(one)), range(len(other)), strict=True)
            return
        for step in Indel.opcodes(one, other):
            if step.tag == "equal":
                yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)

    def _names(self, stretches: Sequence[_Stretch], *, later: bool = False) -> list[object]:
        """What lines are called so that those with one name answer to each other."""
        text, holes = (self.new, self.come) if later else (self.old, self.gone)
        names: list[object] = []
        for line, _, _ in stretches:
            head = self.heads.get(line) if not later else line if line in self.named else None
            names.append(
                head if head is not None else (line, later) if line in holes else folded(text.lines[line].text)
            )
        return names

    def _apart(self, olds: Sequence[_Stretch], news: Sequence[_Stretch]) -> None:
        for stretch in olds:
            self._line([stretch], [])
        for stretch in news:
            self._line([], [stretch])

    def _line(self, olds: list[_Stretch], news: list[_Stretch]) -> None:
        self._open(olds[0].line if olds else None, news[0].line if news else None)
        self._change(olds, news)
        self._close()

    def _open(self, one: int | None, other: int | None) -> None:
        self.lines = (None if one == -1 else one, None if other == -1 else other)

    def _close(self) -> None:
        if self.pieces:
            one, other = self.lines
            before = self.old.lines[one].provision if one is not None else None
            after = self.new.lines[other].provision if other is not None else None
            spans = tuple(
                Span(change, line.text[start:end], line.runs, start, was, manner)
                for change, line, start, end, was, manner in self.pieces
            )
            self.found.append(Laid(one, other, RedlineLine(spans, before, after)))
        self.pieces = []

    def _keep(self, same: _Same, manner: Manner = Manner.PLAIN) -> None:
        was = self.old.lines[same.one].at + same.start
        self._add(Piece(Change.KEPT, self.new.lines[same.other], same.first, same.last, was, manner))

    def _change(self, olds: Sequence[_Stretch], news: Sequence[_Stretch]) -> None:
        """What is gone, then what has come; their words that went elsewhere or came from there apart."""
        if len(olds) == len(news) == 1 and not (olds[0].line in self.gone or news[0].line in self.come):
            self._compare(olds[0], news[0])
            return
        for stretch in olds:
            self._go(stretch)
        for stretch in news:
            self._come(stretch)

    def _compare(self, old: _Stretch, new: _Stretch) -> None:
        # Before the first line and after the last there is nothing.
        before = self.old.lines[old.line] if old.start < old.end else None
        after = self.new.lines[new.line] if new.start < new.end else None
        if before is None and after is None:
            return
        if before and after and before.text[old.start : old.end] == after.text[new.start : new.end]:
            self._add(Piece(Change.KEPT, after, new.start, new.end, before.at + old.start))
            return
        for piece in changing(before, (old.start, old.end), after, (new.start, new.end)):
            self._add(piece)

    def _go(self, stretch: _Stretch) -> None:
        at = stretch.start
        for same in self.gone.get(stretch.line, ()):
            if at <= same.start and same.end <= stretch.end:
                self._old(Change.DELETED, stretch.line, at, same.start)
                self._old(Change.MOVED, stretch.line, same.start, same.end)
                at = same.end
        self._old(Change.DELETED, stretch.line, at, stretch.end)

    def _come(self, stretch: _Stretch) -> None:
        at = stretch.start
        for same in self.come.get(stretch.line, ()):
            if at <= same.first and same.last <= stretch.end:
                self._new(stretch.line, at, same.first)
                self._keep(same, Manner.ELSEWHERE)
                at = same.last
        self._new(stretch.line, at, stretch.end)

    def _old(self, change: Change, at: int, start: int, end: int) -> None:
        if start < end:
            line = self.old.lines[at]
            self._add(Piece(change, line, start, end, line.at + start))

    def _new(self, at: int, start: int, end: int) -> None:
        if start < end:
            self._add(Piece(Change.INSERTED, self.new.lines[at], start, end))

    def _add(self, piece: Piece) -> None:
        """A piece, joined to the one before where it goes on with it."""
        last = self.pieces[-1] if self.pieces else None
        if last and last.change is piece.change and last.manner is piece.manner and _goes_on(last, piece):
            self.pieces[-1] = Piece(last.change, last.line, last.start, piece.end, last.was, last.manner)
        else:
            self.pieces.append(piece)


def _goes_on(last: Piece, piece: Piece) -> bool:
    if last.line is not piece.line or last.end != piece.start:
        return False
    return last.was is None or (piece.was is not None and last.was + last.end - last.start == piece.was)


def _stretches(text: Printed, lines: Sequence[int], at: tuple[int, int], to: tuple[int, int]) -> list[_Stretch]:
    """From a place in one of the lines to a place in the same or a later one, line by line."""
    if at[0] == to[0]:
        return [_Stretch(lines[at[0]], at[1], to[1])]
    begun = _Stretch(lines[at[0]], at[1], len(text.lines[lines[at[0]]].text)) if at[0] >= 0 else _NOWHERE
    whole = [_Stretch(line, 0, len(text.lines[line].text)) for line in lines[at[0] + 1 : to[0]]]
    return [begun, *whole, _Stretch(lines[to[0]], 0, to[1]) if to[0] < len(lines) else _NOWHERE]


def _marks(words: str) -> str:
    """What a text begins with before its first word."""
    found = _AFTER.match(words)
    return found.group() if found else ""
