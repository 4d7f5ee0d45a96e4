"""The numbers of provisions: told from their words, written in the style of their neighbours, counted on in order."""

from __future__ import annotations

import re
from dataclasses import replace

from travaux import numerals
from travaux.findings import Citation
from travaux.text import lines
from travaux.text.address import Level
from travaux.text.draft import Provision, ProvisionKind, Run, cut, words_of

#: The kinds of provision that a level may name, and how one without neighbours is labelled.
KINDS = {
    Level.PART: (ProvisionKind.PART, "Part {}"),
    Level.CHAPTER: (ProvisionKind.CHAPTER, "Chapter {}"),
    Level.SECTION: (ProvisionKind.SECTION, "Section {}"),
    Level.ANNEX: (ProvisionKind.ANNEX, "Annex {}"),
    Level.ARTICLE: (ProvisionKind.ARTICLE, "Article {}"),
    Level.PARAGRAPH: (ProvisionKind.PARAGRAPH, "{}. "),
    Level.OPERATIVE: (ProvisionKind.PARAGRAPH, "{}. "),
    Level.SUBPARAGRAPH: (ProvisionKind.SUBPARAGRAPH, "({}) "),
    Level.POINT: (ProvisionKind.SUBPARAGRAPH, "({}) "),
}
_SUFFIXES = ("", "bis", "ter", "quater", "quinquies")
_PARTS = re.compile(r"(?P<number>\d+|[IVXLC]+|[ivxlc]+|[A-Za-z])[ .-]?(?P<suffix>[A-Za-z]|bis|ter|quater|quinquies)?")
# '(g) ...; (h) ...' in one line: an item begins after the mark that ends the one before.
_ITEM = re.compile(r"(?<=[;:.,])\s+(?:and |or )?(?=\((?P<number>[A-Za-z]{1,4}|\d{1,2})\)\s)")


def order(number: str, *, lettered: bool = False) -> tuple[int, int] | None:
    """Where a number stands in its series: '6' before '6a' before '6b' or '6 bis' before '7'."""
    match = _PARTS.fullmatch(number.strip("(). "))
    if match is None:
        return None
    main, suffix = match["number"], (match["suffix"] or "").casefold()
    letter = len(main) == 1 and main.isalpha()
    count = ord(main.casefold()) - 96 if letter and lettered else numerals.value(main)
    if count is None:
        count = ord(main.casefold()) - 96 if letter else None
    if count is None:
        return None
    return count, _SUFFIXES.index(suffix) if suffix in _SUFFIXES else ord(suffix) - 96


def is_lettered(siblings: list[Provision]) -> bool:
    """Whether a series is (a) (b) (c) and not (i) (ii) (iii)."""
    numbers = [sibling.number.casefold() for sibling in siblings if sibling.number]
    return bool(numbers) and all(len(number) == 1 and number.isalpha() for number in numbers) and numbers != ["i"]


def series(siblings: tuple[Provision, ...], index: int) -> range:
    """The indexes of the siblings numbered in one row with that at `index`: of (i) (a) (b) (ii) (a) the (a) and (b)
    between."""
    first = last = index
    while first > 0 and _precedes(siblings[first - 1], siblings[first]):
        first -= 1
    while last + 1 < len(siblings) and _precedes(siblings[last], siblings[last + 1]):
        last += 1
    return range(first, last + 1)


def _precedes(one: Provision, other: Provision) -> bool:
    """Whether two neighbours are of one series: the same kind and look, and in order or the same number."""
    if one.kind is not other.kind or not one.number or not other.number:
        return False
    if one.kind is not ProvisionKind.SUBPARAGRAPH:
        return True
    lettered = len(one.number) == 1 and len(other.number) == 1
    before, after = order(one.number, lettered=lettered), order(other.number, lettered=lettered)
    if not lettered and (numerals.from_roman(one.number) is None) != (numerals.from_roman(other.number) is None):
        return False
    return before is not None and after is not None and before <= after


def is_alike(one: str, other: str) -> bool:
    """Whether two numbers may be of one series: figures and Roman numerals, or letters. 'c' may be either."""
    return bool(_looks(one) & _looks(other))


def _looks(number: str) -> frozenset[str]:
    main = number.split()[0] if number.split() else ""
    figure = {"figure"} if main[:1].isdecimal() or numerals.value(main) is not None else set[str]()
    letter = {"letter"} if len(main) == 1 and main.isalpha() else set[str]()
    return frozenset(figure | letter) or frozenset({"other"})


def in_style(number: str, like: str) -> str:
    """A number written as `like` is: Roman, Arabic, small or capital letters. One with a suffix stays as it is.

    >>> in_style("6", "VII"), in_style("VI", "4"), in_style("B", "a"), in_style("6a", "V")
    ('VI', '6', 'b', '6a')
    """
    count = numerals.value(number)
    if len(like) == 1 and like.isalpha() and len(number) == 1 and number.isalpha():
        return number.upper() if like.isupper() else number.lower()
    if count is None:
        return number
    if like.isdecimal():
        return str(count)
    if numerals.from_roman(like) is not None and (len(like) > 1 or like in "IVXivx"):
        return numerals.roman(count) if like.isupper() else numerals.roman(count).lower()
    return number


def after(number: str, like: str) -> str | None:
    """The number that comes next after one, in the style of another; None where its series has none."""
    main = re.match(r"\d+|[IVXLC]+(?![A-Za-z])|[ivxlc]+(?![A-Za-z])|[A-Za-z]", number)
    choices = numerals.successors(main.group()) if main else ()
    if len(choices) > 1:
        choices = tuple(choice for choice in choices if len(choice) == 1) if len(like) == 1 else choices[:1]
    return in_style(choices[0], like) if choices else None


def first(like: str) -> str:
    """The number that opens a series in the style of one of its numbers."""
    if numerals.value(like) is None and len(like) == 1 and like.isalpha():
        return "A" if like.isupper() else "a"
    return in_style("1", like)


def relabelled(provision: Provision, number: str, at: Citation) -> Provision:
    """A provision with another number in its label; all other words of the label keep their origins."""
    label = words_of(provision.label)
    found = [
        match.span()
        for match in re.finditer(r"\w+(?: (?:bis|ter|quater|quinquies)\b)?", label)
        if lines.plain_number(match.group()) == lines.plain_number(provision.number)
    ]
    if not found:
        return provision
    start, end = found[0]
    run = Run(number, at)
    new = (*cut(provision.label, 0, start), run, *cut(provision.label, end, len(label)))
    return replace(provision, number=number, label=new)


def labelled(level: Level, number: str, siblings: tuple[Provision, ...], at: Citation) -> tuple[Run, ...]:
    """The label of a new provision, in the look of those beside it. The run cites the passage that numbers it."""
    kind, pattern = KINDS[level]
    for sibling in siblings:
        label = words_of(sibling.label)
        line = lines.line_of(label)
        if sibling.kind is kind and sibling.number and line is not None and line.label <= len(label):
            start = label.find(sibling.number)
            if start >= 0:
                tail = label[start + len(sibling.number) : line.label]
                return (Run(f"{label[:start]}{number}{tail}", at),)
    return (Run(pattern.format(number), at),)


def items(line: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The items that a line of a passage runs together: '(g) the quays; (h) the lamps'."""
    words = words_of(line)
    opening = lines.line_of(words)
    if opening is None or not opening.number:
        return [line]
    starts, number = [0], opening.number
    for match in _ITEM.finditer(words):
        if match["number"] in numerals.successors(number):
            number = match["number"]
            starts.append(match.end())
    ends = [*starts[1:], len(words)]
    return [cut(line, start, len(words[:end].rstrip())) for start, end in zip(starts, ends, strict=True)]
