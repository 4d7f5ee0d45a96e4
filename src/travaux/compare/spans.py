"""What became of the words of two texts: spans that were kept, inserted, deleted or moved, a printed line a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from travaux.text.draft import Provision, Run, cut


class Change(StrEnum):
    """What became of a span's words. MOVED: they stand elsewhere in the later text, kept, and are shown here because
    they stood here."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


class Manner(StrEnum):
    """How a span differs from plain text of its kind."""

    PLAIN = ""
    #: Inserted or deleted for the form of the text alone: quotation marks, dashes, capitals, blanks.
    FORM = "form"
    #: The number of a provision, inserted or deleted because its place has changed.
    NUMBER = "number"
    #: Kept words that stood elsewhere.
    ELSEWHERE = "elsewhere"


class Span(NamedTuple):
    """Words that share a fate. Kept words show the runs of the later text. `line` is the whole line they stand in,
    `start` where in it; `was` where they stood in the earlier text as printed, None for what was not there."""

    change: Change
    words: str
    line: tuple[Run, ...]
    start: int
    was: int | None = None
    manner: Manner = Manner.PLAIN

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words with their origins."""
        return cut(self.line, self.start, self.start + len(self.words))

    @property
    def changed(self) -> bool:
        """Whether the words are only in one of the texts."""
        return self.change is Change.INSERTED or self.change is Change.DELETED


@dataclass(frozen=True, slots=True)
class RedlineLine:
    """One printed line: its spans in reading order. A line that is wholly new or gone has one span.

    `before` and `after` are the provisions whose line it is; None on the side that lacks it."""

    spans: tuple[Span, ...]
    before: Provision | None = None
    after: Provision | None = None

    @property
    def changed(self) -> bool:
        """Whether any word of it is only in one of the texts."""
        return any(span.changed for span in self.spans)


def accepted(lines: Iterable[RedlineLine]) -> str:
    """The later text, from what was kept and inserted."""
    texts = (_words(line, Change.KEPT, Change.INSERTED) for line in lines)
    return "\n".join(text for text in texts if text is not None)


def rejected(lines: Iterable[RedlineLine]) -> str:
    """The earlier text, from what was kept and deleted, put back where it stood."""
    placed = sorted(
        (span.was, span.words)
        for line in lines
        for span in line.spans
        if span.was is not None and span.change is not Change.MOVED
    )
    text, at = [], 0
    for was, words in placed:
        # Only the end of a line stands between what one line says and the next.
        text.append("\n" * (was - at) + words)
        at = was + len(words)
    return "".join(text)


def _words(line: RedlineLine, *changes: Change) -> str | None:
    spans = [span.words for span in line.spans if span.change in changes]
    return "".join(spans) if spans else None
