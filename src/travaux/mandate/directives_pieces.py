"""Cuts a sentence into words by what they do in an order, as `lexis.lark` lists them, and by who is told in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from travaux.mandate.directives_asked import asked
from travaux.mandate.directives_framed import framed
from travaux.mandate.directives_said import Act
from travaux.mandate.directives_told import Named, told
from travaux.text.grammar import grammar
from travaux.text.scan import Scanner, scanner
from travaux.text.scan import Token as Piece

_HERE = Path(__file__).parent
ACTS = frozenset({act.name for act in Act} - {"DISCRETION"})
# Behind these a word that could be a verb is a noun: 'your forthcoming talk', 'the request'.
_DETERMINED = re.compile(
    r"(?i)\b(?:an?|the|this|these|those|any|your|our|their|his|its|her|such|further|next|forthcoming|recent|early|full|"
    r"interim|present|new|last|possible|first|earlier|previous|proposed|joint|every|each|another|other)$"
)
# These bring their subject with them: 'Department would be interested in knowing'.
_ASKS = re.compile(r"(?i)(?:we|i|it|dept|department|agencies|would|wld|will|should|shld)\b")
_TOLD_BY = frozenset("MODAL ORDERED SENT".split())
# 'Seek persuade' is to persuade.
_TRIES = re.compile(r"(?i)(?:seek|endeavou?r|try|attempt|strive|continue)$")
# Verbs that are as often nouns.
NOUNS = frozenset(
    "report support request approach offer note press present state stress work comment call contact delay talk review "
    "sign issue register reply answer try attempt demand influence back yield second file table outline sound concert "
    "pledge combat convey counter object block balance reserve protest appeal open advance welcome exchange increase "
    "help".split()
)
#: Done as they are ordered: 'Put to the Minister', 'Set forth our position'.
_SAME_DONE = re.compile(r"Put to |Set forth (?:our|your|the|these|in)\b")
#: Told where whoever reads speaks for it.
COUNTRY = frozenset("US U.S USG States we We".split())
#: Told by whoever writes for the President.
AGENCIES = frozenset("State Defense Treasury AID CIA JCS USIA ACDA Commerce Agriculture Justice Interior".split())
#: Who was told in the sentence before, by a word for him.
AS_BEFORE = frozenset({"It", "He", "They"})
_BOUND = frozenset("should shld shd must".split())
_SUBJECT = frozenset("WHO WORD AND COMMA".split())
#: 'The President has directed that State prepare' asks, though 'directed' alone tells.
_ASKED = frozenset("ORDERED SENT".split())
_KEPT = frozenset("REQUEST IMPERSONAL ORDERED SENT WANTED".split())


def pieces(words: str, *, ours: frozenset[str] = frozenset()) -> list[Piece]:
    """The words of a sentence by what they do; `ours` are surnames of those who are told."""
    found: list[Piece] = []
    for piece in _scanner().scan(words):
        kind = "WORD" if piece.kind == "FOREIGN" or _is_noun(piece, found) else piece.kind
        if kind == "CLEAR_DONE" and not found and _SAME_DONE.match(words, piece.start):
            kind = "CLEAR"
        if kind == "WORD" and found and found[-1].kind == "WORD":
            start = found.pop().start
            piece = Piece("WORD", words[start : piece.end], start, piece.end)
        found.append(piece if piece.kind == kind else piece._replace(kind=kind))
        if ours and kind in _TOLD_BY and len(found) > 1 and found[-2].kind == "WORD":
            who = found[-2].words.rpartition(" ")[2]
            if who in ours and (who not in COUNTRY | AGENCIES | AS_BEFORE or piece.words.lower() in _BOUND):
                found[-2] = found[-2]._replace(kind="WHO")
    for each in (*asked(words), *told(words)):
        found = _with(found, each, words)
    return _tried(framed(found, words))


def _is_noun(piece: Piece, before: Sequence[Piece]) -> bool:
    """Whether a word that could be a verb stands as a noun: right behind an article or a possessive."""
    if piece.kind not in ACTS or not before or _ASKS.match(piece.words):
        return False
    if before[-1].kind in ("IN", "OF"):  # 'in exchange notes', 'Department of State'
        return piece.words.lower() in NOUNS
    if before[-1].kind not in ("WORD", "ADVERB"):
        return False
    if before[-1].kind == "ADVERB" and (" " in before[-1].words or (len(before) > 1 and before[-2].kind == "MODAL")):
        return False  # 'as far as possible lay groundwork'
    if len(before) == 1 and before[-1].words == "Further":
        return piece.words.lower() in NOUNS  # 'Further point out'
    return _DETERMINED.search(before[-1].words) is not None


def _with(found: list[Piece], each: Named, words: str) -> list[Piece]:
    """The pieces with one more, which takes the place of those that it covers; those that it cuts are words."""
    inside = [place for place, piece in enumerate(found) if piece.end > each.start and piece.start < each.end]
    kinds = {found[place].kind for place in inside}
    if not inside or not (_KEPT - _ASKED if each.kind == "REQUEST" else _KEPT).isdisjoint(kinds):
        return found
    if each.kind in kinds and not (len(inside) > 1 and kinds <= _SUBJECT):
        return found
    first, last = inside[0], inside[-1]
    new = [Piece(each.kind, words[each.start : each.end], each.start, each.end)]
    head = words[found[first].start : each.start].rstrip()
    if head:
        new.insert(0, Piece("WORD", head, found[first].start, found[first].start + len(head)))
    tail = words[each.end : found[last].end]
    if tail.strip():
        start = each.end + len(tail) - len(tail.lstrip())
        new.append(Piece("WORD", words[start : found[last].end], start, found[last].end))
    return [*found[:first], *new, *found[last + 1 :]]


def _tried(found: list[Piece]) -> list[Piece]:
    """What is only tried gives way to what is tried: 'strive achieve', 'continue to urge'."""
    for place, piece in enumerate(found):
        if piece.kind in ACTS and _TRIES.match(piece.words):
            then = place + 1
            while then < len(found) and found[then].kind in ("ADVERB", "TO"):
                then += 1
            if then < len(found) and found[then].kind in ACTS and not _is_thing(found, then):
                found[place] = piece._replace(kind="TRY")
    return found


def _is_thing(found: Sequence[Piece], place: int) -> bool:
    """Whether a word stands for a thing where it could be a verb: 'seek answer from', 'continue support of'."""
    after = found[place + 1] if place + 1 < len(found) else None
    ends = after is None or after.kind in ("STOP", "OF", "IN", "COMMA", "AND")
    return ends and found[place].words.lower() in NOUNS


@cache
def _scanner() -> Scanner:
    return scanner(
        "".join(grammar(_HERE / f"{name}.lark") for name in ("lexis", "verbs", "wanted", "passives")), "word"
    )
