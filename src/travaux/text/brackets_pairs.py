"""Which bracket signs of a text belong together, and which of them hold no wording in dispute."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from travaux.text.brackets_none import no_bracket
from travaux.text.brackets_said import Offer, offer

_OPENING, _CLOSING = "[{", "]}"
_SIGNS = re.compile(r"[\[\]{}]|<[^<>\[\]{}\n]{0,60}>")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """A doubt about the characters `start` to `end`: a finding without its document."""

    code: str
    message: str
    start: int
    end: int
    remedy: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of bracket signs that may hold wording in dispute, by rising place of the opening sign."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]
    troubles: tuple[Trouble, ...]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The outermost pairs between two places; each is the place of its two signs."""
        found, index = [], bisect_left(self.opens, start)
        while index < len(self.opens) and self.opens[index] < end:
            found.append((self.opens[index], self.closes[index]))
            index = bisect_left(self.opens, self.closes[index], index)
        return found


def pairs(words: str) -> Pairs:
    """Pairs the signs of a text. A sign without its fellow is words of the text, and told."""
    found, lonely = _matched(words)
    troubles = [_lonely(words, at) for at in lonely]
    kept: list[tuple[int, int]] = []
    for (start, close), depth in sorted(found.items()):
        none = no_bracket(words, start, close + 1) if words[start] == "[" else None
        if none is None and depth < _DEEPEST:
            kept.append((start, close))
        elif none is None:
            troubles.append(
                Trouble("brackets-too-deep", f"Brackets stand in more than {_DEEPEST} others.", start, close + 1,
                        "Resolve the outer ones.")
            )  # fmt: skip
        elif none.doubtful:
            message = f"“{words[start : close + 1]}” is taken as no bracket ({none.code})."
            remedy = "Where it is wording in dispute, name who proposes it: “[Halvern: ...]”."
            troubles.append(Trouble("bracket-or-not", message, start, close + 1, remedy))
    return Pairs(tuple(one for one, _ in kept), tuple(close for _, close in kept), tuple(troubles))


def _matched(words: str) -> tuple[dict[tuple[int, int], int], list[int]]:
    """The pairs with their depth, and the signs without a fellow."""
    stack: list[int] = []
    found: dict[tuple[int, int], int] = {}
    lonely: list[int] = []
    for match in _SIGNS.finditer(words):
        sign, at = match.group(), match.start()
        if sign[0] == "<":
            if len(sign) > 2 and offer(sign[1:-1]) in (Offer.PLACEHOLDER, Offer.UNSETTLED):
                found[at, match.end() - 1] = len(stack)
        elif sign in _OPENING:
            stack.append(at)
        elif any(words[opened] == _OPENING[_CLOSING.index(sign)] for opened in stack[-_DEEPEST:]):
            while words[stack[-1]] != _OPENING[_CLOSING.index(sign)]:
                lonely.append(stack.pop())
            opened = stack.pop()
            found[opened, at] = len(stack)
        else:
            lonely.append(at)
    return found, [*lonely, *stack]


def _lonely(words: str, at: int) -> Trouble:
    sign = words[at]
    if sign in _OPENING:
        cure = f"Add “{_CLOSING[_OPENING.index(sign)]}” where it ends, or take the sign away."
        return Trouble("bracket-not-closed", f"A bracket opens with “{sign}” and never closes.", at, at + 1, cure, True)
    cure = f"Add “{_OPENING[_CLOSING.index(sign)]}” where it begins, or take the sign away."
    return Trouble("bracket-not-opened", f"A bracket closes with “{sign}” that never opened.", at, at + 1, cure, True)
