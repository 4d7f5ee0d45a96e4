"""Tells articles whose number a blank was put into, as scanning does: 'Article 1 0' behind Article 9 is the tenth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux import numerals
from travaux.text.draft import ProvisionKind
from travaux.text.lines import Line, line_of

#: The rule by its name.
PARTED = "numbers-parted"
_PARTED = re.compile(
    r"(?i:article|art\.|art[ií]culo|articolo|artigo|статья|стаття) (?P<number>\d \d|[IVXLC]+(?: [IVXLC]+)+)"
    r"(?:\W*$|\s?[.:–—-]\s|(?= [A-ZÀ-Þ]))"
)


def parted_numbers(words: Sequence[str], told: Sequence[Line | None]) -> Iterator[tuple[int, Line]]:
    """The lines, by their place, that are articles with a number in two, each the next after the last article told.

    >>> lines = ["Article 9", "Fares are free.", "Article 1 0", "Dogs are carried.", "Article 3 0"]
    >>> [(index, line.number) for index, line in parted_numbers(lines, [None] * 5)]
    [(2, '10')]
    """
    last: int | None = None
    for index, line in enumerate(words):
        match = _PARTED.match(line)
        number = match["number"].replace(" ", "") if match else ""
        if match and last is not None and numerals.value(number) == last + 1:
            last += 1
            yield index, Line(ProvisionKind.ARTICLE, number, match.end())
            continue
        known = told[index] or line_of(line)
        if known is not None and known.kind is ProvisionKind.ARTICLE:
            last = numerals.value(known.number)
