"""The verbs that order something only where somebody is told: 'you should let the King know', 'please brief them'.

`told.lark` lists them. They are looked for behind who is told and a word of command, where `verbs.lark` read none, and
at the head of a sentence where what they are done to stands behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from travaux.text.grammar import grammar
from travaux.text.scan import Token as Piece
from travaux.text.scan import terminals

_HERE = Path(__file__).parent
# Between who is told and the verb.
_PASSED = frozenset("ADVERB NOT TRY DEADLINE OCCASION".split())
# What may stand right before it, and how many pieces a number at the head of a sentence has at most.
_BEFORE = _PASSED | frozenset("PLEASE WHO MODAL ORDERED SENT TO IMPERSONAL THAT".split())
_LABELLED = 3
# 'The reply you should make'
_RELATIVE = re.compile(r"[a-z](?<!that)(?<!and)(?<!but)(?<!therefore)(?<!however)$")
_LABEL = re.compile(r"\(?(?:\d{1,6}|[A-Za-z]|[ivxIVX]{1,4})$")
# Verbs of these rows open too many sentences that order nothing.
_NOT_ALONE = frozenset("SEEK REPORT UNAFFECTED ACCEPT DISCRETION".split())
# What is told to be done, not what is important to whoever speaks.
_OURS = re.compile(r"(?i)\b(?:your?|efforts?|aim|objective|purpose|task|steps|opportunity)\b")
# Nouns as often, where they open a sentence.
_NOUNS = re.compile(
    r"(?i)(?:issue|supply|study|help|work|key|cover|treat|frame|phrase|word|gear|play|pass|rest|base|damp|check|"
    r"watch|hold|"
    r"pause|draft|address|lay|use|handle|counter|check|offset|combat|blunt|foil|found|stand|talk|sound|receive|entry)\b"
)
_DONE_TO = re.compile(
    r" (?:(?:the|our|my|this|that|these|those|any|all|your|him|them|her|his|their|no|an?|such|to|with|following|"
    r"foregoing|"
    r"above|it|every|for|in|at|on)\b|[A-Z])"
)


def framed(found: list[Piece], words: str) -> list[Piece]:
    """The pieces of a sentence with the verbs that somebody is told, where these were read as words like any other."""
    read: list[Piece] = []
    for place, piece in enumerate(found):
        if piece.kind != "WORD" or (place > _LABELLED and found[place - 1].kind not in _BEFORE):
            read.append(piece)
            continue
        told = _is_told(read)
        verb = _verb(words, piece, head=not told) if told or _opens(read) else None
        if verb and verb[1] == piece.end and [each.kind for each in found[place + 1 : place + 2]] == ["AND"]:
            verb = None  # 'investigate and report'
        read += _split(piece, verb) if verb else [piece]
    return read


def _opens(before: Sequence[Piece]) -> bool:
    """Whether a sentence begins here, or goes on behind its number."""
    return not before or (
        len(before) < 4 and before[-1].kind in ("STOP", "RIGHT") and _LABEL.match(before[0].words) is not None
    )


def _is_told(before: Sequence[Piece]) -> bool:
    """Whether a verb that stood here would be told to somebody."""
    place = _back(before, len(before) - 1)
    if place >= 0 and before[place].kind == "TO":
        place = _back(before, place - 1)
        return place >= 0 and (before[place].kind in ("REQUEST", "IMPERSONAL", "PLEASE") or _is_ordered(before, place))
    if place < 0:
        return False
    kind = before[place].kind
    if kind == "WHO":
        place = _back(before, place - 1, also=("THAT",))
        return place >= 0 and before[place].kind == "REQUEST"
    if kind == "IMPERSONAL":
        return before[place].words.lower().endswith(" to") and _OURS.search(before[place].words) is not None
    return kind == "PLEASE" or _is_ordered(before, place) or (kind == "MODAL" and _is_modal(before, place))


def _back(before: Sequence[Piece], place: int, *, also: tuple[str, ...] = ()) -> int:
    while place >= 0 and (before[place].kind in _PASSED or before[place].kind in also):
        place -= 1
    return place


def _is_ordered(before: Sequence[Piece], place: int) -> bool:
    """'You are requested', 'Embassy authorized'; 'you are asked to'."""
    if before[place].kind == "WHO":
        return place > 0 and before[place - 1].kind == "REQUEST"
    ordered = before[place].kind in ("ORDERED", "SENT")
    return ordered and "WHO" in [each.kind for each in before[max(0, place - 3) : place]]


def _is_modal(before: Sequence[Piece], place: int) -> bool:
    """'You should', 'Embassy may': not 'the reply you should make', 'you can handle this one'."""
    if before[place].words.lower() == "can":
        return False
    who = _back(before, place - 1, also=("COMMA",))
    return who >= 0 and before[who].kind == "WHO" and (who == 0 or not _RELATIVE.search(before[who - 1].words))


def _verb(words: str, piece: Piece, *, head: bool) -> tuple[str, int] | None:
    """The kind of the verb that words begin with, and where it ends."""
    if head and not piece.words[:1].isupper():
        return None
    for kind, expression in _verbs():
        match = expression.match(words, piece.start)
        if match and head and not _is_alone(kind, match):
            return None
        if match:
            return kind, match.end()
    return None


def _is_alone(kind: str, match: re.Match[str]) -> bool:
    """Whether a verb tells something at the head of a sentence, and is no noun there."""
    if match.group().endswith((" no", " nothing")):
        return True
    plain = kind not in _NOT_ALONE and not _NOUNS.match(match.group())
    return plain and _DONE_TO.match(match.string, match.end()) is not None


def _split(piece: Piece, verb: tuple[str, int]) -> list[Piece]:
    kind, end = verb
    head = Piece(kind, piece.words[: end - piece.start], piece.start, end)
    rest = piece.words[end - piece.start :].lstrip()
    return [head, Piece("WORD", rest, piece.end - len(rest), piece.end)] if rest else [head]


@cache
def _verbs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = terminals(grammar(_HERE / "told.lark"), start="start")
    return tuple((name, re.compile(pattern)) for name, pattern in rows.items())
