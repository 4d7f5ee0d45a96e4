"""Tells how a passage is read as an instruction, step by step: its pieces, the rules of the grammar, what they order.

Everything told is what `compile` itself goes by. No word of the passage is left out: what has no part in an order is
told as saying how the passage stands to it, as a small word, or as not understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.amend.chunk import Chunk
from travaux.amend.chunks import chunks
from travaux.amend.compile import Compilation, compile
from travaux.amend.concern import Concern
from travaux.amend.naming import unquoted
from travaux.amend.operations import Instruction, Operation, Status
from travaux.amend.order import Order
from travaux.amend.passages import passages
from travaux.amend.readings import readings
from travaux.amend.standing import Standing, standing
from travaux.record.document import Document

# The longest turn of phrase that may say how a passage stands to a change.
_LONGEST_PHRASE = 5


class Part(StrEnum):
    """What a piece of a passage is in an order."""

    PLACE = "place"
    WORDING = "wording"
    CHANGE = "word of change"
    JOINING = "joining word"
    TEXT = "text named"
    LABEL = "number of an item"
    MARK = "mark"
    STANDING = "says how it stands"
    SMALL = "small word"
    UNKNOWN = "not understood"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage, their part in an order, and what they were taken to mean: an address, a wording."""

    part: Part
    words: str
    start: int
    end: int
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that the grammar of a dialect reads as one order, by which rule, and what they order."""

    words: str
    start: int
    rule: str
    dialect: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One paragraph of the passage, from `start`: its pieces and the orders read from them."""

    start: int
    words: str
    pieces: tuple[Piece, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The paragraphs of a passage, and what came of them: instructions and what was not understood."""

    passages: tuple[Explained, ...]
    compilation: Compilation

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that were not understood, in order."""
        return tuple(one.words for each in self.passages for one in each.pieces if one.part is Part.UNKNOWN)


def explain(document: Document) -> Explanation:
    """How a document is read.

    >>> from travaux.amend.bare import bare
    >>> (passage,) = explain(bare("Article 4. Kindly replace word “areas” with “waters.”", id="d1")).passages
    >>> [(piece.part.value, piece.words) for piece in passage.pieces][:4]
    [('place', 'Article 4'), ('mark', '.'), ('small word', 'Kindly'), ('word of change', 'replace')]
    >>> (clause,) = passage.clauses
    >>> clause.rule, clause.dialect
    ('replaced', 'telegraphic')
    """
    found = readings(document, Concern(document.text))
    orders = {reading.stretch.start: reading.orders for reading in found}
    explained = tuple(
        Explained(
            passage.start,
            passage.words,
            tuple(_pieces(passage.words)),
            tuple(_clause(order, passage.words) for order in orders.get(passage.start, ())),
        )
        for passage in passages(document)
    )
    return Explanation(explained, compile(document))


def why(instruction: Instruction) -> str:
    """Which words say how the passage stands to the change, as far as one turn of phrase says it; "" for an order that
    nothing around it makes less than one."""
    if instruction.status is Status.INSTRUCTED:
        return ""
    words = unquoted(instruction.words).split()
    for size in range(1, _LONGEST_PHRASE + 1):
        for first in range(len(words) - size + 1):
            phrase = " ".join(words[first : first + size])
            if standing(phrase).status is instruction.status:
                return phrase.strip(" ,.;:–—()")
    return ""


def _clause(order: Order, words: str) -> Clause:
    return Clause(
        words[order.start : order.end], order.start, order.clause.rule, order.clause.dialect, order.operations
    )


def _pieces(words: str) -> Iterator[Piece]:
    """All words of a passage, those between its chunks as small ones."""
    end = 0
    for chunk in chunks(words):
        yield from _between(words, end, chunk.start)
        if chunk.end > chunk.start:
            yield _piece(_part(chunk), words, chunk.start, chunk.end, _meaning(chunk))
        end = max(end, chunk.end)
    yield from _between(words, end, len(words))


def _between(words: str, start: int, end: int) -> Iterator[Piece]:
    gap = words[start:end]
    if any(sign.isalnum() for sign in gap):
        first = start + len(gap) - len(gap.lstrip())
        yield _piece(Part.SMALL, words, first, first + len(gap.strip()))


def _piece(part: Part, words: str, start: int, end: int, meaning: str = "") -> Piece:
    """A piece; words without a part in the order may yet say whether it is one: 'we would prefer', 'if'."""
    said = words[start:end]
    if part in (Part.SMALL, Part.UNKNOWN) and standing(said) != Standing(Status.INSTRUCTED):
        part = Part.STANDING
    return Piece(part, said, start, end, "" if meaning == said else meaning)


_PARTS = {
    Part.CHANGE: "SUBSTITUTE REPLACE INSERT DELETE REWORD BECOME RENUMBER MOVE REVERSE RETAIN CONSIST USE MAKE READ "
    "CHANGES",
    Part.PLACE: "UNIT NEW STRETCH AT_END AT_START EVERYWHERE REMAINING",
    Part.WORDING: "WORDS TEXT",
    Part.TEXT: "INSTRUMENT TEXT_NAMED",
    Part.LABEL: "LABEL",
    Part.MARK: "STOP COMMA SEMICOLON COLON DASH",
    Part.UNKNOWN: "NOISE",
}
_PART_OF = {kind: part for part, kinds in _PARTS.items() for kind in kinds.split()}


def _part(chunk: Chunk) -> Part:
    """A mark that joins nothing is one even where the grammar has no use for it; every other kind joins."""
    if not any(sign.isalnum() for sign in chunk.words) and not chunk.quoted:
        return Part.MARK
    return _PART_OF.get(chunk.kind, Part.JOINING)


def _meaning(chunk: Chunk) -> str:
    told: Sequence[str] = ()
    if chunk.addresses:
        told = [str(address) for address in chunk.addresses]
    elif chunk.quoted and chunk.quoted[0].words != chunk.words.strip("“”\"'‘’"):
        told = [f"“{wording.words}”" for wording in chunk.quoted]
    elif chunk.kind == "NEW":
        return "wording that follows"
    return ", ".join(told)
