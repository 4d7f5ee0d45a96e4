"""Finds the lines of a text that stand beside its words: a table of contents, and the numbers of pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from travaux.text import lines
from travaux.text.draft import ProvisionKind

#: What has a title of its own, and so an entry in a table of contents.
OUTER = frozenset(
    {
        ProvisionKind.ANNEX,
        ProvisionKind.PART,
        ProvisionKind.CHAPTER,
        ProvisionKind.SECTION,
        ProvisionKind.ARTICLE,
    }
)
# A table of contents has as many names of articles or parts at least, and no longer line.
_FEWEST_ENTRIES, _LONGEST_ENTRY = 4, 160
_FEWEST_FOLIOS, _MANY_FOLIOS = 3, 5
#: How many characters stand at least between the numbers of most pages.
_LEAST_OF_A_PAGE = 200


def listed(known: Sequence[lines.Line | None], words: Sequence[str]) -> range:
    """The lines of a table of contents: short ones without a full stop, from the first that names an article or part
    to the last, many of them names, where the first comes again later."""
    named = [index for index, line in enumerate(known) if line is not None and line.kind in OUTER]
    if not named:
        return range(0)
    first, name = named[0], known[named[0]]
    headed = _under_heading(known, words, first)
    if headed:
        return headed
    end = first
    while end < len(words) and len(words[end]) <= _LONGEST_ENTRY and not _is_sentence(words[end]):
        end += 1
    names = [index for index in named if index < end]
    again = (index for index in named[1:] if _same(known[index], name))
    stop = min(next(again, 0), names[-1] + 1) if names else 0
    count = sum(index < stop for index in names)
    return range(first, stop) if count >= max(_FEWEST_ENTRIES, 0.3 * (stop - first)) else range(0)


def _under_heading(known: Sequence[lines.Line | None], words: Sequence[str], first: int) -> range:
    """The lines from 'Contents', which name the preamble, to where that comes again, or else the first part does; none
    where no line says so, or that would be half of the text."""
    names = (index for index in range(first) if lines.names_contents(words[index]))
    heading = next(names, None)
    if heading is None or not any(lines.is_preamble(line) for line in words[heading:first]):
        return range(0)
    half = range(first + 1, len(words) // 2)
    parts = (index for index in half if _same(known[index], known[first]))
    stop = next((index for index in half if lines.is_preamble(words[index])), next(parts, 0))
    return range(heading + 1, stop) if stop - heading > _FEWEST_ENTRIES else range(0)


def folios(words: Sequence[str]) -> list[int]:
    """The lines that are numbers of pages: three or more that count on, and where there are many, with as much between
    them as a page holds. A number by itself is a cell or a slip, and many close together count the rows of a table."""
    found: list[int] = []
    last = 0
    for index, line in enumerate(words):
        number = lines.folio(line)
        if number is not None and last < number <= last + (2 if found else 12):
            found.append(index)
            last = number
    between = sorted(sum(map(len, words[one + 1 : other])) for one, other in pairwise(found))
    if len(found) < _FEWEST_FOLIOS:
        return []
    return found if len(found) < _MANY_FOLIOS or between[len(between) // 2] >= _LEAST_OF_A_PAGE else []


def _is_sentence(words: str) -> bool:
    return words.rstrip().endswith((".", ";", ",", ":")) and not words.rstrip().endswith("..")


def _same(line: lines.Line | None, other: lines.Line | None) -> bool:
    return line is not None and other is not None and (line.kind, line.number) == (other.kind, other.number)
