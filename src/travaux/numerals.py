"""Numbers as treaties write them: Roman, Arabic, in words, as letters."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))


def roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 3999."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def from_roman(numeral: str) -> int | None:
    """The number of a Roman numeral in its usual form, upper or lower case; None for other words."""
    letters = numeral.upper()
    number, rest = 0, letters
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            number, rest = number + value, rest.removeprefix(sign)
    return number if number and not rest and number < 4000 and roman(number) == letters else None


def ordinal(words: str) -> int | None:
    """'first' or '1st' is 1; 'last' is -1, 'penultimate' -2; None for other words."""
    word = words.lower()
    if word in ("last", "final", "concluding", "closing", "latter"):
        return -1
    if word in ("penultimate", "next-to-last"):
        return -2
    if word == "opening":
        return 1
    if word in _ORDINALS:
        return _ORDINALS.index(word)
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th|d)", word)
    return int(digits.group(1)) if digits else None


def ordinal_word(number: int) -> str:
    """1 is 'first', -1 'last', 23 '23rd'."""
    if number < 0:
        return {-1: "last", -2: "penultimate"}.get(number, f"{_ordinal_digits(-number)} from last")
    return _ORDINALS[number] if number < len(_ORDINALS) else _ordinal_digits(number)


def _ordinal_digits(number: int) -> str:
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def successors(number: str) -> tuple[str, ...]:
    """What may come next in the series of a number, written as it is: 'vi' and 'w' after 'v', '6' after '5'."""
    if number.isdecimal():
        return (str(int(number) + 1),)
    count = from_roman(number)
    after = () if count is None else ((roman(count + 1) if number.isupper() else roman(count + 1).lower()),)
    if len(number) == 1 and number.isascii() and number.isalpha() and number not in "zZ":
        after = (*after, chr(ord(number) + 1))
    return after


def value(numeral: str) -> int | None:
    """The number that '12', 'XII', 'twelve' or 'twelfth' stands for; None for anything else."""
    word = numeral.strip().lower()
    if word.isdecimal():
        return int(word)
    if word in _CARDINALS:
        return _CARDINALS.index(word)
    return from_roman(word) or ordinal(word) or in_words(word)


def in_words(words: str) -> int | None:
    """The number from 13 to 99 that words are, as articles are numbered: 'thirteen', 'Twenty-third', 'twenty three'.

    >>> in_words("Twenty Three"), in_words("thirtieth"), in_words("fourteenth"), in_words("twenty times")
    (23, 30, 14, None)
    """
    tens, _, ones = words.strip().lower().replace("-", " ").partition(" ")
    if not ones:
        stem = tens.removesuffix("ieth") + "y" if tens.endswith("ieth") else tens
        return _TENS.get(stem) or next((13 + at for at, name in enumerate(_TEENS) if tens in (name, f"{name}th")), None)
    one = _CARDINALS.index(ones) if ones in _CARDINALS else ordinal(ones)
    return _TENS[tens] + one if tens in _TENS and one is not None and 0 < one < 10 else None
