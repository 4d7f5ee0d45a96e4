"""Finds the marks of notes in a text whose notes were not given, as in a body pasted without its page's foot.

A digit glued to a word is one only in a run that counts up from the first or second note: 'called1 ... left.2'. By
itself it must end a word in small letters or follow a full stop or comma; 'CO2' and 'B52' are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.record.formats.plain_notes import LIKELY, NO_NOTE, Candidate, Mark, candidates

#: What a mark is worth before its cost, and what a run must be worth; what it costs to begin with the second or third
#: note (the first may belong to the heading), to print a number twice, and to leave some out.
_WORTH, _ENOUGH = 2.0, 1.85
_BEGINS = {1: 0.0, 2: 0.1, 3: 0.8}
#: Older volumes count their notes through a chapter: what it costs to begin there.
_BEGINS_LATE = 1.4
_AGAIN, _LEFT_OUT, _MOST_LEFT_OUT = 1.2, 2.3, 2
#: What a mark by itself may stand behind, beside a word in small letters.
_CLOSES = frozenset(".,;:)]”’\"'")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d[.,;:)]?$")
_STOP = re.compile(r"[a-z]{3}[.,;:!?][)\]”’\"']*$")
#: What has a number of its own: its last digit is no mark.
_CITED = re.compile(r"\b(?:Documents?|[Ff]ootnotes?|Articles?) \d+$")


@dataclass(frozen=True, slots=True)
class _Run:
    """The best run of marks that ends with `mark`; `sure` when one of them at least can hardly be anything else."""

    worth: float
    mark: Candidate
    before: _Run | None

    @property
    def sure(self) -> bool:
        run: _Run | None = self
        while run is not None:
            if run.mark.cost <= LIKELY:
                return True
            run = run.before
        return False


def lone_marks(lines: Sequence[str]) -> list[Mark]:
    """The marks in the lines of a text without notes, in their order; none where no run is likely."""
    runs: dict[int, _Run] = {}
    for mark in sorted(candidates(lines, range(0)), key=lambda mark: (mark.line, mark.start, -mark.end)):
        if not mark.printed.isdigit() or _CITED.search(lines[mark.line][: mark.start]):
            continue
        number = int(mark.printed)
        run = max(_runs(mark, number, runs), key=lambda run: run.worth, default=None)
        if run is not None and (number not in runs or run.worth >= runs[number].worth):
            runs[number] = run
    best = max((run for run in runs.values() if _is_likely(run, lines)), key=lambda run: run.worth, default=None)
    return _marks(best)


def _runs(mark: Candidate, number: int, runs: dict[int, _Run]) -> Iterable[_Run]:
    worth = _WORTH - mark.cost
    if mark.cost <= LIKELY or number in _BEGINS:
        yield _Run(worth - _BEGINS.get(number, _BEGINS_LATE), mark, None)
    for left_out in range(_MOST_LEFT_OUT + 1):
        before = runs.get(number - 1 - left_out)
        if before is not None and _follows(mark, before.mark):
            yield _Run(before.worth + worth - left_out * _LEFT_OUT, mark, before)
    same = runs.get(number)
    if same is not None and mark.cost <= LIKELY and _follows(mark, same.mark):
        yield _Run(same.worth + worth - _AGAIN, mark, same)


def _follows(mark: Candidate, before: Candidate) -> bool:
    return (mark.line, mark.start) >= (before.line, before.end)


def _is_likely(run: _Run, lines: Sequence[str]) -> bool:
    """Whether a run is worth enough.

    A mark by itself stands behind a word in small letters, a stop, or a year; a late one behind a stop only.
    """
    before = lines[run.mark.line][: run.mark.start]
    if run.before is not None:
        return run.worth >= _ENOUGH and run.sure
    plain = before[-1:].islower() or before[-1:] in _CLOSES
    year = run.mark.cost <= LIKELY and _YEAR.search(before) is not None
    return year or (run.mark.cost < LIKELY and _STOP.search(before) is not None) or (plain and run.worth >= _ENOUGH)


def _marks(run: _Run | None) -> list[Mark]:
    marks = []
    while run is not None:
        mark = run.mark
        marks.append(Mark(NO_NOTE, mark.printed, mark.line, mark.start, mark.end))
        run = run.before
    return marks[::-1]
