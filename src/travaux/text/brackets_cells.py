"""What belongs to one pair of brackets: names before, within and after it, a note mark, and words parted by slashes.

A name counts where it is told plainly or known; a head within the brackets counts in any case, and is told where the
name is not known. What counts for nothing stays words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from travaux.text.bracket import Backing, Note
from travaux.text.brackets_pairs import Pairs, Trouble
from travaux.text.brackets_said import Offer, Said, backing_said, offer, reservations_said

_BEFORE = re.compile(r"(?:^|\n|[.;] )(?P<named>[^\n\[\]{}:()]{1,100}): ?$|\((?P<aside>[^\n\[\]{}()]{1,100})\) ?$")
_AFTER = re.compile(r" ?\((?P<said>[^\n\[\]{}()]{1,200})\)")
_TAIL = re.compile(r"(?: ?\((?P<aside>[^\n\[\]{}()]{1,200})\)| [–—-] ?(?P<dash>[^\n\[\]{}():]{1,100})) ?$")
_MARK = re.compile(r"(?P<mark>\d{1,2}|\*{1,3}|†|‡)(?![\w])")
_SLASH = re.compile(r" +/+ +| *\| *|(?<=[^\W\d])/(?=[^\W\d])")
_NO_SLASH = re.compile(r"(?i)\b(?:and/or|he/she|she/he|his/her|him/her|km/h|n/a)\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """One alternative by its places: its opening ends at `start`, its words at `end`, its closing at `close`."""

    begin: int
    start: int
    end: int
    close: int
    backing: Backing
    offer: Offer | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair of brackets with all that belongs to it, from the first of its wordings to the last."""

    wordings: tuple[Wording, ...]
    troubles: tuple[Trouble, ...] = ()

    @property
    def begin(self) -> int:
        """Where it begins, with the names before it."""
        return self.wordings[0].begin

    @property
    def end(self) -> int:
        """Where it ends, with the names and the mark after it."""
        return self.wordings[-1].close


class Cells:
    """Reads the cells of one text."""

    def __init__(self, words: str, pairs: Pairs, parties: frozenset[str]) -> None:
        self.words = words
        self._pairs = pairs
        self._parties = parties
        self.named: set[str] = set()

    def within(self, start: int, end: int) -> Iterator[Cell]:
        """The cells between two places, none of which is in another."""
        limit = start
        for opened, closed in self._pairs.within(start, end):
            cell = self._cell(opened, closed, limit, end)
            limit = cell.end
            yield cell

    def _cell(self, opened: int, closed: int, first: int, last: int) -> Cell:
        before, begin = self._before(first, opened)
        head, start, troubles = self._head(opened + 1, closed)
        tail, stop = self._tail(start, closed)
        after, end = self._after(closed + 1, last)
        note, end = self._mark(end, last, troubles)
        shared = _joined(before, tail, after)
        parts = list(self._parts(start, stop))
        wordings = []
        for index, (part_begin, part_end) in enumerate(parts):
            own, words_at = (head, part_begin) if index == 0 else self._part_head(part_begin, part_end)
            wordings.append(
                Wording(
                    begin if index == 0 else parts[index - 1][1],
                    words_at,
                    part_end,
                    part_end if index + 1 < len(parts) else end,
                    _joined(own or head, shared),
                    self._offer(words_at, part_end),
                    note if index + 1 == len(parts) else None,
                )
            )
        return Cell(tuple(wordings), tuple(troubles))

    def _before(self, first: int, opened: int) -> tuple[Backing, int]:
        match = _BEFORE.search(self.words, max(first, opened - 120), opened)
        if match is None:
            return Backing(), opened
        group = "named" if match["named"] else "aside"
        said = self._surely(match[group])
        at = match.start(group) - (group == "aside")
        return (said.backing, at) if said else (Backing(), opened)

    def _head(self, start: int, closed: int) -> tuple[Backing, int, list[Trouble]]:
        """The names and the label at the beginning, up to a colon."""
        stop = next((one for one, _ in self._pairs.within(start, closed)), closed)
        colon = self.words.find(":", start, min(stop, start + 200))
        said = backing_said(self.words[start:colon]) if colon > start else None
        if said is None:
            return Backing(), start, []
        troubles = []
        if not self._is_sure(said):
            names = ", ".join(said.backing.names)
            message = f"“{names}” is taken for who proposes this; it is named nowhere else in the text."
            remedy = "Where it is none of the parties, write it without the colon."
            troubles.append(Trouble("name-not-known", message, start, colon, remedy))
        self.named.update(said.backing.names)
        blank = self.words[colon + 1 : min(colon + 2, closed)] in (" ", "\n")
        return said.backing, colon + 1 + blank, troubles

    def _part_head(self, start: int, end: int) -> tuple[Backing, int]:
        backing, at, _ = self._head(start, end)
        return backing, at if backing else start

    def _tail(self, start: int, closed: int) -> tuple[Backing, int]:
        match = _TAIL.search(self.words, max(start, closed - 220), closed)
        said = self._surely(match["aside"] or match["dash"]) if match and match.start() > start else None
        return (said.backing, match.start()) if match and said and said.backing.names else (Backing(), closed)

    def _after(self, end: int, last: int) -> tuple[Backing, int]:
        match = _AFTER.match(self.words, end, last)
        said = self._surely(match["said"]) if match else None
        return (said.backing, match.end()) if match and said and said.backing.names else (Backing(), end)

    def _mark(self, end: int, last: int, troubles: list[Trouble]) -> tuple[Note | None, int]:
        """The mark of a note, and the line that begins with it further down."""
        match = _MARK.match(self.words, end, last)
        if match is None:
            return None, end
        mark = match["mark"]
        below = self.words.find("\n", end)
        line = re.compile(rf"^{re.escape(mark)}[.)]? *(?P<words>[^\W\d][^\n]*)$", re.MULTILINE)
        note = line.search(self.words, below) if below >= 0 else None
        if note is None:
            troubles.append(
                Trouble("note-not-found", f"The note “{mark}” is not found below.", end, match.end(),
                        f"Add a line that begins with “{mark} ”.")
            )  # fmt: skip
            return Note(mark), match.end()
        return Note(mark, note["words"], reservations_said(note["words"])), match.end()

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The wordings that slashes part: 'shall/should', 'shall / Corvany: should'."""
        inner = self._pairs.within(start, end)
        words = self.words[start:end]
        cuts = []
        if offer(words) is None and not _NO_SLASH.search(words):
            single = not re.search(r"\s", words.strip())
            cuts = [
                match.span()
                for match in _SLASH.finditer(self.words, start, end)
                if (single or match.group() != "/") and not any(one < match.start() < other for one, other in inner)
            ]
        at = start
        for first, last in cuts:
            if self.words[at:first].strip() and self.words[last:end].strip():
                yield at, first
                at = last
        yield at, end

    def _offer(self, start: int, end: int) -> Offer | None:
        return None if self._pairs.within(start, end) else offer(self.words[start:end])

    def _surely(self, words: str) -> Said | None:
        said = backing_said(words)
        if said is None or not self._is_sure(said):
            return None
        self.named.update(said.backing.names)
        return said

    def _is_sure(self, said: Said) -> bool:
        return said.plainly or all(
            name in self._parties or self.words.count(name) > 1 for name in said.backing.names
        )  # fmt: skip


def _joined(*backings: Backing) -> Backing:
    """All that several remarks say, each name once."""
    whole = Backing()
    for each in backings:
        whole = replace(
            whole,
            label=whole.label or each.label,
            proposers=_once(whole.proposers, each.proposers),
            supporters=_once(whole.supporters, each.supporters),
            opposers=_once(whole.opposers, each.opposers),
            reservations=_once(whole.reservations, each.reservations),
        )
    return whole


def _once(names: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, *more)))
