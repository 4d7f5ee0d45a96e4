"""How much was withheld, as the published record says it: '[2-1/2 lines of source text not declassified]'.

A line is one of a typed page, a page has thirty of them. Amounts are told by the half, so that a marker stands for many
lengths and not for one.
"""

from __future__ import annotations

import math

#: Characters of a typed line, and lines of a typed page.
LINE = 65
PAGE = 30

_NAME = "[name not declassified]"


def marker(characters: int, *, paragraphs: int = 0) -> str:
    """What stands for so many characters; `paragraphs` are how many whole ones they are.

    >>> marker(150)
    '[2-1/2 lines of source text not declassified]'
    >>> marker(290, paragraphs=1)
    '[1 paragraph (4-1/2 lines of source text) not declassified]'
    """
    told = in_lines(characters)
    if paragraphs:
        return f"[{_counted(paragraphs * 2, 'paragraph')} ({told}) not declassified]"
    return f"[{told} not declassified]"


def name() -> str:
    """What stands for a name, whatever its length."""
    return _NAME


def footnote(characters: int) -> str:
    """What stands for a footnote on withheld words."""
    return f"[Footnote ({in_lines(characters)}) not declassified]"


def in_lines(characters: int) -> str:
    """An amount of source text in lines, or in pages where it fills one.

    >>> in_lines(20), in_lines(65), in_lines(65 * 45)
    ('less than 1 line of source text', '1 line of source text', '1-1/2 pages of source text')
    """
    halves = math.ceil(characters * 2 / LINE)
    if halves >= 2 * PAGE:
        return f"{_counted(math.ceil(characters * 2 / (LINE * PAGE)), 'page')} of source text"
    if halves < 2:
        return "less than 1 line of source text"
    return f"{_counted(halves, 'line')} of source text"


def _counted(halves: int, unit: str) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole}{'-1/2' * half} {unit}{'' if halves == 2 else 's'}"
