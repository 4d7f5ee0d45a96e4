"""Reads the numbers of provisions as people write and list them: 'III to V', '6-8', '15 (1) (c)', 'IX/5'."""

from __future__ import annotations

import re

from lark import Token as Leaf

from travaux import numerals
from travaux.text.address import Level, Step

Steps = tuple[Step, ...]

#: The ending of a word for several: 'Articles', 'annexes', 'paras.'.
PLURAL = re.compile(r"(?i)(?:s|ces)\.?$")
# What a number comes under that only hangs on to another: 'Article 15 (1) (c)', 'paragraph 1 (ii)(b)'.
_BELOW = {
    Level.ARTICLE: Level.PARAGRAPH,
    Level.REGULATION: Level.PARAGRAPH,
    Level.RULE: Level.PARAGRAPH,
    Level.ANNEX: Level.PARAGRAPH,
    Level.APPENDIX: Level.PARAGRAPH,
    Level.SCHEDULE: Level.PARAGRAPH,
    Level.SECTION: Level.PARAGRAPH,
    Level.CHAPTER: Level.PARAGRAPH,
    Level.PART: Level.PARAGRAPH,
    Level.OPERATIVE: Level.SUBPARAGRAPH,
    Level.PARAGRAPH: Level.SUBPARAGRAPH,
    Level.SUBPARAGRAPH: Level.POINT,
    Level.CLAUSE: Level.SUBPARAGRAPH,
}


def listed(numbers: list[Leaf], level: Leaf) -> list[str]:
    """The numbers of a list, ranges written out: '3, 5 and 7', 'III to V', '6-8'."""
    found: list[str] = []
    for index, token in enumerate(numbers):
        before = numbers[index - 1] if index else None
        hyphened = re.fullmatch(r"(\d+)[–-](\d+)", token)
        if token.type != "NUMBER":
            continue
        if before is not None and before.type == "TO":
            found += _between(found[-1], str(token))
        elif hyphened and (PLURAL.search(level) or level.type != "NUMBER"):
            found += [hyphened[1], *_between(hyphened[1], hyphened[2])]
        elif found and token.startswith("(") and "(" in found[-1][1:]:
            # '1 (i) and (ii)'
            found.append(f"{found[-1][: found[-1].rindex('(')]}{token}")
        else:
            found.append(str(token))
    return found


def _between(first: str, last: str) -> list[str]:
    """The numbers after `first` up to `last`, in the way `last` is written."""
    low, high = numerals.value(first.strip("()")), numerals.value(last.strip("()"))
    if low is None or high is None:
        one, other = first.strip("()"), last.strip("()")
        letters = f"{one}{other}".isalpha() and one.islower() == other.islower()
        if letters and len(one) == len(other) == 1 and one < other:
            return [last.replace(other, chr(code)) for code in range(ord(one) + 1, ord(other) + 1)]
        return [last]
    if not low < high <= low + 60:
        return [last]
    if last.isdecimal():
        return [str(number) for number in range(low + 1, high + 1)]
    written = [numerals.roman(number) for number in range(low + 1, high + 1)]
    return [number if last.isupper() else number.lower() for number in written]


def path_of(level: Level, written: str) -> Steps:
    """'15 (1) (c)' of an article: article 15, paragraph 1, subparagraph (c)."""
    if level is Level.SUBPARAGRAPH and re.match(r"[\d.]+ ?[(–-]", written):
        # 'subparagraph 5.5.2(a)' counts from the paragraph.
        level = Level.PARAGRAPH
    first, *rest = _pieces(level, written)
    steps = [Step(level, first)]
    for piece in rest:
        steps.append(Step(_under(steps[-1], piece), piece))
    return tuple(steps)


def _under(step: Step, number: str) -> Level:
    """The level of a number that hangs on to a step."""
    below = _BELOW.get(step.level, Level.POINT)
    lettered = number.isalpha() and (number.islower() or len(number) == 1)
    return Level.SUBPARAGRAPH if below is Level.PARAGRAPH and lettered else below


def _pieces(level: Level, written: str) -> list[str]:
    """The numbers that are written together: '4 (A)', '9–g', 'IX/5', '6. b.', '2a' of a paragraph; '6a' of an article
    and '1.3.22a' are one."""
    if written.isalpha() and len(written) > 2 and not numerals.from_roman(written):
        return [str(numerals.value(written) or written)]
    suffix = re.search(r" ?(?:bis|ter|quater|quinquies)$", written)
    found = re.findall(r"[A-Z]\.\d+|\d+(?:\.\d+)*[A-Za-z]?|[A-Za-z]+", written[: suffix.start()] if suffix else written)
    paragraph = level in (Level.PARAGRAPH, Level.OPERATIVE, Level.WHOLE)
    if paragraph and re.fullmatch(r"\d+[A-Za-z]", found[0]):
        found[:1] = [found[0][:-1], found[0][-1]]
    elif found[1:] and re.fullmatch(r"\d+[A-Za-z]", found[1]):
        found[1:2] = [found[1][:-1], found[1][-1]]
    if suffix:
        found[-1] += suffix.group()
    return found


def alone(path: Steps) -> Steps:
    """A number alone: Roman of an article, a letter in brackets of a subparagraph, else of a paragraph."""
    written = path[0].value
    first = _pieces(Level.WHOLE, written)[0]
    if written.startswith("("):
        return (Step(Level.SUBPARAGRAPH if first.isalpha() else Level.PARAGRAPH, first),)
    return path_of(Level.ARTICLE if numerals.from_roman(first) and first.isupper() else Level.PARAGRAPH, written)


def deeper(outer: Steps, path: Steps) -> Steps:
    """A bare number counts what comes under the step before it: 'XXV, 2(b)'."""
    pieces = _pieces(Level.WHOLE, path[0].value)
    steps = [outer[-1]]
    for piece in pieces:
        steps.append(Step(_under(steps[-1], piece), piece))
    return tuple(steps[1:])
