"""What changed between two drafts or two provisions, as data: lines of spans kept, inserted, deleted or moved.

Every span keeps the runs it shows, so that a page can say where inserted words come from. Accepting all gives the later
text, rejecting all the earlier one, letter for letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.compare.align import Pair, Place, pairing
from travaux.compare.laying import laying
from travaux.compare.overlay import Overlay, in_rows, overlay
from travaux.compare.spans import Change, Manner, RedlineLine, Span
from travaux.compare.spans import accepted as later
from travaux.compare.spans import rejected as earlier
from travaux.text.draft import Draft, Provision

__all__ = ["Change", "Manner", "Redline", "RedlineLine", "Span", "of_pair", "redline", "sections"]

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True)
class Redline:
    """The lines of two texts laid over each other, in the order of the later one; what is gone is where it stood."""

    lines: tuple[RedlineLine, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is only in one of the texts, or stands elsewhere."""
        return any(span.change is not Change.KEPT or span.manner for line in self.lines for span in line.spans)

    @property
    def substantial(self) -> bool:
        """Whether anything differs apart from form, and from numbers that changed with the place of a provision."""
        formal = (Manner.FORM, Manner.NUMBER)
        spans = (span for line in self.lines for span in line.spans)
        return any(
            span.manner not in formal and (span.change is not Change.KEPT or span.manner is Manner.ELSEWHERE)
            for span in spans
        )

    @property
    def accepted(self) -> str:
        """The later text: all changes accepted."""
        return later(self.lines)

    @property
    def rejected(self) -> str:
        """The earlier text: all changes rejected."""
        return earlier(self.lines)

    def words(self, change: Change, *, substance: bool = False) -> int:
        """How many words were kept, inserted, deleted or moved, without the numbers of provisions that changed with
        their place. `substance`: without those that differ in form alone, too."""
        passed = {Manner.NUMBER, Manner.FORM} if substance else {Manner.NUMBER}
        spans = (span for line in self.lines for span in line.spans)
        told = (span.words for span in spans if span.change is change and span.manner not in passed)
        return sum(len(_WORD.findall(words)) for words in told)


def redline(
    before: Draft | Provision | None,
    after: Draft | Provision | None,
    *,
    legible: bool = False,
    line_for_line: bool = False,
) -> Redline:
    """What changed from one text to another: draft against draft, or provision against provision.

    None stands for a text that is not there. As few words are shown as changed as can be; `legible` shows a line that
    was written anew as one gone and one new, though small words be the same in both. `line_for_line` keeps the lines of
    both texts apart and in order, for what cannot show that one was split, joined to another, or moved.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import ProvisionKind, Run
    >>> def paragraph(words):
    ...     return Provision(ProvisionKind.PARAGRAPH, content=(Run(words, Citation("d1", 0, len(words))),))
    >>> (line,) = redline(paragraph("The ferry runs daily."), paragraph("The ferry runs weekly.")).lines
    >>> [(span.change.value, span.words) for span in line.spans]
    [('kept', 'The ferry runs '), ('deleted', 'daily'), ('inserted', 'weekly'), ('kept', '.')]
    """
    laid = overlay(before, after, legible=legible)
    if line_for_line:
        laid = in_rows(laid)
    return Redline(tuple(line for _, _, section in sections(laid) for line in section.lines))


def of_pair(pair: Pair) -> Redline:
    """The redline of two provisions that answer to each other."""
    return redline(pair.before, pair.after, legible=True)


def sections(laid: Overlay) -> list[tuple[Place, Pair, Redline]]:
    """The lines of two texts by the provisions that answer to each other, in the order of the later text."""
    homes = dict(laid.pairs)
    lines: dict[Place, list[RedlineLine]] = {}
    for one, other, line in laying(laid):
        gone = _unit(laid.old.units, one or 0) if other is None else None
        home = _unit(laid.new.units, other) if other is not None else homes.get(gone or 0)
        place: Place = (gone, None) if home is None else (None, home)
        lines.setdefault(place, []).append(line)
    return [(place, pair, Redline(tuple(lines.get(place, ())))) for place, pair in pairing(laid)]


def _unit(units: Sequence[int], line: int) -> int:
    return bisect_right(units, line) - 1
