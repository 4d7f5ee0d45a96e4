"""Cuts a document into the passages that may hold instructions, and says what the ones before say of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from travaux.amend.naming import names
from travaux.record.document import BlockKind, Document
from travaux.text.lines import line_of
from travaux.text.passages import Passage as DraftPassage
from travaux.text.passages import passages as drafts_in
from travaux.text.sentences import sentences

_LABEL = re.compile(r"\s*(?:\(?(?P<mark>\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]+)(?=[\s(])\s*")
# With its marks: '(viii).'
_LONGEST_LABEL = 6
_RUN_IN = re.compile(r"(?P<words>[A-Z][^“”.:;–—]{2,60})\.\s+(?=[A-Z(])")
_PROVISION = re.compile(r"(?i)\b(?:art(?:icle|\.)|para(?:graph|\.)?) (?:[IVXLC]+|\d+)\b")
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document from `start`, with the captions that it opens with, and the text it is about.

    `is_heading`: it stands on a line of its own as a heading. `lead_in` is what introduces the list that the passage is
    an item of ('We reject the following proposals:'), `before` is the paragraph before it.
    """

    start: int
    words: str
    is_heading: bool = False
    text_named: str = ""
    lead_in: str = ""
    before: str = ""

    @property
    def place_before(self) -> str:
        """A provision that the paragraph before speaks of."""
        return next((match.group() for match in _PROVISION.finditer(self.before)), "")


def passages(document: Document) -> tuple[Passage, ...]:
    """The paragraphs of a document outside the drafts it holds, with wording that runs over several joined."""
    reader = Reader()
    return tuple(reader.passage(stretch) for stretch in outside_drafts(document, joined_blocks(document)))


class Stretch(NamedTuple):
    """The words of a passage, where they begin in the text of the document, and whether they are a heading."""

    start: int
    words: str
    is_heading: bool

    @property
    def end(self) -> int:
        """Where they end."""
        return self.start + len(self.words)


def outside_drafts(
    document: Document, joined: Sequence[Stretch], *, drafts: Sequence[DraftPassage] | None = None
) -> Iterator[Stretch]:
    """The stretches of a document that are no part of the drafts it holds; `drafts` are their passages, where somebody
    found them before."""
    found = drafts_in(document) if drafts is None else drafts
    taken = [(passage.lines[0][0], passage.lines[-1][1]) for passage in found]
    for stretch in joined:
        if not taken or not any(first <= stretch.start < last for first, last in taken):
            yield stretch


class Reader:
    """Reads the stretches of a document in order, and keeps what they say of those after them."""

    def __init__(self) -> None:
        self._text_named, self._before = "", ""
        self._lead_in = _LeadIn()

    def passage(self, stretch: Stretch) -> Passage:
        """The passage that a stretch is after those before it."""
        style = self._open(stretch)
        passage = Passage(*stretch, self._text_named, self._lead_in.words, self._before)
        self._close(stretch, style)
        return passage

    def pass_over(self, stretch: Stretch) -> None:
        """Take note of a stretch that is looked at no closer."""
        self._close(stretch, self._open(stretch))

    def _open(self, stretch: Stretch) -> str:
        _, words, heading = stretch
        label = _LABEL.match(words) if _may_be_labelled(words) else None
        title = _RUN_IN.match(words, label.end()) if label else None
        if heading or title:
            self._text_named = next(iter(names(title["words"] if title else words)), "")
        style = "heading" if heading else _style(label.group()) if label else ""
        self._lead_in = self._lead_in.at(style)
        return style

    def _close(self, stretch: Stretch, style: str) -> None:
        self._before = stretch.words
        self._lead_in = _lead_in(stretch.words, self._lead_in, style=style)


def _may_be_labelled(words: str) -> bool:
    """Whether words may open with a label: most do not, and to match each against it takes long."""
    opening = words.lstrip()[:_LONGEST_LABEL]
    return "." in opening or ")" in opening


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """What introduces a list, how its items are labelled, and how those of the lists around it are."""

    words: str = ""
    style: str = ""
    around: frozenset[str] = frozenset()

    def at(self, style: str) -> _LeadIn:
        """What introduces an item with such a label: the next one of a list around this one ends it."""
        ended = self.style not in ("", style) and style in self.around
        return _LeadIn(around=self.around | {self.style, style}) if ended else self


def _lead_in(words: str, before: _LeadIn, *, style: str) -> _LeadIn:
    """What introduces the passages that follow: the sentence that this one ends with, if a colon closes it. It holds
    while items follow."""
    around = before.around | {before.style, style} - {""}
    if words.rstrip().endswith(":"):
        first, last = sentences(words)[-1]
        return _LeadIn(words[first:last], around=around)
    if not style:
        return _LeadIn()
    return replace(before, style=before.style or style) if before.words else _LeadIn(around=around)


def _style(label: str) -> str:
    """What labels an item: figures, capitals or small letters, and the marks around them."""
    kind = "9" if re.search(r"\d", label) else "A" if re.search(r"[A-Z]", label) else "a"
    return re.sub(r"\w+", kind, label.strip())


def joined_blocks(document: Document) -> list[Stretch]:
    """The blocks; one that leaves a quotation open, or announces one, goes on with the next."""
    joined: list[Stretch] = []
    before = ""
    for start, block in zip(document.starts, document.body, strict=True):
        announced = block.text.startswith("“") and before.endswith((":", "–", "—"))
        if (announced or ("“" in before and _is_open(before))) and start - joined[-1].start < _LONGEST:
            before = f"{before}\n{block.text}"
            joined[-1] = Stretch(joined[-1].start, before, is_heading=False)
        else:
            before = block.text
            joined.append(Stretch(start, before, block.kind is BlockKind.HEADING))
    return joined


def _is_open(words: str) -> bool:
    last = words.rpartition("\n")[2].lstrip("“")
    return words.rfind("“") > words.rfind("”") and (words.endswith((".", ";", ":", ",")) or line_of(last) is not None)
