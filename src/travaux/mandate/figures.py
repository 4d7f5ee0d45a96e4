"""The figures that words name, written out or not: 'forty-eight hours' and '48 hours' both name 48."""

from __future__ import annotations

import re

from travaux import numerals

_DIGITS = str.maketrans("0123456789.", "abcdefghijk")
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?")
_SMALL = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_TIMES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def spelled(words: str) -> str:
    """Words followed by their figures, each as a word of letters, so that 12,000 is like twelve thousand."""
    return " ".join((words, *(f"figure-{each.translate(_DIGITS)}" for each in sorted(figures(words)))))


def figures(words: str) -> frozenset[str]:
    """The figures in words, as they are counted; ordinals name none.

    >>> sorted(figures("Six vessels of 1,500 tons, or five hundred; the third for twenty-four hours"))
    ['1500', '24', '500', '6']
    """
    found: list[str] = []
    joined = False
    for token in _TOKEN.finditer(words):
        said = token.group().lower()
        times = _TIMES.get(said.removesuffix("s"))
        if times is not None:
            if joined and found[-1].isdecimal():
                found[-1] = str(int(found[-1]) * times)
            continue
        number = _number(said)
        joined = number is not None
        if number is not None:
            found.append(number)
    return frozenset(found)


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name figures, and none that is the same: a ban on fourteen is none on twelve."""
    return bool(one and other) and not one & other


def _number(said: str) -> str | None:
    if said[0].isdigit():
        return said.replace(",", "")
    if said in _SMALL:
        return str(_SMALL[said])
    # 'thirteenth' counts a place, not an amount.
    counted = None if said.endswith(("th", "st", "nd", "rd")) else numerals.in_words(said)
    return None if counted is None else str(counted)
