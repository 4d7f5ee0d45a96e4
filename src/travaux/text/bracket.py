"""Wording not yet agreed: brackets with their alternatives and whose they are, beside the words that stand.

A text with brackets is a sequence of runs and brackets that prints, sign for sign, what it was read from: every
bracket sign, name and slash is kept as a run with its origin. Reading is `brackets`, changing is `amend.bracketing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from travaux.findings import Finding
from travaux.text.draft import Run, words_of


@dataclass(frozen=True, slots=True)
class Backing:
    """Whose an alternative is: its label ("Option 1"), who proposes it, joins it, opposes it and reserves on it."""

    label: str = ""
    proposers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opposers: tuple[str, ...] = ()
    reservations: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who is named, each once."""
        return tuple(dict.fromkeys((*self.proposers, *self.supporters, *self.opposers, *self.reservations)))

    def __bool__(self) -> bool:
        return bool(self.label or self.names)


@dataclass(frozen=True, slots=True)
class Note:
    """The note that an alternative bears: its mark as printed ("1", "*"), and its words where they were found."""

    mark: str
    words: str = ""
    reservations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording that is offered. It prints as `gap`, `opening`, its pieces and `closing`.

    `deletion`: it asks that there be no words. `placeholder`: what is to be filled in ("date", "X"), where its words
    are none that could stand.
    """

    gap: tuple[Run, ...]
    opening: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    closing: tuple[Run, ...]
    backing: Backing = Backing()
    deletion: bool = False
    placeholder: str = ""
    note: Note | None = None

    def __post_init__(self) -> None:
        if self.deletion and self.pieces:
            raise ValueError("an alternative that deletes has no words")

    @property
    def words(self) -> str:
        """Its words as printed, with the brackets within them."""
        return words_of(runs_of(self.pieces))

    @property
    def reservations(self) -> tuple[str, ...]:
        """Who reserves on it, by its bracket or by its note."""
        noted = self.note.reservations if self.note else ()
        return tuple(dict.fromkeys((*self.backing.reservations, *noted)))


@dataclass(frozen=True, slots=True)
class Bracket:
    """Alternatives for one place. `number` names it in its text, and stays when others go."""

    number: int
    alternatives: tuple[Alternative, ...]

    def __post_init__(self) -> None:
        if self.number < 1 or not self.alternatives:
            raise ValueError("a bracket has a number and at least one alternative")

    @property
    def placeholder(self) -> str:
        """What is to be filled in; "" where every alternative has words that could stand."""
        return next((each.placeholder for each in self.alternatives if each.placeholder), "")

    @property
    def runs(self) -> tuple[Run, ...]:
        """All that it prints."""
        return tuple(
            run for each in self.alternatives
            for run in (*each.gap, *each.opening, *runs_of(each.pieces), *each.closing)
        )  # fmt: skip

    @property
    def words(self) -> str:
        """The bracket as printed."""
        return words_of(self.runs)


Piece = Run | Bracket


def runs_of(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """All that pieces print, as runs."""
    return tuple(run for piece in pieces for run in (piece.runs if isinstance(piece, Bracket) else (piece,)))


@dataclass(frozen=True, slots=True)
class Standing:
    """A bracket where it stands: characters `start` to `end` of the printed text; `depth` 0 is in no other bracket."""

    bracket: Bracket
    start: int
    end: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A text with its brackets as data. `last` is the highest number that a bracket of it ever had, `parties` the names
    that are known to be those of parties, `findings` what reading left to a person."""

    pieces: tuple[Piece, ...]
    last: int = 0
    parties: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """All its words with their origins."""
        return runs_of(self.pieces)

    @property
    def text(self) -> str:
        """The text as printed: what it was read from, sign for sign."""
        return words_of(self.runs)

    @property
    def lines(self) -> tuple[tuple[Run, ...], ...]:
        """Its runs line by line, without the line ends."""
        found: list[list[Run]] = [[]]
        for run in self.runs:
            first, *rest = run.words.split("\n")
            at = 0
            for index, words in enumerate((first, *rest)):
                if index:
                    found.append([])
                    at += 1
                if words:
                    found[-1].append(part(run, at, at + len(words)))
                at += len(words)
        return tuple(map(tuple, found))

    def standing(self) -> tuple[Standing, ...]:
        """Every bracket with its place, in reading order, an outer one before those within it."""
        return tuple(_standing(self.pieces, 0, 0))


def part(run: Run, first: int, last: int) -> Run:
    """Characters `first` to `last` of a run; an origin that is not letter for letter its words is kept whole."""
    origin = run.origin
    if origin.end - origin.start == len(run.words):
        origin = replace(origin, start=origin.start + first, end=origin.start + last)
    return Run(run.words[first:last], origin)


def _standing(pieces: tuple[Piece, ...], start: int, depth: int) -> Iterator[Standing]:
    for piece in pieces:
        if isinstance(piece, Run):
            start += len(piece.words)
            continue
        end = start + len(piece.words)
        yield Standing(piece, start, end, depth)
        for each in piece.alternatives:
            start += len(words_of(each.gap)) + len(words_of(each.opening))
            yield from _standing(each.pieces, start, depth + 1)
            start += len(each.words) + len(words_of(each.closing))


def shape(pieces: Iterable[Piece]) -> tuple[object, ...]:
    """What pieces say, apart from origins, numbers and how brackets are printed: equal where two texts say the same."""
    said: list[object] = []
    for piece in pieces:
        if isinstance(piece, Bracket):
            said.append(tuple(_shape(each) for each in piece.alternatives))
        elif said and isinstance(said[-1], str):
            said[-1] += piece.words
        else:
            said.append(piece.words)
    return tuple(said)


def _shape(each: Alternative) -> tuple[object, ...]:
    mark = each.note.mark if each.note else ""
    return each.backing, each.deletion, each.placeholder, mark, shape(each.pieces)
