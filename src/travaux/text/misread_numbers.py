"""Tells articles whose number scanning misread: 'Article 1 0' behind Article 9 is the tenth, 'Article l7' behind 16 the
seventeenth, 'Articulo 11' behind I the second. Only the series decides; a number that it does not call for stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux import numerals
from travaux.text.draft import ProvisionKind
from travaux.text.lines import Line, line_of

#: The rule by its name.
MISREAD = "numbers-misread"
_NAMED = re.compile(
    r"(?i:articles?|art\.|art[ií]culos?|articolo|artigo|статья|стаття) ?\(?"
    r"(?P<number>[\dIVXLCilO|]+(?: [\dIVXLCilO|]+)?)"
    r"(?:\)?(?: ?[°ºª])?\W*$|\s?[.:–—-]\s|(?= [A-ZÀ-Þ]))"
)
_AS_FIGURES = str.maketrans("lIi|O", "11110")
_AS_ROMAN = str.maketrans("1l|i", "IIII")


def misread_numbers(words: Sequence[str], told: Sequence[Line | None]) -> Iterator[tuple[int, Line]]:
    """The lines, by their place, that are articles with a number misread, each the next after the last article told.

    >>> lines = ["Article 9", "Fares are free.", "Article 1 0", "Dogs are carried.", "Article l1", "Article 3 0"]
    >>> [(index, line.number) for index, line in misread_numbers(lines, [None] * 6)]
    [(2, '10'), (4, '11')]
    """
    last = ""
    for index, line in enumerate(words):
        known = told[index] or line_of(line)
        known = known if known is not None and known.kind is ProvisionKind.ARTICLE else None
        match = _NAMED.match(line) if last else None
        if known is not None and (match is None or _is_next(known.number, last)):
            last = known.number if numerals.value(known.number) is not None else last
            continue
        number = _meant(match["number"], last) if match else ""
        if match and number:
            last = number
            yield index, Line(ProvisionKind.ARTICLE, number, match.end())
        elif known is not None:
            last = known.number if numerals.value(known.number) is not None else last


def _meant(printed: str, last: str) -> str:
    """The number of the series that `printed` may be meant for, written as the one before it; '' where none is."""
    bare = printed.replace(" ", "")
    for one in (bare, bare.translate(_AS_FIGURES if last.isdecimal() else _AS_ROMAN)):
        if one.isdecimal() == last.isdecimal() and _is_next(one, last):
            return one
    return ""


def _is_next(number: str, before: str) -> bool:
    one, other = numerals.value(number), numerals.value(before)
    return one is not None and other is not None and one == other + 1
