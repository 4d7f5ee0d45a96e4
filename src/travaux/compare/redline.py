"""What changed between two drafts or two provisions, as data: lines of spans kept, inserted or deleted.

Every span keeps the runs it shows, so that a page can say where inserted words come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.text.draft import Run, words_of


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
