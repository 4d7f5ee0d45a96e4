"""Reads runs of words into a text whose brackets are data. Printed, it gives the words back, sign for sign."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, count, pairwise

from travaux.findings import Citation, Finding, Severity
from travaux.text.bracket import Alternative, Bracket, Bracketed, Piece, part
from travaux.text.brackets_cells import Cell, Cells, Wording
from travaux.text.brackets_pairs import Trouble, pairs
from travaux.text.brackets_said import Offer
from travaux.text.draft import Run, words_of
from travaux.text.lines import line_of

_SLASH = re.compile(r" */ *")
_NUMBER = re.compile(r"[\w.]+$")
#: Findings that tell of nothing done under a rule that a person may dispute.
_LEFT = frozenset({"bracket-not-closed", "bracket-not-opened", "note-not-found", "brackets-too-deep"})


def read(runs: Sequence[Run], *, parties: Iterable[str] = ()) -> Bracketed:
    """The text of runs, with its brackets. `parties`: names that are known to be those of parties.

    >>> at = Citation("d1", 0, 42)
    >>> text = read([Run("Each Party [shall][US, JPN: should] report.", at)])
    >>> [(each.words, each.backing.proposers) for each in text.pieces[1].alternatives]
    [('shall', ()), ('should', ('US', 'JPN'))]
    >>> text.text
    'Each Party [shall][US, JPN: should] report.'
    """
    reader = _Reader(tuple(runs), frozenset(parties))
    pieces = reader.pieces(0, len(reader.words))
    known = frozenset({*parties, *reader.cells.named})
    return Bracketed(pieces, reader.last, known, tuple(reader.findings()))


class _Reader:
    """Builds the pieces of one text."""

    def __init__(self, runs: tuple[Run, ...], parties: frozenset[str]) -> None:
        self.words = words_of(runs)
        self._runs = runs
        self._starts = [0, *accumulate(len(run.words) for run in runs)]
        self._pairs = pairs(self.words)
        self.cells = Cells(self.words, self._pairs, parties)
        self.last = 0
        self._numbers = count(1)
        self._troubles: list[Trouble] = list(self._pairs.troubles)

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The runs and brackets between two places."""
        found: list[Piece] = []
        at = start
        for group in self._groups(list(self.cells.within(start, end))):
            found += self._cut(at, group[0].begin)
            found.append(self._bracket(group))
            at = group[-1].end
        return (*found, *self._cut(at, end))

    def findings(self) -> Iterable[Finding]:
        """What is told of the text, in order of place."""
        for trouble in sorted(self._troubles, key=lambda trouble: (trouble.start, trouble.end)):
            severity = Severity.REFUSED if trouble.code in _LEFT else Severity.ASSUMED
            yield Finding(trouble.code, trouble.message, self._cite(trouble), trouble.remedy, severity)

    def _cite(self, trouble: Trouble) -> Citation:
        """Where a trouble is in the document that its first words come from."""
        runs = self._cut(trouble.start, trouble.end)
        first = runs[0].origin
        same = [run.origin for run in runs if (run.origin.document, run.origin.note) == (first.document, first.note)]
        end = max(first.start, *(origin.end for origin in same)) if same else first.end
        return Citation(first.document, first.start, max(first.start, end), first.note)

    def _groups(self, cells: list[Cell]) -> list[list[Cell]]:
        """The cells that are alternatives for one place."""
        groups: list[list[Cell]] = [[cell] for cell in cells[:1]]
        for one, other in pairwise(cells):
            if self._is_alternative(one, other):
                groups[-1].append(other)
            else:
                groups.append([other])
        return groups

    def _is_alternative(self, one: Cell, other: Cell) -> bool:
        gap = self.words[one.end : other.begin]
        if not gap or _SLASH.fullmatch(gap):
            return True
        if gap.strip():
            return False
        first, second = one.wordings[-1], other.wordings[0]
        if first.backing.label and second.backing.label:
            return _is_series(first.backing.label, second.backing.label)
        apart = first.backing.proposers and second.backing.proposers and not _share(first, second)
        if gap.isspace() and "\n" not in gap:
            if not first.backing and not second.backing and second.offer is not Offer.DELETION:
                if Offer.PLACEHOLDER in (first.offer, second.offer):
                    return False
                message = "Two brackets stand side by side; they are read as two places, not as alternatives."
                remedy = "Where they are alternatives, write them without a blank: “[one][other]”."
                self._troubles.append(Trouble("brackets-side-by-side", message, one.begin, other.end, remedy))
                return False
            return bool(apart) or second.offer is Offer.DELETION
        return bool(apart) and self._label(first) == self._label(second) != ""

    def _label(self, wording: Wording) -> str:
        """The number of the provision that a wording begins with; "" where it begins with none."""
        line = line_of(self.words[wording.start : wording.end].split("\n")[0])
        return f"{line.kind} {line.number}" if line else ""

    def _bracket(self, cells: list[Cell]) -> Bracket:
        number = self.last = next(self._numbers)
        wordings = [wording for cell in cells for wording in cell.wordings]
        for cell in cells:
            self._troubles += cell.troubles
            self._doubt_extent(cell)
        alternatives = []
        at = cells[0].begin
        for wording in wordings:
            alternatives.append(self._alternative(wording, at, alone=len(wordings) == 1))
            at = wording.close
        return Bracket(number, tuple(alternatives))

    def _alternative(self, wording: Wording, at: int, *, alone: bool) -> Alternative:
        start, deletion, placeholder = wording.start, False, ""
        words = self.words[wording.start : wording.end]
        if wording.offer is Offer.DELETION:
            start, deletion = wording.end, True
        elif wording.offer is Offer.PLACEHOLDER or (wording.offer and alone and not wording.backing):
            placeholder = words.strip() or "blank"
            if wording.offer is Offer.UNSETTLED:
                message = f"“{placeholder}” is taken as a placeholder; it may be a word of the text."
                remedy = "Where it is to be filled in, say so: “[number to be agreed]”."
                self._troubles.append(Trouble("placeholder-or-word", message, wording.start, wording.end, remedy))
        return Alternative(
            gap=self._cut(at, wording.begin),
            opening=self._cut(wording.begin, start),
            pieces=() if deletion else self.pieces(start, wording.end),
            closing=self._cut(wording.end, wording.close),
            backing=wording.backing,
            deletion=deletion,
            placeholder=placeholder,
            note=wording.note,
        )

    def _doubt_extent(self, cell: Cell) -> None:
        """A bracket over several lines that begins or ends in the middle of one may lack a sign in between."""
        if "\n" not in self.words[cell.begin : cell.end].strip("\n"):
            return
        before, after = self.words[max(cell.begin - 1, 0) : cell.begin], self.words[cell.end : cell.end + 1]
        if before not in ("", "\n", "[", "{") or after not in ("", "\n", "]", "}", "[", "{", "."):
            message = "A bracket runs over several lines and does not begin and end with one: a sign may be missing."
            remedy = "Look whether it closes where it should."
            self._troubles.append(Trouble("bracket-across-lines", message, cell.begin, cell.end, remedy))

    def _cut(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs between two places."""
        found = []
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._runs) and self._starts[index] < end:
            first, last = (
                max(start - self._starts[index], 0),
                min(end - self._starts[index], len(self._runs[index].words)),
            )
            if first < last:
                found.append(part(self._runs[index], first, last))
            index += 1
        return tuple(found)


def _is_series(one: str, other: str) -> bool:
    """Whether two labels are of one series: 'Option 1' and 'Option 2'."""
    return one != other and _NUMBER.sub("", one) == _NUMBER.sub("", other)


def _share(one: Wording, other: Wording) -> bool:
    return bool({*one.backing.proposers} & {*other.backing.proposers})
