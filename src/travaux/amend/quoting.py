"""Which words to quote so that an instruction means one place: enough of them, and none that cannot be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.amend.fit import is_elided

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
# More words than this beside a change make a quotation that nobody reads: the sentence is replaced instead.
_MOST = 10
_OPENING, _CLOSING = "([“‘$£€", ")]”’%"


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of a line that give way to `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words to quote from the line, where they end in it, and those that take their place."""

    old: str
    new: str
    end: int


def is_quotable(words: str) -> bool:
    """Whether words can stand between quotation marks and be read back: they break off nowhere, close what they open,
    and end with no mark that may be that of the sentence around."""
    if not words or words != words.strip() or is_elided(words) or not keeps_its_mark(words):
        return False
    return words.count("“") == words.count("”") and words.count("(") == words.count(")")


def keeps_its_mark(words: str) -> bool:
    """Whether the last mark of words is read as their own. A comma or full stop that ends a quotation is taken for
    one of the sentence around it, as American printers set it; ', if any,' keeps both of its commas."""
    if len(words) == 1 or words.endswith(".."):
        return True
    return not words.endswith(".") and (words.startswith(",") or not words.endswith(","))


def is_phrase(words: str) -> bool:
    """Whether words begin and end with a word, so that no mark of theirs is taken for one of the sentence around."""
    first, last = words[:1], words[-1:]
    return (first.isalnum() or first in _OPENING) and (last.isalnum() or last in _CLOSING)


def is_alone(words: str, scope: Sequence[str]) -> bool:
    """Whether words stand exactly once in the lines of a scope, as whole words: what `fit.occurrences` counts."""
    count = 0
    for line in scope:
        at = line.find(words)
        while at >= 0:
            end = at + len(words)
            begins = not (words[0].isalnum() and _is_word(line[at - 1 : at] if at else ""))
            count += begins and not (words[-1].isalnum() and _is_word(line[end : end + 1]))
            at = line.find(words, at + 1)
        if count > 1:
            return False
    return count == 1


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def widened(line: str, change: Change, low: int, high: int) -> Iterator[Quoted]:
    """The change with more and more words around it, between characters `low` and `high` of the line."""
    before = [match.start() for match in _TOKEN.finditer(line, low, change.start)][::-1]
    after = [match.end() for match in _TOKEN.finditer(line, change.end, high)]
    starts, ends = [change.start, *before][: _MOST + 1], [change.end, *after][: _MOST + 1]
    for size in range(2 * _MOST):
        for left in range(min(size, len(starts) - 1), -1, -1):
            right = size - left
            if right < len(ends):
                start, end = starts[left], ends[right]
                yield Quoted(line[start:end], line[start : change.start] + change.new + line[change.end : end], end)


def before(line: str, gap: int, low: int) -> Iterator[str]:
    """More and more words right before a gap."""
    for match in [*_TOKEN.finditer(line, low, gap)][::-1][:_MOST]:
        yield line[match.start() : gap].strip()


def after(line: str, gap: int, high: int) -> Iterator[str]:
    """More and more words right after a gap."""
    for match in [*_TOKEN.finditer(line, gap, high)][:_MOST]:
        yield line[gap : match.end()].strip()
