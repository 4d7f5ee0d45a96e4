"""Where each letter of a Word file stands in the document that the file becomes: the text with all changes accepted."""

from __future__ import annotations

import datetime
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from travaux.exchange.word.tracked import Comment, Letters, Piece, TrackedText, view
from travaux.findings import Citation
from travaux.record.document import Block, BlockKind, Document, Kind, Note

_NOWHERE = -1


class Ledger:
    """The document of a file, and the way from the places of its letters to citations of it.

    `by` is the side that sent it, "" where that is not known; else the one author of its changes stands for it.
    """

    def __init__(self, text: TrackedText, *, id: str, by: str = "") -> None:
        self.text = text
        self.pieces = tuple(piece for paragraph in text.paragraphs for piece in paragraph.pieces)
        self.starts = _starts(self.pieces)
        lines = view(text, frozenset(text.authors))
        self._offsets = _offsets(lines, sum(len(piece.words) for piece in self.pieces))
        self._cited: set[tuple[int, int]] = set()
        self._id, self._by, self._body = id, by, tuple(blocks(lines))

    @cached_property
    def document(self) -> Document:
        """The file as a document; its comments are notes, with the marks "c1", "c2" ...."""
        alone = self.text.authors[0] if len(self.text.authors) == 1 else None
        title = next((block.text for block in self._body), self._id)
        body = Document(id=self._id, title=title, kind=Kind.OTHER, body=self._body)
        return replace(body, sender=self._by or alone, date=_last_day(self.text), notes=tuple(self._notes()))

    # -- pieces -----------------------------------------------------------------------------

    def piece(self, place: int) -> Piece:
        """The piece that the letter at a place is of."""
        return self.pieces[bisect_right(self.starts, place) - 1]

    def touched(self, places: Iterable[int]) -> list[Piece]:
        """The pieces that letters are of, each once, in order."""
        indices = sorted({bisect_right(self.starts, place) - 1 for place in places if place >= 0})
        return [self.pieces[index] for index in indices]

    # -- places -----------------------------------------------------------------------------

    def offset(self, place: int) -> int:
        """Where a letter stands in the document; for one that does not, where it would."""
        if self.stands(place):
            return self._offsets[place]
        before = next((one for one in range(min(place, len(self._offsets)) - 1, -1, -1) if self.stands(one)), None)
        return self._offsets[before] + 1 if before is not None else 0

    def stands(self, place: int) -> bool:
        """Whether a letter stands in the document."""
        return 0 <= place < len(self._offsets) and self._offsets[place] != _NOWHERE

    def cite(self, came: Sequence[int], went: Sequence[int]) -> Citation:
        """The passage in which letters came or went: those that came, else the words around the gap. No two passages
        are the same, so that each can be decided on by itself."""
        here = [self._offsets[place] for place in came if self.stands(place)]
        if here:
            first, last = min(here), max(here) + 1
        else:
            gap = self.offset(min([place for place in went if place >= 0], default=0))
            first, last = self._around(gap, gap)
        while (first, last) in self._cited and (first, last) != (0, self._size):
            first, last = self._around(first, last)
        self._cited.add((first, last))
        return Citation(self._id, first, last)

    def cite_words(self, words: str, at: Citation) -> Citation:
        """Where the document has just these words over the passage `at`; that passage where it has not."""
        text = self.document.text
        found = text.find(words, max(at.end - len(words), 0))
        if 0 <= found <= at.start:
            return Citation(self._id, found, found + len(words))
        return at

    def near(self, place: int) -> Citation:
        """The words around a place."""
        offset = self.offset(place)
        return Citation(self._id, *self._around(offset, offset))

    @property
    def _size(self) -> int:
        return len(self.document.text)

    def _around(self, first: int, last: int) -> tuple[int, int]:
        """A stretch with one more word on each side."""
        text = self.document.text
        first, last = max(first - 1, 0), min(last + 1, len(text))
        while first > 0 and not text[first - 1].isspace():
            first -= 1
        while last < len(text) and not text[last].isspace():
            last += 1
        return first, last

    # -- notes ------------------------------------------------------------------------------

    def mark_of(self, comment: Comment) -> str:
        """The mark under which a comment is a note of the document."""
        return f"c{self.text.comments.index(comment) + 1}"

    def reason(self, comment: Comment) -> Citation:
        """The words of a comment, without those that say whose it is."""
        start = len(_whose(comment))
        return Citation(self._id, start, start + len(comment.words), self.mark_of(comment))

    def place_of(self, comment: Comment) -> int | None:
        """The first letter that a comment is about."""
        spots = (start for piece, start in zip(self.pieces, self.starts, strict=True) if comment.id in piece.comments)
        return next(spots, None)

    def _notes(self) -> Iterator[Note]:
        marks = {piece.note: start for piece, start in zip(self.pieces, self.starts, strict=True) if piece.note}
        for mark, words in self.text.notes:
            yield Note(mark, words, self.offset(marks[mark]) if mark in marks else None)
        for comment in self.text.comments:
            place = self.place_of(comment)
            offset = self.offset(place) if place is not None else None
            yield Note(self.mark_of(comment), f"{_whose(comment)}{comment.words}", offset)


def blocks(lines: Iterable[Letters]) -> Iterator[Block]:
    """The lines of a view as the body of a document; those with tabs are rows of a table."""
    for line in lines:
        yield Block(BlockKind.ROW if "\t" in line.words else BlockKind.PARAGRAPH, line.words)


def day(date: datetime.datetime | None) -> str:
    """', 12 February 1963', or nothing."""
    return f", {date.day} {date:%B %Y}" if date else ""


def _whose(comment: Comment) -> str:
    return f"{comment.author or 'Somebody'}{day(comment.date)}: "


def _starts(pieces: Sequence[Piece]) -> list[int]:
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece.words)
    return starts


def _offsets(lines: Sequence[Letters], size: int) -> array[int]:
    offsets = array("q", [_NOWHERE]) * size
    start = 0
    for line in lines:
        for step, place in enumerate(line.places):
            if place >= 0:
                offsets[place] = start + step
        start += len(line.words) + 1
    return offsets


def _last_day(text: TrackedText) -> datetime.date | None:
    return max((change.date.date() for change in text.changes() if change.date), default=None)
