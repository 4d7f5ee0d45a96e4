"""Cuts a whole volume printed as one text into its documents, at their numbered headings.

Of all headings that could be, the likeliest run of rising numbers is taken. Words between two documents that
belong to neither, such as the headings of divisions, are handed over beside them; none is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath

from travaux.findings import Citation, Finding, Severity
from travaux.record import file_number
from travaux.record.document import Document
from travaux.record.formats.plain_body import ends_sentence, is_name, is_page
from travaux.record.formats.plain_header import is_title, may_be_file_line, may_be_title, without_mark
from travaux.record.formats.plain_text import plain_document

_NUMBERED = re.compile(r"(?P<number>\d{1,4})(?P<letter>[A-Za-z]?)\. (?P<title>\S.*)")
_NUMBER_LINE = re.compile(r"No\. ?(?P<number>\d{1,4})(?P<letter>[A-Za-z]?)\.?")
_NOTE = re.compile(r" {1,3}\d{1,3}\. ?|    \S")
_LISTED = re.compile(r"•|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?: |$)")
_COUNTED = re.compile(r"[IVXL]+\. ")
#: What speaks for a heading: it is worded as one; it might be one; something stands above that ends a document.
_WORDED, _POSSIBLE, _AFTER_AN_END = 3.0, 1.0, 0.5
#: What each missing number costs, and the most that a gap costs.
_MISSING, _WIDE_GAP = 0.5, 4.0
#: How many headings in order make a volume: two if a document ends above each, more below other text.
_FEWEST, _FEWEST_WORDED, _FEWEST_BELOW_OTHER_TEXT = 2, 3, 5
_MOST_DIVISIONS = 4
_LONG_LINE = 90


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a volume, and the paragraphs that stand before or after it and belong to no document."""

    number: str
    words: str
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may be the heading of a document."""

    line: int
    number: int
    letter: str
    weight: float

    @property
    def place(self) -> tuple[int, str]:
        return self.number, self.letter.lower()


@dataclass(frozen=True, slots=True)
class _Run:
    """The likeliest run of headings that ends with `start`."""

    weight: float
    start: _Start
    before: _Run | None


def whole_volume(lines: Sequence[str]) -> tuple[Part, ...]:
    """The documents of a volume; none where the lines are something else, such as a single document."""
    starts = _likeliest(tuple(_starts(lines)))
    if not _is_volume(lines, starts):
        return ()
    begins = [_with_file_line(lines, start.line) for start in starts]
    spans = [*pairwise([*begins, len(lines)])]
    signers = {name for first, end in spans if (name := _last_line(lines[first:end]))}
    parts, above = list[Part](), _paragraphs(lines[: begins[0]])
    for start, (first, end) in zip(starts, spans, strict=True):
        cut = first + _end_of_document(lines[first:end], signers, last=end == len(lines))
        words = "\n".join(lines[first:cut])
        parts.append(Part(f"{start.number}{start.letter}", words, above))
        above = _paragraphs(lines[cut:end])
    parts[-1] = replace(parts[-1], below=above)
    return tuple(parts)


def volume_documents(parts: Sequence[Part], *, name: str, findings: Sequence[Finding] = ()) -> Iterator[Document]:
    """The documents of the parts; `findings` on the whole file are told with the first."""
    volume = PurePath(name).stem
    for position, part in enumerate(parts):
        id = f"{volume}/d{part.number}"
        own = (replace(finding, at=Citation(id, 0, 0)) for finding in ([] if position else findings))
        above = (_outside(words, id, "above") for words in part.above)
        below = (_outside(words, id, "below") for words in part.below)
        yield plain_document(part.words, id=id, name=name, findings=(*own, *above, *below))


def _outside(words: str, id: str, where: str) -> Finding:
    return Finding(
        "outside-documents",
        f"The words {where} this document are part of none: “{words}”",
        Citation(id, 0, 0),
        remedy="Look whether a document lacks them, or a heading was not seen.",
        severity=Severity.NOTE,
    )


def is_unnumbered(lines: Sequence[str]) -> bool:
    """Whether a text holds many documents by their file numbers, though no numbers tell them apart."""
    spoken = [words.strip() for words in lines if words.strip()]
    filed = (below for above, below in pairwise(spoken) if file_number.kind_in_line(above) and len(above) < _LONG_LINE)
    return sum(is_title(words) for words in filed) >= _FEWEST_BELOW_OTHER_TEXT


# -- headings -------------------------------------------------------------------------------------


def _starts(lines: Sequence[str]) -> Iterator[_Start]:
    for line, words in enumerate(lines):
        if not words[:1].isdigit() and not words.startswith("No."):
            continue
        match = _NUMBERED.match(words) or _NUMBER_LINE.fullmatch(words.rstrip())
        if match is None or (line and lines[line - 1].strip()):
            continue
        title = match["title"] if match.re is _NUMBERED else "".join(lines[line + 1 : line + 2])
        worded = is_title(title)
        if title.strip() and (worded or may_be_title(title)):
            above = next((before for before in reversed(lines[max(line - 4, 0) : line]) if before.strip()), "[Page 1]")
            ended = is_page(above) or _NOTE.match(above) is not None or _is_file_line(above)
            weight = (_WORDED if worded else _POSSIBLE) + _AFTER_AN_END * ended
            yield _Start(line, int(match["number"]), match["letter"], weight)


def _likeliest(starts: Sequence[_Start]) -> tuple[_Start, ...]:
    """The heaviest run of headings whose numbers rise."""
    best: dict[tuple[int, str], _Run] = {}
    for start in starts:
        before = max(
            (run for place, run in best.items() if place < start.place),
            key=lambda run: run.weight - _gap(run.start, start),
            default=None,
        )
        weight = start.weight
        if before is not None and before.weight > _gap(before.start, start):
            weight += before.weight - _gap(before.start, start)
        else:
            before = None
        if start.place not in best or weight > best[start.place].weight:
            best[start.place] = _Run(weight, start, before)
    run = max(best.values(), key=lambda run: run.weight, default=None)
    found = []
    while run is not None:
        found.append(run.start)
        run = run.before
    return tuple(reversed(found))


def _gap(before: _Start, after: _Start) -> float:
    return min(_MISSING * max(after.number - before.number - 1, 0), _WIDE_GAP)


def _is_volume(lines: Sequence[str], starts: Sequence[_Start]) -> bool:
    """Several headings in order, the first at the top of the text or else many."""
    worded = _in_order([start for start in starts if start.weight >= _WORDED])
    apart = _in_order([*starts[:1], *(start for start in starts[1:] if start.weight >= _WORDED + _AFTER_AN_END)])
    if worded < _FEWEST_WORDED and apart < _FEWEST:
        return False
    above = _paragraphs(lines[: starts[0].line])
    return worded >= _FEWEST_BELOW_OTHER_TEXT or all(may_be_title(words) for words in above)


def _in_order(starts: Sequence[_Start]) -> int:
    """How many follow each other with at most one number left out."""
    return bool(starts) + sum(after.number - before.number <= 2 for before, after in pairwise(starts))


# -- where a document begins and ends -------------------------------------------------------------


def _with_file_line(lines: Sequence[str], heading: int) -> int:
    """The line on which a document begins: that of the file number over its heading, if there is one."""
    above = heading - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    alone = above >= 0 and (above == 0 or not lines[above - 1].strip())
    return above if alone and not _NOTE.match(lines[above]) and _is_file_line(lines[above]) else heading


def _is_file_line(words: str) -> bool:
    words = without_mark(words)
    sure = file_number.in_line(words) is not None or file_number.kind_in_line(words) is not None
    return sure or (may_be_file_line(words) and not words.startswith("(") and not words.endswith("."))


def _end_of_document(lines: Sequence[str], signers: set[str], *, last: bool) -> int:
    """The line past the document's own words: past its last note, or above the heading of a division."""
    noted = max((place for place, words in enumerate(lines) if _NOTE.match(words)), default=None)
    if noted is not None:
        end = noted + 1
        while end < len(lines) and lines[end].strip():
            end += 1
        return end
    return _end_without_notes(lines, signers, last=last)


def _end_without_notes(lines: Sequence[str], signers: set[str], *, last: bool) -> int:
    """Above the headings that follow a page's beginning, and above a paragraph printed a second time."""
    end = len(lines) if last else _above_divisions(lines, signers)
    spoken = [place for place in range(end) if lines[place].strip() and not is_page(lines[place])]
    twice = len(spoken) > 1 and lines[spoken[-1]] == lines[spoken[-2]]
    return spoken[-1] if twice else end


def _above_divisions(lines: Sequence[str], signers: set[str]) -> int:
    spoken = [place for place, words in enumerate(lines) if words.strip()]
    while spoken and is_page(lines[spoken[-1]]):
        spoken.pop()
    for place in reversed(spoken[-_MOST_DIVISIONS - 2 :]):
        if is_page(lines[place]):
            return place if _are_divisions(lines[place + 1 :], signers) else len(lines)
        if not _may_be_division(lines[place], signers):
            break
    return len(lines)


def _are_divisions(lines: Sequence[str], signers: set[str]) -> bool:
    """Headings by their form, and not the name of one who signs with the office under it."""
    spoken = [words for words in lines if words.strip() and not is_page(words)]
    signed = bool(spoken) and is_name(spoken[0]) and len(spoken[0].split()) > 1 and not _COUNTED.match(spoken[0])
    below = lines.index(spoken[0]) + 1 if spoken else 0
    signed = signed and (len(spoken) == 1 or bool(lines[below].strip()))
    return bool(spoken) and not signed and all(_may_be_division(words, signers) for words in spoken)


def _may_be_division(words: str, signers: set[str]) -> bool:
    return not (ends_sentence(words) or _LISTED.match(words) or words in signers) and words[:1].isupper()


def _last_line(lines: Sequence[str]) -> str | None:
    """The line with which the body of a document ends."""
    body = [words for words in lines if words.strip() and not is_page(words)]
    noted = next((place for place, words in enumerate(body) if _NOTE.match(words)), None)
    return body[noted - 1] if noted else None


def _paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(words.strip() for words in lines if words.strip() and not is_page(words))
