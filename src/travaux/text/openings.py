"""Tells with which letters the matches of a regular expression can begin, so that a scanner tries few of many.

Errs on the side of more: what it cannot tell may begin with anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import product
from re import _constants, _parser
from typing import Any

#: How many letters are told apart, and how many openings are kept apart before they are shortened.
SIZE, _MOST = 5, 4000

# The first letter of a word that is one of several.
_FIRST_LETTER = re.compile(r"(?<=[(|])(?<!\\[(|])[a-z](?=[a-z ])")

Openings = frozenset[str]


def openings(pattern: str) -> Openings:
    """The beginnings, up to `SIZE` long, of what `pattern` matches; after a shorter one anything may follow. A small
    letter stands for its capital too, a capital for itself.

    >>> sorted(openings("(?i:amend(ed)?)|to(?= be)|[IV]"))
    ['I', 'V', 'amend', 'to']
    """
    parsed = _parser.parse(pattern)
    found = _of_items(parsed, frozenset({""}), any_case=bool(parsed.state.flags & re.IGNORECASE))
    return _shortest(frozenset(found.open | found.closed))


def spelled(words: str) -> list[str]:
    """The openings that the first letters of `words` are spelled by: 'To' begins with 'T', 't', 'To', 'to' ...

    >>> spelled("To")
    ['', 'T', 't', 'To', 'to']
    """
    return [one for size in range(min(len(words), SIZE) + 1) for one in spelled_whole(words[:size])]


def spelled_whole(words: str) -> list[str]:
    """Those of them that are as long as `words`.

    >>> spelled_whole("To")
    ['To', 'to']
    """
    if words == words.lower():
        return [words]
    return ["".join(row) for row in product(*(sorted({sign, sign.lower()}) for sign in words))]


def expression(beginnings: Collection[str]) -> str:
    """A regular expression for words that begin with one of these openings.

    >>> expression(["amend", "and", "V"])
    '(?:V|[Aa](?:[Mm][Ee][Nn][Dd]|[Nn][Dd]))'
    """
    if "" in beginnings:
        return ""
    after: dict[str, set[str]] = {}
    for one in beginnings:
        after.setdefault(one[0], set()).add(one[1:])
    branches = [f"{_sign(letter)}{expression(rest)}" for letter, rest in sorted(after.items())]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def in_any_case(words: str) -> re.Pattern[str]:
    """An expression for what begins a word, in capitals or small letters. Tried only where one of its openings stands,
    it finds the same in less than half the time.

    >>> in_any_case("amend(?:ed)?|art[.] \\\\d").findall("Amended as in art. 5; tamed.")
    ['Amended', 'art. 5']
    """
    return re.compile(rf"\b(?={expression(openings(f'(?i:{words})'))})(?i:{words})")


def quick(pattern: str) -> str:
    """The same expression, with the first letter of each of several words written so that Python tells at a glance
    which of them cannot begin at a place: in any case it tries each.

    >>> quick("(?i:(treaty|draft treaty)s?)")
    '(?i:((?-i:[Tt])reaty|(?-i:[Dd])raft treaty)s?)'
    """
    if "(?i" not in pattern:
        return pattern
    return _FIRST_LETTER.sub(lambda found: f"(?-i:[{found[0].upper()}{found[0]}])", pattern)


def _sign(letter: str) -> str:
    capital = letter.upper()
    return re.escape(letter) if len(capital) > 1 or capital == letter else f"[{capital}{letter}]"


class _Found:
    """Openings that go on (`open`) and those that are told (`closed`): long enough, or followed by anything."""

    def __init__(self, open: Openings, closed: Openings = frozenset()) -> None:
        self.open, self.closed = open, closed


def _of_items(items: Iterable[Any], before: Openings, *, any_case: bool) -> _Found:
    """The openings of a row of parts after those before it."""
    closed: Openings = frozenset()
    for kind, value in items:
        found = _of_part(kind, value, before, any_case=any_case)
        closed |= found.closed
        before = found.open
        if len(before) > _MOST:
            return _Found(frozenset(), closed | {word[:1] for word in before})
        if not before:
            break
    return _Found(before, closed)


def _of_part(kind: object, value: Any, before: Openings, *, any_case: bool) -> _Found:
    c = _constants
    if kind in (c.AT, c.ASSERT, c.ASSERT_NOT):
        return _Found(before)
    if kind is c.LITERAL:
        return _with(before, {chr(value)}, any_case=any_case)
    if kind is c.IN:
        letters = _of_set(value)
        return _with(before, letters, any_case=any_case) if letters is not None else _Found(frozenset(), before)
    if kind is c.BRANCH:
        branches = [_of_items(branch, before, any_case=any_case) for branch in value[1]]
        return _Found(
            frozenset().union(*(each.open for each in branches)), frozenset().union(*(each.closed for each in branches))
        )
    if kind is c.SUBPATTERN:
        _, added, removed, items = value
        told = (any_case or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        return _of_items(items, before, any_case=told)
    if kind in (c.MAX_REPEAT, c.MIN_REPEAT):
        once = _of_items(value[2], before, any_case=any_case)
        # Once or not at all; more often, anything may follow.
        kept = before if value[0] == 0 else frozenset()
        more = once.open if value[1] == 1 else frozenset()
        return _Found(kept | more, once.closed | (frozenset() if value[1] == 1 else once.open))
    return _Found(frozenset(), before)


def _with(before: Openings, letters: Iterable[str], *, any_case: bool) -> _Found:
    """Openings with a letter more; those long enough are closed."""
    told = {letter.lower() for letter in letters} if any_case else set(letters)
    longer = frozenset(word + letter for word in before for letter in told)
    closed = frozenset(word for word in longer if len(word) >= SIZE)
    return _Found(longer - closed, closed)


def _of_set(parts: list[Any]) -> set[str] | None:
    """The characters of a set in brackets; None where it holds too many to tell."""
    c = _constants
    if parts[0][0] is c.NEGATE or any(kind is c.CATEGORY for kind, _ in parts):
        return None
    found: set[str] = set()
    for kind, value in parts:
        codes = range(value[0], value[1] + 1) if kind is c.RANGE else (value,)
        if len(codes) > _MOST:
            return None
        found |= {chr(code) for code in codes}
    return found


def _shortest(words: Openings) -> Openings:
    """Openings without those that a shorter one includes."""
    return frozenset(word for word in words if not any(word[:size] in words for size in range(len(word))))
