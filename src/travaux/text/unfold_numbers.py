"""Which number stands at a place of a text that lost its line ends, glued or not to the words after it."""

from __future__ import annotations

import re
from itertools import product

from travaux import numerals
from travaux.text.unfold_glue import Vocabulary


def number_at(words: str, at: int, before: str, vocabulary: Vocabulary) -> str:
    """The number that stands at `at`, glued or not to what follows: the next after `before`, else ''. Of 'viithe' that
    is VII where the text has the word 'the', and no 'ithe'."""
    every = choices(words, at)
    last = numerals.value(plain(before)) if before else 0
    if last is None:
        return ""
    for known, ahead, choice in product((True, False), (1, 2, 3), every):
        if value_of(choice) == last + ahead and (not known or leaves_a_word(words, at + len(choice), vocabulary)):
            rest = words[at + len(choice) : at + len(choice) + 3]
            # '141. in applying' is 14 and paragraph 1; of '10' the digit 1 is no number.
            whole = len(choice) == len(every[0]) or bool(re.match(r"1\s?[.(]", rest))
            if whole or ((known or ahead == 1) and not choice.isdecimal()):
                return choice
    # 'va' after 'v': an article put in between; '1definitions' after 'i' is none.
    for choice in every:
        following = words[at + len(choice) : at + len(choice) + 1]
        alike = choice.isdecimal() == before[:1].isdecimal()
        if before and alike and value_of(choice) == last and re.fullmatch("[a-h]", following):
            return choice + following
    return ""


def leaves_a_word(words: str, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands at a place is a word that the text has elsewhere too, or no letter."""
    match = re.compile(r"[^\W\d_]+").match(words, at)
    return match is None or vocabulary.has(match.group().lower())


def parted(words: str, at: int, before: str) -> str:
    """The next number after `before` where a blank was put into it, as printed: '1 0', 'x v'; else ''."""
    match = re.compile(r"(?i)(?:\d \d|[ivxlc]+ [ivxlc]+)(?![^\W\d])").match(words, at)
    last = numerals.value(plain(before))
    value = value_of(match.group().replace(" ", "")) if match else None
    return match.group() if match and last is not None and value == last + 1 else ""


def choices(words: str, at: int) -> list[str]:
    """The numbers as which the letters at `at` may be read, the longest first."""
    match = re.compile(r"(?i)premier|premi[eè]re|primero|primeiro|first|\d{1,3}|[ivxlc]+").match(words, at)
    if not match:
        return []
    found = match.group()
    if not found[0].isdecimal() and value_of(found) == 1 and len(found) > 1 and found.lower() != "i":
        return [found]
    if not found[0].isdecimal() and value_of(found) and not words[match.end() : match.end() + 1].isalpha():
        return [found]  # what is not glued to a word is as long as it looks
    cut = [found[:size] for size in range(len(found), 0, -1)]
    return [choice for choice in cut if value_of(choice) is not None]


def value_of(number: str) -> int | None:
    if number.lower() in ("premier", "première", "premiere", "primero", "primeiro", "first"):
        return 1
    return int(number) if number.isdecimal() else numerals.from_roman(number)


def plain(number: str) -> str:
    """The number without the letter that puts it in between: 'va' is 'v'; 'premier' is '1'."""
    value = value_of(number)
    return str(value if value is not None else value_of(number[:-1]) or "")
