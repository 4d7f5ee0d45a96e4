"""Joins chunks that mean one thing together: marks that introduce wording, a named text, a place in two parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.amend.chunk import Chunk
from travaux.text.address import Address, Level, Step

#: What may stand before wording and says that it comes.
INTRODUCING = frozenset({"READ", "FOLLOWS", "COLON", "DASH"})
_JOINING = frozenset({"OF", "IN", "TO", "FOR"})
_SMALL = _JOINING | {"AT_END", "BY"}
_STATEMENT = re.compile(r"(?:[Tt]he )?[A-Z]\w+ statement")
_LEADING = re.compile(r"(?i)(?:of|in|to|from|for)\b(?: \S+){1,3}$")


def merged(found: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Marks and words that only introduce wording as one INTRO; words without a meaning in a row as one NOISE; a text
    that is named ('of the convention') with the words that join it."""
    told: list[Chunk] = []
    for chunk in found:
        before = told[-1] if told else None
        if before is None:
            told.append(chunk)
        elif chunk.kind == "NOISE":
            _add_noise(told, before, chunk)
        elif chunk.kind == "WORDS" and before.kind in INTRODUCING:
            _add_introduced(told, chunk)
        elif chunk.kind == "INSTRUMENT":
            _add_text(told, before, chunk)
        elif chunk.kind == "UNIT":
            _add_unit(told, chunk)
        elif not (chunk.kind == before.kind == "AND"):
            told.append(chunk)
    return tuple(told)


def _add_noise(told: list[Chunk], before: Chunk, chunk: Chunk) -> None:
    if before.kind == "NOISE" or before.kind in _SMALL:
        told[-1] = _joined(before, chunk, "NOISE")
    else:
        told.append(chunk)


def _add_introduced(told: list[Chunk], chunk: Chunk) -> None:
    """Wording after what introduces it: 'to read as follows: “...”'."""
    first = len(told)
    while first and told[first - 1].kind in INTRODUCING:
        first -= 1
    words = " ".join(one.words for one in told[first:])
    told[first:] = [Chunk("INTRO", told[first].start, told[-1].end, words), chunk]


def _add_text(told: list[Chunk], before: Chunk, chunk: Chunk) -> None:
    if _STATEMENT.fullmatch(chunk.words) and before.kind in ("UNIT", "IN", "OF"):
        _add_statement(told, before, chunk)
    elif before.kind in _JOINING or (before.kind == "NOISE" and _LEADING.match(before.words)):
        # 'of the', 'in the President's' and the text that it is.
        told[-1] = _joined(before, chunk, "TEXT_NAMED")
    else:
        told.append(chunk)


def _add_statement(told: list[Chunk], before: Chunk, chunk: Chunk) -> None:
    """An agreed minute holds a statement of each side: 'first sentence Japanese statement'."""
    side = Step(Level.PORTION, re.sub(r"(?i)^the ", "", chunk.words))
    if before.kind == "UNIT":
        places = tuple(Address((side, *one.steps)) for one in before.addresses)
        told[-1] = _joined(before, chunk, "UNIT")._replace(addresses=places)
    else:
        told.append(chunk._replace(kind="UNIT", addresses=(Address((side,)),)))


def _add_unit(told: list[Chunk], chunk: Chunk) -> None:
    if [one.kind for one in told[-3:]] == ["AS", "REWORD", "BY"]:
        # 'paragraph 5, as amended by Article 1, ...'
        told[-3:] = []
    elif [one.kind for one in told[-4:]] == ["UNIT", "OF", "STRETCH", "COMMA"]:
        # 'the second sentence of the existing text, paragraph 9'
        inner = tuple(one.within(chunk.addresses[0]) for one in told[-4].addresses)
        told[-4:] = [_joined(told[-4], chunk, "UNIT")._replace(addresses=inner)]
    else:
        told.append(chunk)


def _joined(one: Chunk, other: Chunk, kind: str) -> Chunk:
    return Chunk(kind, one.start, other.end, f"{one.words} {other.words}")
