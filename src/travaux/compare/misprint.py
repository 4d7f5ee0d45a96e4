"""Finds words that a text has with a printing error in one of them: 'shall foe free' for 'shall be free'.

Another number, another ending or another of the words that turn a sentence is never taken for an error.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from travaux import numerals

_LEAST_WORDS, _LEAST_LETTERS = 4, 24
# How many letters may be wrong in a word of that many.
_WRONG = ((9, 2), (5, 1), (2, 2))
_ENDINGS = frozenset("s es ’s 's s’ s' d ed ing ly y ies n er or ion al".split())
# Words that carry the sense: one for another is another text.
_WEIGHTY = frozenset(
    "not no nor now never any all none both each every or and but may must might shall should will would can could "
    "only unless until if when where which that this these those than then his her its their our your my he she it "
    "they we in on at to of by for from with within without under over above below before after".split()
)


def misprint(text: str, words: str) -> list[tuple[int, int]]:
    """Start and end of each place where `text` has `words` but for a printing error in one word.

    >>> misprint("The dues shall foe free of charge in March.", "shall be free of charge in March")
    [(9, 42)]
    >>> misprint("The dues shall be free of all charge in March.", "shall be free of any charge in March")
    []
    """
    sought = words.split()
    if len(sought) < _LEAST_WORDS or len(words) < _LEAST_LETTERS:
        return []
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    each = _plain(text).split(" ")
    plain = _plain(words)
    found = []
    for size in (len(sought), len(sought) - 1, len(sought) + 1):
        for first in range(len(tokens) - size + 1):
            there = " ".join(each[first : first + size])
            marks = _marks_after(there, words)
            there = there[: len(there) - marks].rstrip() if marks else there
            if OSA.distance(there, plain, score_cutoff=2) <= 2 and _is_misprint(there, plain):
                found.append((tokens[first][0], tokens[first + size - 1][1] - marks))
    return found


def _plain(words: str) -> str:
    return " ".join(words.translate(str.maketrans("‘’“”–—", "''\"\"--")).split()).casefold()


def _marks_after(there: str, words: str) -> int:
    """How many marks at the end of a stretch are not part of the words sought."""
    marks = len(there) - len(there.rstrip(".,;:"))
    return 0 if words[-1:] in ".,;:" else marks


def _is_misprint(there: str, sought: str) -> bool:
    one, other = there.split(), sought.split()
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    pairs = [(first.strip(".,;:\"'"), last.strip(".,;:\"'")) for first, last in zip(one, other, strict=True)]
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    return len(wrong) == 1 and _is_wrong(*wrong[0])


def _is_wrong(there: str, sought: str) -> bool:
    """Whether one word may be the other with letters gone wrong in print."""
    if not there.isalpha() or not sought.isalpha() or {there, sought} & _WEIGHTY:
        return False
    if numerals.value(there) is not None or numerals.value(sought) is not None or _is_inflected(there, sought):
        return False
    most = next((count for size, count in _WRONG if max(len(there), len(sought)) >= size), 0)
    return OSA.distance(there, sought) <= most


def _is_inflected(one: str, other: str) -> bool:
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    tails = {one[common:], other[common:]}
    return common >= 3 and all(tail in _ENDINGS or not tail for tail in tails)
