"""Takes the notes off the end of a plain text, and finds the marks in the text that belong to them.

A mark is digits glued to a word, so 'April 23, 19522' may be read two ways. Of all ways that keep the
notes in order the likeliest is taken; a mark that no note answers to is left in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from travaux.record import dateline

_NOTE = re.compile(r"\s{1,3}(\d{1,3})\. ?(.*)")
_NUMBER_LINE = re.compile(r"No\. ?\d+[A-Za-z]?\.?")
#: No mark stands within these, nor behind the day of a full date or the hour.
_MASKED = re.compile(r"\[Page\s[^\]]*\]|(?<=\[)[^\[\]]*not declassified[^\[\]]*(?=\])")
_TIMED = re.compile(r",? (?:1[6-9]|20)\d\d\b| ?[ap]\. ?m\b")
_OPENS = re.compile(r"\s*(?:[A-Z]\w*[ –-]?)?")
_DIGITS = re.compile(r"\d+(?![\w½¼¾])")
_SIGN = re.compile(r"(?<=\S)[*†‡§║‖¶]{1,3}(?!\w)")
_TITLE_MARK = re.compile(r" +(\d{1,2}|[*†])(?=[ ,]|$)|(?<=[a-z)’])(\d{1,2}|[*†])$")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_MONTH = re.compile(r"\b(?:Jan|Febr)uary $|\b(?:March|April|May|June|July|August) $|\b(?:Septem|Octo|Novem|Decem)ber $")
_LAST_DAY, _MINUTES = 31, 2
#: How many digits a lot has; a further one is a mark.
_LONGEST_LOT = 3
_LOT = re.compile(r"(?:\b[Ll]ot|\d [A-Z]) $")  # 'Lot 63 D 351'
#: The beginning of a paper's number, whose rest is short: 'NSC 162/2', 'NIE 13–54'.
_PAPER = re.compile(r"\bNSC \d{1,4}/$|\b(?:S?NIE|SE)[- –][\d./–-]*[-–]$")
_NUMBER_NOT_DECIMAL = re.compile(r"(?<![\d$£,])\d{4,}\.$")
#: What it costs to take a mark for one, by what stands before it; to miss one; never to be taken.
_LONGEST_DATELINE = 120
_SURE, LIKELY, _AGAIN, _DOUBTFUL, _UNLIKELY, _MISSING, _NEVER = 0.0, 0.4, 1.2, 1.5, 2.7, 3.0, 9.0
#: How many ways to place the notes are followed at a time; the likeliest is hardly ever beyond the first ten.
_MOST_WAYS = 50
#: How many of the first notes may have their marks in lines that are not printed, or be the source note, with its 0.
_BEGINNINGS = ((0, 0.0), (1, 0.1), (-1, 0.2), (-2, 0.4))
#: Older volumes count their notes through a chapter: what it costs to begin with another number, the least of these,
#: and how many such beginnings are followed.
_LATE, _LEAST_LATE, _MOST_LATE = 0.9, 4, 20
#: So many notes, one of them the source note, have no second number that bears the first out.
_FEW = 2
#: The number after which they begin again.
_WRAP = 99


#: The note of a mark that none answers to.
NO_NOTE = -1


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of the note `note` (counted from 0), at `start` to `end` of line `line`; -1 where none is found."""

    note: int
    printed: str
    line: int = -1
    start: int = 0
    end: int = 0


def split_notes(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without the notes at their end, and the notes, their paragraphs parted by line ends."""
    numbered = [(place, _NOTE.match(line)) for place, line in enumerate(lines)]
    places = [(place, int(match[1])) for place, match in numbered if match]
    begins = _runs(places)
    if not begins:
        return list(lines), []
    notes = []
    for place, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        match = _NOTE.match(lines[place])
        paragraphs = [match[2] if match else "", *lines[place + 1 : end]]
        notes.append("\n".join(words.strip() for words in paragraphs if words.strip()))
    return list(lines[: begins[0]]), notes


def _runs(places: Sequence[tuple[int, int]]) -> list[int]:
    """The lines that begin notes 1, 2, 3 ... to the end; numbers inside a note are passed over."""
    ones = [position for position, (_, number) in enumerate(places) if number == 1]
    for first in reversed(ones):
        run = [place for place, _ in places[first:]]
        if [number for _, number in places[first:]] == list(range(1, len(run) + 1)):
            return run
    run = []
    for place, number in places:
        if number == len(run) + 1:
            run.append(place)
    return run


# -- marks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits, or a sign, that may be a mark, and how unlikely it is that they are one."""

    printed: str
    line: int
    start: int
    end: int
    cost: float


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to place the notes so far: what it costs, where it has got to, and its last step."""

    cost: float
    at: tuple[int, int]
    behind: int
    mark: Mark | None
    before: _Way | None


def find_marks(lines: Sequence[str], count: int, *, title: range) -> list[Mark]:
    """The likeliest marks of `count` notes in `lines`; `title` are the lines of the heading."""
    if not count:
        return []
    found = sorted(candidates(lines, title), key=lambda candidate: (candidate.line, candidate.start))
    by_mark: dict[str, list[Candidate]] = {}
    for candidate in found:
        by_mark.setdefault(candidate.printed if candidate.printed.isdigit() else "*", []).append(candidate)
    ways = [_Way(cost, (-1, 0), behind, None, None) for behind, cost in (*_BEGINNINGS, *_late(found, count))]
    for note in range(count):
        ways = _likeliest(_steps(ways, note, by_mark))
    best = min(ways, key=lambda way: way.cost)
    marks = []
    way: _Way | None = best
    while way is not None and way.mark is not None:
        marks.append(way.mark)
        way = way.before
    return marks[::-1]


def _late(found: Sequence[Candidate], count: int) -> list[tuple[int, float]]:
    """Beginnings in the midst of a chapter's numbers: a sure mark that the next number follows, if there are more."""
    sure = [candidate for candidate in found if candidate.cost <= LIKELY and candidate.printed.isdigit()]
    printed = {int(candidate.printed) for candidate in sure}
    begins = sorted(number for number in printed if number >= _LEAST_LATE and (count <= _FEW or number + 1 in printed))
    return [(1 - number, _LATE) for number in begins if number - 1 not in printed][:_MOST_LATE]


def _steps(ways: Iterable[_Way], note: int, by_mark: dict[str, list[Candidate]]) -> Iterator[_Way]:
    for way in ways:
        printed = str(max(note + 1 - way.behind, 0))
        yield _Way(way.cost + _MISSING, way.at, way.behind, Mark(note, printed), way)
        for candidate in (*by_mark.get(printed, ()), *by_mark.get("*", ())):
            if (candidate.line, candidate.start) >= way.at:
                behind = way.behind + (not candidate.printed.isdigit())
                at = (candidate.line, candidate.end)
                mark = Mark(note, candidate.printed, candidate.line, candidate.start, candidate.end)
                yield _Way(way.cost + candidate.cost, at, behind, mark, way)
        if way.mark is not None and way.mark.printed.isdigit():
            yield from _out_of_order(way, note, by_mark)


def _out_of_order(way: _Way, note: int, by_mark: dict[str, list[Candidate]]) -> Iterator[_Way]:
    """A number printed twice, as older volumes do for two notes of the same words, one left out, and 1 after 99."""
    wrapped = (_WRAP,) if note + 1 - way.behind > _WRAP else ()
    for behind in (1, -1, *wrapped):
        for candidate in by_mark.get(str(note + 1 - way.behind - behind), ()):
            if (candidate.line, candidate.start) >= way.at and candidate.cost <= LIKELY:
                mark = Mark(note, candidate.printed, candidate.line, candidate.start, candidate.end)
                cost = way.cost + candidate.cost + _AGAIN
                yield _Way(cost, (candidate.line, candidate.end), way.behind + behind, mark, way)


def _likeliest(ways: Iterable[_Way]) -> list[_Way]:
    """Without the ways that have got further than another and yet cost as much."""
    kept: list[_Way] = []
    cheapest: dict[int, float] = {}
    for way in sorted(ways, key=lambda way: (way.at, way.cost)):
        if way.cost < cheapest.get(way.behind, float("inf")):
            cheapest[way.behind] = way.cost
            kept.append(way)
    return sorted(kept, key=lambda way: way.cost)[:_MOST_WAYS]


def candidates(lines: Sequence[str], title: range) -> Iterator[Candidate]:
    """All that may be marks in `lines`; `title` are the lines of the heading."""
    for line, printed in enumerate(lines):
        words = _MASKED.sub(lambda match: "#" * len(match.group()), printed)
        if _NUMBER_LINE.fullmatch(words) or (len(words) < _LONGEST_DATELINE and dateline.read(words)):
            continue
        if line in title:
            yield from _in_title(words, line)
        for match in _DIGITS.finditer(words):
            for length in range(1, min(3, len(match.group())) + 1):
                start = match.end() - length
                cost = _cost(words, match.start(), start, match.end())
                if cost < _NEVER and (words[start] != "0" or (length == 1 and line in title)):
                    yield Candidate(words[start : match.end()], line, start, match.end(), cost)
        for match in _SIGN.finditer(words):
            yield Candidate(match.group(), line, match.start(), match.end(), LIKELY)


def _in_title(words: str, line: int) -> Iterator[Candidate]:
    """In a heading a space may stand before the mark."""
    for match in _TITLE_MARK.finditer(words):
        last = not words[match.end() :].strip(" *†0123456789")  # '1973. 1 2' ends with two marks
        dated = re.search(r"(?:ary|rch|ril|May|une|uly|ust|ber|No\.|Part|Volume|Paper)$", words[: match.start()])
        cost = _SURE if last and not dated else _NEVER if dated else _DOUBTFUL
        if cost < _NEVER:
            yield Candidate(match[1] or match[2], line, match.start(), match.end(), cost)


def _cost(words: str, run: int, start: int, end: int) -> float:
    """How unlikely it is that the digits from `start` to `end` of a run of digits are a mark."""
    after = words[end : end + 2]
    if re.match(r"[.,:/–-]\d|[%°]|[/–-]\w", after):
        return _NEVER
    if run < start:
        if _TIMED.match(words, end):
            return _NEVER
        if _OPENS.fullmatch(words[:run]) and after[:1] == ".":
            return _NEVER
        return _of_number(words[run:start], words[run:end], words[:run])
    before = words[run - 1 : run]
    if not before or before.isspace() or before in "$£#([“‘/—–-+":
        return _NEVER
    if before in ".,:" and words[run - 2 : run - 1].isdigit():
        if before == ":":
            return _NEVER if end - start == _MINUTES else LIKELY  # '3:50 p.m.'
        if before == ",":
            return LIKELY if end - start < 3 else _NEVER
        if _NUMBER_NOT_DECIMAL.search(words[:run]):
            return LIKELY  # 'telegram 2560.2'
        return _DOUBTFUL if not after[:1].strip() else _NEVER
    if before.isupper() and not words[run - 2 : run - 1].isalpha():
        return _DOUBTFUL
    return LIKELY if re.search(r"\b(?:No|Nos|pp?|vol|Art)\.$", words[:run]) else _SURE


def _of_number(number: str, whole: str, before: str) -> float:
    """A mark behind a number: 'April 23, 19522', 'telegram 4741'."""
    if _YEAR.fullmatch(number):
        return LIKELY
    if _YEAR.fullmatch(whole):
        return _MISSING - 0.1
    if _PAPER.search(before):
        return _DOUBTFUL
    if before[-1:] in ("/", ".", "$", "-", "–"):
        return _UNLIKELY if len(number) > 2 and before[-1] in "-–" else _MISSING - 0.2
    if _MONTH.search(before):
        return LIKELY if int(whole) > _LAST_DAY >= int(number) else _UNLIKELY
    if _LOT.search(before):
        return _UNLIKELY if len(whole) > _LONGEST_LOT else _MISSING + 0.2
    return _DOUBTFUL if len(number) > 1 else _UNLIKELY
