"""Where the brackets of a text are, as addresses: also those around a whole article, and those within it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from travaux.findings import Citation
from travaux.text import lines
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.bracket import Bracket, Bracketed, Piece, Standing
from travaux.text.draft import Draft, ProvisionKind, Run, words_of
from travaux.text.outline import provisions_of
from travaux.text.spot import provision_at

_NOWHERE = Citation("text", 0, 0)
_DIVIDING = (ProvisionKind.ARTICLE, ProvisionKind.ANNEX, ProvisionKind.PART, ProvisionKind.CHAPTER)


@dataclass(frozen=True, slots=True)
class Placed:
    """A bracket, the provision that its words begin in, and whether it holds whole lines of the text."""

    standing: Standing
    at: Address | None
    whole: bool


def places(text: Bracketed) -> tuple[Placed, ...]:
    """Every bracket of a text with its address, in reading order."""
    if not any(isinstance(piece, Bracket) for piece in text.pieces):
        return ()
    printed = text.text
    found = line_addresses(text)
    starts = [0, *accumulate(len(line) + 1 for line in printed.split("\n"))]
    placed = []
    for standing in text.standing():
        first = standing.bracket.alternatives[0]
        at = standing.start + len(words_of(first.gap)) + len(words_of(first.opening))
        line = min(bisect_right(starts, at) - 1, len(found) - 1)
        begins = standing.start == 0 or printed[standing.start - 1] == "\n"
        ends = (printed[standing.end : standing.end + 1] or "\n") == "\n"
        placed.append(Placed(standing, found[line], begins and ends))
    return tuple(placed)


def line_addresses(text: Bracketed) -> tuple[Address | None, ...]:
    """The address of each line of a text. What opens a line is read without the brackets before it."""
    bare = [_without_marks(line, marks) for line, marks in _lines(text)]
    kept = [index for index, line in enumerate(bare) if line.strip()]
    if not kept:
        return (None,) * len(bare)
    runs = [(Run(bare[index].strip(), _NOWHERE),) for index in kept]
    provisions = provisions_of(runs, opening=opens_instrument([bare[index].strip() for index in kept]))
    shadow = Draft(id="text", title="", provisions=provisions, at=_NOWHERE)
    named = [at for path, at in addresses(shadow).items() if provision_at(shadow, path).line]
    found: list[Address | None] = [None] * len(bare)
    for index, at in zip(kept, named, strict=True):
        found[index] = at
    return tuple(found)


def opens_instrument(printed: Sequence[str]) -> bool:
    """Whether lines are an instrument with title and preamble, and no list of paragraphs by themselves."""
    kinds = [line.kind for line in map(lines.line_of, printed) if line]
    opens = any(lines.is_preamble(line) or lines.is_recital(line) for line in printed)
    return opens or any(kind in _DIVIDING for kind in kinds)


def _lines(text: Bracketed) -> Iterator[tuple[str, str]]:
    """The lines of a text, each with a row of signs that says which of its letters are no words ('x')."""
    marks = "".join(_marks(text.pieces))
    at = 0
    for line in text.text.split("\n"):
        yield line, marks[at : at + len(line)]
        at += len(line) + 1


def _marks(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if not isinstance(piece, Bracket):
            yield " " * len(piece.words)
            continue
        for each in piece.alternatives:
            yield "x" * (len(words_of(each.gap)) + len(words_of(each.opening)))
            yield from _marks(each.pieces)
            yield "x" * len(words_of(each.closing))


def _without_marks(line: str, marks: str) -> str:
    """A line without what brackets print at its two ends; the line itself where they are all of it."""
    words = [index for index, mark in enumerate(marks) if mark != "x"]
    return line[words[0] : words[-1] + 1] if words else line
