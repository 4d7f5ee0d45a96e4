"""A text with its tracked changes and comments, as a Word file holds it, and the views of it: as it reads with the
changes of some authors accepted and all others rejected."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

#: The author of a change of which nobody says who proposed it.
UNNAMED = "Proposer not stated"


class ChangeKind(StrEnum):
    """What a tracked change does to words; a move is two of them."""

    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"

    @property
    def brings(self) -> bool:
        """Whether words stand there once the change is accepted, and not before."""
        return self in (ChangeKind.INSERTED, ChangeKind.MOVED_TO)


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what, who, when; `move` names the move that it is one end of."""

    kind: ChangeKind
    author: str
    date: datetime.datetime | None = None
    move: str = ""


@dataclass(frozen=True, slots=True)
class Oddity:
    """What a file has at a place beside words, or what was not read of it: `code` is stable, `message` for people."""

    code: str
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same changes, the outermost first, and within the same comments.

    A piece without words is a place: that of the mark of `note`, or of an `oddity`.
    """

    words: str
    changes: tuple[Change, ...] = ()
    comments: frozenset[str] = frozenset()
    note: str = ""
    oddity: Oddity | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin; `id` is the file's."""

    id: str
    author: str
    words: str
    date: datetime.datetime | None = None


#: Begins to count the lists of a file anew: what it gives is asked for the number that Word prints before each of the
#: paragraphs of one view, by their places in the file, in their order.
Labels = Callable[[], Callable[[int], str]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `end` are the changes of its end: where that does not stand, it goes on in the next paragraph.

    `style` names how it is set; `depth` how far it is set in.
    """

    pieces: tuple[Piece, ...]
    end: tuple[Change, ...] = ()
    style: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Letters:
    """A line of a view: its words, and for each letter its place among all letters of the file, -1 for one that Word
    only prints."""

    words: str
    places: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class TrackedText:
    """The paragraphs of a file in order, its comments, and the words of its notes by their marks.

    `facts` are what the file says of itself, such as the draft that it was written from. `exact`: its blanks are
    meant as they are.
    """

    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    labels: Labels | None = None
    oddities: tuple[Oddity, ...] = ()
    exact: bool = False

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made changes, by the day of the first of each; those without a day last, in order of their place."""
        first: dict[str, datetime.datetime | None] = {}
        for change in self.changes():
            known = first.setdefault(change.author, change.date)
            if change.date is not None and (known is None or _utc(change.date) < _utc(known)):
                first[change.author] = change.date
        last = datetime.datetime.max.replace(tzinfo=datetime.UTC)
        return tuple(sorted(first, key=lambda author: _utc(first[author]) if first[author] else last))

    def changes(self) -> Iterator[Change]:
        """Every change, as often as it stands on a piece or an end."""
        for paragraph in self.paragraphs:
            for piece in paragraph.pieces:
                yield from piece.changes
            yield from paragraph.end


def _utc(date: datetime.datetime | None) -> datetime.datetime:
    date = date or datetime.datetime.max
    return date if date.tzinfo else date.replace(tzinfo=datetime.UTC)


def stands(changes: tuple[Change, ...], accepted: frozenset[str]) -> bool:
    """Whether words under `changes` stand where those of the authors in `accepted` are accepted, all others not."""
    return all(change.kind.brings == (change.author in accepted) for change in changes)


def view(text: TrackedText, accepted: frozenset[str]) -> tuple[Letters, ...]:
    """The lines of the text with the changes of the authors in `accepted` accepted and those of all others rejected.

    >>> old, new = Change(ChangeKind.DELETED, "Rook"), Change(ChangeKind.INSERTED, "Rook")
    >>> pieces = Piece("Fares are "), Piece("free", (old,)), Piece("low", (new,)), Piece(".")
    >>> text = TrackedText(paragraphs=(Paragraph(pieces),))
    >>> [line.words for each in ([], ["Rook"]) for line in view(text, frozenset(each))]
    ['Fares are free.', 'Fares are low.']
    """
    lines: list[Letters] = []
    label = text.labels() if text.labels else None
    held: list[tuple[str, int]] = []
    at = 0
    for index, paragraph in enumerate(text.paragraphs):
        found: list[tuple[str, int]] = []
        for piece in paragraph.pieces:
            if stands(piece.changes, accepted):
                found += [(sign, at + offset) for offset, sign in enumerate(piece.words)]
            at += len(piece.words)
        ends = stands(paragraph.end, accepted)
        held += found
        if ends:
            if label:  # where paragraphs are joined, the last of them says how they are numbered
                held = [*((sign, -1) for sign in label(index)), *held]
            lines += _lines(held, exact=text.exact)
            held = []
    return tuple(lines + _lines(held, exact=text.exact))


def _lines(held: list[tuple[str, int]], *, exact: bool) -> list[Letters]:
    """The lines of one paragraph, parted where it breaks; a line of blanks is none."""
    lines: list[list[tuple[str, int]]] = [[]]
    for sign, place in held:
        if sign == "\n":
            lines.append([])
        else:
            lines[-1].append((sign, place))
    kept = (line if exact else _tidied(line) for line in lines)
    return [
        Letters("".join(sign for sign, _ in line), tuple(place for _, place in line))
        for line in kept
        if any(not sign.isspace() for sign, _ in line)
    ]


def _tidied(line: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The line with single blanks between its words and none around them, as all readers have it; the tabs between
    the cells of a table stay."""
    tidy: list[tuple[str, int]] = []
    for sign, place in line:
        if sign.isspace() and sign != "\t":
            if tidy and not tidy[-1][0].isspace():
                tidy.append((" ", place))
            continue
        if sign == "\t" and tidy and tidy[-1][0] == " ":
            tidy.pop()
        tidy.append((sign, place))
    while tidy and tidy[-1][0].isspace():
        tidy.pop()
    return tidy


def tidied(line: str) -> str:
    """A line as views have it."""
    return "".join(sign for sign, _ in _tidied([(sign, 0) for sign in line]))


def text_of(lines: tuple[Letters, ...]) -> str:
    """The lines of a view as one text."""
    return "\n".join(line.words for line in lines)


def hash_of(text: str) -> str:
    """The SHA-256 of a text, by which an export and its draft are known again."""
    return hashlib.sha256(text.encode()).hexdigest()
