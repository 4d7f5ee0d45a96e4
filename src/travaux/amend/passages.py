"""Cuts a document into the passages that may hold instructions, and says what the ones before say of their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux.amend.naming import names
from travaux.record.document import BlockKind, Document
from travaux.text.lines import line_of
from travaux.text.passages import passages as drafts_in
from travaux.text.sentences import sentences

_LABEL = re.compile(r"\s*(?:\(?(?P<mark>\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]+)(?=[\s(])\s*")
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
    taken = [(passage.lines[0][0], passage.lines[-1][1]) for passage in drafts_in(document)]
    found: list[Passage] = []
    text_named, lead_in, before = "", _LeadIn(), ""
    for start, words, heading in _joined(document):
        if any(first <= start < last for first, last in taken):
            continue
        label = _LABEL.match(words)
        title = _RUN_IN.match(words, label.end()) if label else None
        if heading or title:
            text_named = next(iter(names(title["words"] if title else words)), "")
        style = "heading" if heading else _style(label.group()) if label else ""
        lead_in = lead_in.at(style)
        found.append(Passage(start, words, heading, text_named, lead_in.words, before))
        before = words
        lead_in = _lead_in(words, lead_in, style=style)
    return tuple(found)


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


def _joined(document: Document) -> list[tuple[int, str, bool]]:
    """Blocks as (start, words, is heading); one that leaves a quotation open, or announces one, goes on."""
    joined: list[tuple[int, str, bool]] = []
    for start, block in zip(document.starts, document.body, strict=True):
        before = joined[-1][1] if joined else ""
        announced = before.endswith((":", "–", "—")) and block.text.startswith("“")
        if joined and (announced or _is_open(before)) and start - joined[-1][0] < _LONGEST:
            joined[-1] = (joined[-1][0], f"{before}\n{block.text}", False)
        else:
            joined.append((start, block.text, block.kind is BlockKind.HEADING))
    return joined


def _is_open(words: str) -> bool:
    last = words.rpartition("\n")[2].lstrip("“")
    return words.rfind("“") > words.rfind("”") and (words.endswith((".", ";", ":", ",")) or line_of(last) is not None)
