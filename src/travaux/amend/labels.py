"""Tells the numbers and letters of items from those of places: 'a.' opens an item where an item may begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.text.scan import Token

_LABELS = (
    # A number that lost its mark, before the words of an order.
    r"\d{1,2}(?= (?:the|in|at|a|after|paragraph|article|delete|insert|replace) )",
    r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[A-H])[.)]",
    r"\(?\d{1,2} [.)]",
)
_LABEL = re.compile(rf"(?:{'|'.join(_LABELS)})(?=\s|[A-Za-z“\"‘'(])")
_LETTERED_WORDING = re.compile(r"\(?[A-Z][.)] ?“")
_GLUED = re.compile(r"\(?\w{1,3}[.)]? ?(?=\S)")
_BEFORE_ITEM = frozenset({"STOP", "COLON", "SEMICOLON", "LABEL"})
_AHEAD_OF_ITEM = _BEFORE_ITEM | {"COMMA", "AND", "QUOTE"}


def labelled(tokens: Sequence[Token], words: str) -> list[Token]:
    """The tokens with the numbers and letters of items as LABEL, at the beginning and after a mark that ends."""
    found: list[Token] = []
    skip_to, last = 0, "STOP"
    in_lines = "\n" in words
    for token in tokens:
        at = token.start
        if at < skip_to:
            continue
        # Most tokens stand where no item can begin.
        near = last in _AHEAD_OF_ITEM or (in_lines and "\n" in words[max(at - 2, 0) : at])
        label = _LABEL.match(words, at) if near and _may_begin(found, words, at) else None
        if label:
            skip_to = label.end()
            token = Token("LABEL", label.group(), at, skip_to)
        found.append(token)
        last = token.kind
    return found


def _may_begin(found: list[Token], words: str, at: int) -> bool:
    """Whether an item may begin at a character: after a mark that ends one, on a line of its own, or glued to the end
    of a quotation."""
    if not found or found[-1].kind in _BEFORE_ITEM or "\n" in words[at - 2 : at]:
        return True
    if found[-1].kind in ("COMMA", "AND") and _LETTERED_WORDING.match(words, at):
        return True
    if found[-1].kind == "AND" and found[-2:-1] and found[-2].kind in ("SEMICOLON", "COMMA"):
        return words[at] == "(" or words[at + 1 : at + 2] == ")"
    return found[-1].kind == "QUOTE" and _GLUED.match(words, at, at + 6) is not None
