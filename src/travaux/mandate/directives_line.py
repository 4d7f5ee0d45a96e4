"""A sentence in which orders begin, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from travaux.mandate.directives_heads import after_label
from travaux.mandate.directives_heads_words import Head
from travaux.mandate.directives_parts import Parts
from travaux.mandate.directives_said import Act, Said
from travaux.text.scan import Token as Piece

_ASKS_FOR = re.compile(r"(?i)(?:(?:we|i) )?(?:would|wld|should|shall|will|request|let|keep|appreciate|do) ?")
_EFFORT = re.compile(r"(?i)\b(?:efforts?|attempts?|steps|arrangements?|requests?|endeavou?rs?)$")
_BODY = re.compile(r"(?i)\b(?:delegation|mission|embassy|ambassador|representative|usdel|usun|charg[eé])")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a paragraph: its words with quotations filled, where it starts in the text, its pieces."""

    words: str
    start: int
    pieces: list[Piece]


def behind_alternative(line: Line, begun: Sequence[Head]) -> int:
    """Where the first order begins: behind what holds otherwise, "that would be better, but if they refuse you"."""
    start = after_label(line.pieces)
    kinds = [piece.kind for piece in line.pieces[: begun[0].first]] if begun else []
    if kinds[start : start + 1] in (["IF"], ["OCCASION"], ["FALLBACK"]):
        return start
    joined = (place + 1 for place, pair in enumerate(pairwise(kinds)) if pair == ("AND", "IF") and place > start)
    return next(joined, start)


def is_asked(line: Line, head: Head) -> bool:
    """Whether the reader is asked outright."""
    if head.shape in ("told", "wanted", "joined"):
        return True
    words = line.pieces[head.last].words
    return line.pieces[head.first].kind == "SHALL" or (head.kind == "REPORT" and _ASKS_FOR.match(words) is not None)


def is_body_told(line: Line) -> bool:
    """Whether somebody is told who may be called 'it' or 'he' in the next sentence."""
    return any(each.kind == "WHO" and _BODY.search(each.words) for each in line.pieces)


def sharing(begun: Sequence[Head], told: Sequence[Parts], line: Line) -> Iterator[Parts]:
    """With the object of the next where two verbs have one: 'introduce and seek agreement to'."""
    for place, taken in enumerate(told):
        if taken.object is None and place + 1 < len(told):
            between = line.pieces[begun[place].last + 1 : begun[place + 1].first]
            if [piece.kind for piece in between] == ["AND"]:
                taken = replace(
                    taken, object=told[place + 1].object, condition=taken.condition or told[place + 1].condition
                )
        yield taken


def refined(head: Head, line: Line, obj: Said | None) -> Act:
    """The act by what it is on where the verb leaves it open: an approach that is made is a consultation."""
    if head.kind == "CLEAR_DONE" and obj and re.match(r"(?i)[\w ]*\bapproach(?:es)?\b", obj.words):
        return Act.CONSULT
    if head.kind == "CLEAR_DONE" and obj and _EFFORT.search(obj.words):
        return Act.SEEK
    return head.act


def after_opening(words: str, first: int) -> int:
    match = re.compile(r"[\s,;:.–—)]*(?:(?:and|but)\b ?)?").match(words, first)
    return match.end() if match else first
