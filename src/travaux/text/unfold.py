"""Cuts a text that lost its line ends into the lines of an instrument, by its own numbering.

A cut is made only where the next number of a series stands, or where a word of the instrument's form opens a part
of it; what fits no series stays where it is. Every character is kept but the blanks at the cuts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from travaux import numerals
from travaux.text.draft import ProvisionKind
from travaux.text.lines import Line
from travaux.text.unfold_glue import Vocabulary, glued
from travaux.text.unfold_marks import (
    AGREED,
    ANNEX,
    ARTICLE,
    ARTICLE_NUMBERED,
    HEAD_IN_SMALL,
    HEADING_END,
    HEADING_END_WITH_CAPITAL,
    ITEM,
    NO_HEADING,
    NO_HEADING_END,
    NO_RECITAL,
    PARTIES,
    POINTING,
    PREAMBLE,
    PROTOCOL,
    RECITAL,
    RECITAL_WITH_CAPITAL,
    REFERENCE,
    SOURCE,
    TESTIMONIUM,
)  # fmt: skip
from travaux.text.unfold_numbers import choices, leaves_a_word, number_at, parted, plain, value_of

#: A line as long as this that holds two articles is a text that lost its line ends.
_LONG = 500
_LONGEST_HEADING = 120
#: So many articles in a row with a heading are no accident, though the others have none.
_MANY_IN_A_ROW = 6

#: The rules by which lines are told, as they are named in findings.
CAPITALS, SERIES, OPENINGS = "articles-by-capitals", "articles-in-series", "parts-by-their-openings"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the words are one line, and what that line is where the cut tells it."""

    start: int
    end: int
    line: Line | None


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The lines of a text that had lost them, and the rule by which its articles were told."""

    pieces: tuple[Piece, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Cut:
    at: int
    line: Line | None


def unfold(words: str, *, after: str = "") -> Unfolded | None:
    """The lines of words in which line ends were lost; None where there is nothing to tell them by.

    `after` is the number of the last article of a stretch before them that was cut, "" where they open the text.

    >>> unfolded = unfold("ferry treaty source: the parties, " + "desiring to trade, " * 30 + "have agreed as follows: "
    ...     "ARTICLE ithe ferry runs daily ARTICLE iifares are free")
    >>> [piece.line.number for piece in unfolded.pieces if piece.line and piece.line.kind == "article"]
    ['i', 'ii']
    """
    if len(words) < _LONG:
        return None
    small = HEAD_IN_SMALL.sub("", words).islower() and not re.search(r"(?<![A-Z])[A-Z][a-z]", words)
    heads = list(_heads(words, small, after))
    if len(heads) < (1 if after else 2) and not (small and PARTIES.search(words)):
        return None
    rule = (CAPITALS if small else SERIES) if heads else OPENINGS
    first = heads[0].at if heads else len(words)
    annexes = list(_annexes(words, small))
    first = min([first, *(cut.at for cut in annexes)])
    cuts = [*(() if after else _opening(words[:first])), *heads, *annexes]
    for cut, end in _bodies(heads, len(words), annexes):
        cuts += _items(words, cut.at + (cut.line.label if cut.line else 0), end)
    cuts += _testimonia(words, first)
    if heads:
        cuts = _with_headings(words, cuts)
    return Unfolded(tuple(_pieces(words, cuts)), rule)


def _pieces(words: str, cuts: list[_Cut]) -> Iterator[Piece]:
    """The stretches between the cuts, without the blanks around them."""
    told: dict[int, Line | None] = {0: None}
    for cut in cuts:
        if told.get(cut.at) is None:
            told[cut.at] = cut.line
    starts = sorted(told)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        piece = words[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            line = told[start]
            yield Piece(first, last, line and Line(line.kind, line.number, min(line.label, last - first)))


def _heads(words: str, small: bool, before: str) -> Iterator[_Cut]:
    """Where articles begin: each bears the next number of the series, or opens one anew after an annex."""
    annexes = [cut.at for cut in _annexes(words, small)]
    vocabulary = Vocabulary(ARTICLE_NUMBERED.sub(" ", words))
    last = 0
    over = set(_over_articles(words)) if small else set()
    for match in ARTICLE.finditer(words):
        if match.start() in over:
            number = choices(words, match.end())[0]
            label = match.end() + len(number) - match.start()
            yield _Cut(match.start(), Line(ProvisionKind.CHAPTER, number, label))
            continue
        if small and not match.group("name").isupper() and not _begins_in_small(words, match, before):
            continue
        if not small and not _may_begin(words, match):
            continue
        annexed = before and any(last < at < match.start() for at in annexes)
        if annexed and _begins_anew(words, match.end(), before, vocabulary):
            before = ""
        number = number_at(words, match.end(), before, vocabulary)
        apart = "" if number or not before else parted(words, match.end(), before)
        if not before and not number and re.match(r"[l|]\s?[.:]", words[match.end() :]):
            number, apart = "1", "l"  # as scanning reads the figure
        number = number or apart.replace(" ", "")
        if not number or (not before and (value_of(number) or 1) > 2):
            continue
        end = match.end() + len(apart or number)
        if REFERENCE.match(words, end):
            continue
        tail = re.compile(r"\s?[.:]?(?:\s?[–-])?\s*").match(words, end)
        label = (tail.end() if tail else end) - match.start()
        yield _Cut(match.start(), Line(ProvisionKind.ARTICLE, number, label))
        before, last = number, match.start()


def _begins_anew(words: str, at: int, before: str, vocabulary: Vocabulary) -> bool:
    """Whether the number at a place opens a series and does not go on with the one before."""
    fresh, following = (number_at(words, at, last, vocabulary) for last in ("", before))
    if not fresh or value_of(fresh) != 1 or (following and leaves_a_word(words, at + len(following), vocabulary)):
        return False
    return fresh == choices(words, at)[0] or leaves_a_word(words, at + len(fresh), vocabulary)


def _begins_in_small(words: str, match: re.Match[str], before: str) -> bool:
    """Whether an article begins whose name is in small letters like all the text: its number, the next, is glued to the
    words under it, and nothing leads up to it."""
    number = re.compile(r"\d{1,3}(?=[^\W\d_])|premier(?=[^\W\d_])").match(words, match.end())
    if number is None or POINTING.search(words[max(match.start() - 20, 0) : match.start()].rstrip()):
        return False
    value, last = value_of(number.group()), numerals.value(plain(before)) if before else 0
    return value is not None and last is not None and value == last + 1


def _over_articles(words: str) -> Iterator[int]:
    """Where chapters begin that are called articles: their numbers are Roman, and right under the name of one stands an
    article 1 that is not."""
    found = [match for match in ARTICLE.finditer(words) if match.group("name").isupper()]
    named = [(match, following) for match, following in pairwise(found) if _is_name_of_chapter(words, match, following)]
    if any(choices(words, following.end())[:1] == ["1"] for _, following in named):
        yield from (match.start() for match, _ in named)


def _is_name_of_chapter(words: str, match: re.Match[str], following: re.Match[str]) -> bool:
    """Whether only a name stands between a Roman number and the next article, which is numbered in figures."""
    number, below = choices(words, match.end())[:1], choices(words, following.end())[:1]
    between = words[match.end() : following.start()]
    if below and REFERENCE.match(words, following.end() + len(below[0])):
        return False
    roman, figures = bool(number) and not number[0].isdecimal(), bool(below) and below[0].isdecimal()
    return roman and figures and len(between) <= _LONGEST_HEADING and not re.search(r"[.;]|\bshall\b", between)


def _may_begin(words: str, match: re.Match[str]) -> bool:
    """Whether an article may begin here in a text with capitals: after the end of a sentence, or before a new one."""
    before = words[max(match.start() - 40, 0) : match.start()].rstrip()
    if POINTING.search(before):
        return False
    stopped = before[-1:] in ("", *'.:;”"»)') or bool(re.search(r"[.;:”\"]\d{1,3}$", before))
    return stopped or bool(re.compile(r"[\dIVX]+(?:\.? [A-ZА-ЯІЇЄ]|\. \()").match(words, match.end()))


def _annexes(words: str, small: bool) -> Iterator[_Cut]:
    """Where annexes begin: in small letters those set in capitals; a protocol right after the signatures."""
    if not small:
        return
    for match in ANNEX.finditer(words):
        if match.start():
            yield _Cut(match.start(), Line(ProvisionKind.ANNEX, match.group("number") or "", len(match.group())))
    for match in PROTOCOL.finditer(words):
        if TESTIMONIUM.search(words[: match.start()]):
            yield _Cut(match.start(), Line(ProvisionKind.ANNEX, "", len(match.group())))


def _opening(words: str) -> Iterator[_Cut]:
    """The title, where it was taken from, the parties, the recitals and the formula before the first article."""
    source = SOURCE.search(words)
    named = None if source else PREAMBLE.search(words)
    parties = PARTIES.search(words, source.end() if source else named.end() if named else 0)
    if named:
        yield _Cut(0, Line(ProvisionKind.TITLE) if named.start() else None)
        yield _Cut(named.start(), None)
        yield _Cut(named.end(), Line(ProvisionKind.FORMULA))
    if source:
        yield _Cut(0, Line(ProvisionKind.TITLE))
        if parties and parties.start() > source.end() + 1:
            yield _Cut(source.start(), Line(ProvisionKind.NOTE))
        elif not parties:
            yield _Cut(source.start(), Line(ProvisionKind.NOTE))
    if parties:
        at = source.start() if source and parties.start() <= source.end() + 1 else parties.start()
        yield _Cut(at, Line(ProvisionKind.FORMULA))
    floor = parties.end() if parties else source.end() if source else named.end() if named else 0
    agreed = _agreed(words, floor)
    end = agreed.start() if agreed else len(words)
    found = _recitals(words, floor, end)
    for match in found:
        yield _Cut(match.start("words"), Line(ProvisionKind.RECITAL))
    if agreed:
        yield _Cut(agreed.start(), Line(ProvisionKind.FORMULA))
        yield from _items(words, agreed.start(), len(words))
    elif found:
        yield from _items(words, found[-1].end(), len(words))


def _agreed(words: str, floor: int) -> re.Match[str] | None:
    """The formula by which the parties agree: the first that a colon follows, or else the first."""
    found = list(AGREED.finditer(words, floor))
    announcing = [match for match in found if ":" in words[match.start() : match.end() + 60]]
    return next(iter(announcing or found), None)


def _recitals(words: str, floor: int, end: int) -> list[re.Match[str]]:
    """Where recitals begin: after semicolons where these part them, or else after commas; where a lost line end left
    words run together, only there."""
    opener = RECITAL_WITH_CAPITAL if len(RECITAL_WITH_CAPITAL.findall(words, floor, end)) > 1 else RECITAL
    found = [match for match in opener.finditer(words, floor, end) if not NO_RECITAL.match(match.group("words"))]
    if any(re.match(r"[,;]\w", match.group()) for match in found):
        found = [match for match in found if match.group("mark") != "," or re.match(r",(?:\w|\s?and\w)", match.group())]
    parted = [match for match in found if match.group("mark") == ";"]
    if len(parted) < 2:
        return found
    return [match for match in found if match.group("mark") != "," or match.start() < parted[0].start()]


def _bodies(heads: list[_Cut], end: int, annexes: list[_Cut]) -> Iterator[tuple[_Cut, int]]:
    """Every article and annex with the place where the next begins."""
    cuts = sorted([*heads, *annexes], key=lambda cut: cut.at)
    if not cuts:
        return
    yield from zip(cuts, [*(cut.at for cut in cuts[1:]), end], strict=True)


def _items(words: str, start: int, end: int) -> Iterator[_Cut]:
    """Paragraphs 1, 2, 3 and subparagraphs a, b, c of one article, each the next of its row."""
    paragraph, letter = 1, "a"
    if words.startswith("(1)", start):
        # Glued to the number of its article: 'ARTICLE 6(1) each party'.
        yield _Cut(start, Line(ProvisionKind.PARAGRAPH, "1", len(words[start:]) - len(words[start + 3 :].lstrip())))
        paragraph = 2
    for match in ITEM.finditer(words, start, end):
        number = match.group("number") or match.group("in")
        if number:
            if int(number) != paragraph or not _may_number(words, match.start("label"), start, paragraph):
                continue
            paragraph, letter = paragraph + 1, "a"
            yield _Cut(match.start("label"), Line(ProvisionKind.PARAGRAPH, number, len(match.group("label"))))
        elif match.group("letter") in (letter, "a") and _after_stop(words[start : match.start("label")]):
            letter = chr(ord(match.group("letter")) + 1)
            yield _Cut(
                match.start("label"),
                Line(ProvisionKind.SUBPARAGRAPH, match.group("letter"), len(match.group("label"))),
            )


def _may_number(words: str, at: int, start: int, paragraph: int) -> bool:
    """Whether a numbered paragraph may begin here: the first right under its article, others after a sentence."""
    before = words[start:at].rstrip()
    return (paragraph == 1 and len(before) <= _LONGEST_HEADING) or not before or before[-1] in ".;:,)”\"'’"


def _after_stop(words: str) -> bool:
    """Whether an item may begin after these words: a stop, or the 'and' that joins it to the one before."""
    return bool(re.search(r"(?:[:;,.]|[;,]\s?(?:and|or))\s*$", words))


def _testimonia(words: str, floor: int) -> Iterator[_Cut]:
    for match in TESTIMONIUM.finditer(words, floor):
        yield _Cut(match.start("words"), Line(ProvisionKind.TESTIMONIUM))


def _with_headings(words: str, cuts: list[_Cut]) -> list[_Cut]:
    """The cuts with those of headings, where at least half of the articles have one, or many in a row."""
    starts = sorted({cut.at for cut in cuts})
    vocabulary = Vocabulary(ARTICLE_NUMBERED.sub(" ", words))
    articles = [cut for cut in cuts if cut.line and cut.line.kind is ProvisionKind.ARTICLE]
    headed: list[_Cut] = []
    row: list[_Cut] = []
    rows: list[_Cut] = []
    for cut in articles:
        start = cut.at + (cut.line.label if cut.line else 0)
        end = next((at for at in starts if at > cut.at), len(words))
        size = _heading(words[start:end], vocabulary, whole=words[end : end + 2].strip()[:1] in tuple("1("))
        if size:
            headed.append(_Cut(start, Line(ProvisionKind.HEADING, "", size)))
            if start + size < end:
                headed.append(_Cut(start + size, Line(ProvisionKind.PARAGRAPH)))
        row = [*row, *(each for each in headed if each.at >= cut.at)] if size else []
        rows = [*rows, *(each for each in row if each not in rows)] if _count(row) >= _MANY_IN_A_ROW else rows
    return [*cuts, *(rows if 2 * _count(headed) < len(articles) else headed)]


def _count(cuts: list[_Cut]) -> int:
    """How many of the cuts are those of headings."""
    return sum(cut.line is not None and cut.line.kind is ProvisionKind.HEADING for cut in cuts)


def _heading(words: str, vocabulary: Vocabulary, *, whole: bool) -> int:
    """How many characters of the words right under an article's number are its heading; 0 where none are.

    `whole`: a numbered paragraph follows, so that all of them may be.
    """
    if NO_HEADING.match(words):
        return 0
    run_on = glued(words, vocabulary, longest=_LONGEST_HEADING)
    if whole and not run_on and 0 < len(words.strip()) <= _LONGEST_HEADING and not re.search(r"[.;:]|\bshall\b", words):
        return len(words.rstrip())
    ends = {match.start() for each in (HEADING_END, HEADING_END_WITH_CAPITAL) for match in each.finditer(words)}
    ends |= {run_on} - {0}
    for end in sorted(ends):
        heading = words[:end].rstrip()
        if (
            not heading
            or len(heading) > _LONGEST_HEADING
            or re.search(r"[;:.]|\b(?:shall|may|will|is|are|do|does|not)\b", heading)
        ):
            return 0
        if not NO_HEADING_END.search(heading):
            return len(heading)
    return 0
