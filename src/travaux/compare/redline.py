"""What changed between two drafts or two provisions, as data: lines of spans kept, inserted or deleted.

Every span keeps the runs it shows, so that a page can say where inserted words come from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from travaux.compare.align import Pair, align, alike
from travaux.text.draft import Draft, Provision, Run, cut, words_of


class Change(StrEnum):
    """What became of a span's words."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that share a fate. Kept words show the runs of the later text."""

    change: Change
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        return words_of(self.runs)


@dataclass(frozen=True, slots=True)
class RedlineLine:
    """One printed line: its spans in reading order. A line that is wholly new or gone has one span."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """The lines of two texts laid over each other. The kept and inserted words are the later text,
    the kept and deleted words (letter for letter) the earlier one."""

    lines: tuple[RedlineLine, ...]

    @property
    def changed(self) -> bool:
        """Whether any word differs."""
        return any(span.change is not Change.KEPT for line in self.lines for span in line.spans)


Line = tuple[Run, ...]

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|\s+|[^\w\s]")
# Lines that share less than this of their words are shown as one gone and one new.
_SAME_LINE = 0.3


def redline(before: Draft | Provision | None, after: Draft | Provision | None) -> Redline:
    """What changed from one text to another: draft against draft, or provision against provision.

    None stands for a text that is not there. Two drafts are compared provision by provision.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import ProvisionKind
    >>> def paragraph(words):
    ...     return Provision(ProvisionKind.PARAGRAPH, content=(Run(words, Citation("d1", 0, len(words))),))
    >>> (line,) = redline(paragraph("The ferry runs daily."), paragraph("The ferry runs weekly.")).lines
    >>> [(span.change.value, span.words) for span in line.spans]
    [('kept', 'The ferry runs '), ('deleted', 'daily'), ('inserted', 'weekly'), ('kept', '.')]
    """
    if isinstance(before, Draft) and isinstance(after, Draft):
        pairs = align(before, after)
        return Redline(tuple(line for pair in pairs for line in of_pair(pair).lines))
    return Redline(tuple(_laid_over(_lines(before), _lines(after))))


def of_pair(pair: Pair) -> Redline:
    """The redline of two provisions that answer to each other."""
    return redline(pair.before, pair.after)


def _lines(text: Draft | Provision | None) -> list[Line]:
    if text is None:
        return []
    provisions = text.provisions if isinstance(text, Draft) else (text,)
    return [line for provision in provisions for line in provision.lines]


def _laid_over(before: Sequence[Line], after: Sequence[Line]) -> list[RedlineLine]:
    lines: list[RedlineLine] = []
    for one, other in _line_pairs(before, after):
        if one is not None and other is not None:
            lines.append(RedlineLine(_spans(one, other)))
        elif one is not None:
            lines.append(RedlineLine((Span(Change.DELETED, one),)))
        elif other is not None:
            lines.append(RedlineLine((Span(Change.INSERTED, other),)))
    return lines


def _line_pairs(before: Sequence[Line], after: Sequence[Line]) -> list[tuple[Line | None, Line | None]]:
    """Lines in pairs, in order on both sides: the choice that shares the most words in all."""
    old, new = [words_of(line) for line in before], [words_of(line) for line in after]
    score = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            score[i][j] = max(score[i + 1][j], score[i][j + 1], score[i + 1][j + 1] + likeness[i][j])
    pairs: list[tuple[Line | None, Line | None]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and score[i][j] == score[i + 1][j + 1] + likeness[i][j]:
            pairs.append((before[i], after[j]))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            pairs.append((before[i], None))
            i += 1
        else:
            pairs.append((None, after[j]))
            j += 1
    return pairs + [(line, None) for line in before[i:]] + [(None, line) for line in after[j:]]


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0 + len(one.split())
    share = alike(one, other)
    return share * min(len(one.split()), len(other.split())) if share >= _SAME_LINE else 0.0


def _spans(before: Line, after: Line) -> tuple[Span, ...]:
    old, new = _tokens(words_of(before)), _tokens(words_of(after))
    starts, ends = _offsets(old), _offsets(new)
    spans: list[Span] = []
    for step in Indel.opcodes(old, new):
        gone = cut(before, starts[step.src_start], starts[step.src_end])
        come = cut(after, ends[step.dest_start], ends[step.dest_end])
        if step.tag == "equal":
            spans.append(Span(Change.KEPT, come))
        else:
            spans += [Span(Change.DELETED, gone)] if gone else []
            spans += [Span(Change.INSERTED, come)] if come else []
    return _tidied(spans)


def _tokens(words: str) -> list[str]:
    return _TOKEN.findall(words)


def _offsets(tokens: Sequence[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def _tidied(spans: list[Span]) -> tuple[Span, ...]:
    """Within a stretch of change, what is gone stands before what has come; a blank alone parts no change."""
    tidy: list[Span] = []
    gone: list[Run] = []
    come: list[Run] = []
    for index, span in enumerate(spans):
        blank = span.change is Change.KEPT and span.words.isspace() and 0 < index < len(spans) - 1
        if blank and gone and come:
            gone += span.runs
            come += span.runs
        elif span.change is Change.KEPT:
            tidy += _change(gone, come)
            gone, come = [], []
            tidy.append(span)
        else:
            (gone if span.change is Change.DELETED else come).extend(span.runs)
    return (*tidy, *_change(gone, come))


def _change(gone: list[Run], come: list[Run]) -> list[Span]:
    spans = [Span(Change.DELETED, tuple(gone))] if gone else []
    return spans + ([Span(Change.INSERTED, tuple(come))] if come else [])
