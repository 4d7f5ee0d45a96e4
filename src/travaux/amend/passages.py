"""Cuts a document into the passages that may hold instructions, each under the caption that it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.amend.naming import names
from travaux.errors import UnreadableAddress
from travaux.record.document import BlockKind, Document
from travaux.text import address
from travaux.text.address import Address
from travaux.text.lines import line_of
from travaux.text.passages import passages as drafts_in
from travaux.text.sentences import sentences

_LABEL = re.compile(r"\s*(?:\(?(?P<mark>\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]+)(?=[\s(])\s*")
_CAPTION = re.compile(
    r"(?P<words>[^“”.:;–—]{1,60}?(?:\([^)]{1,30}\))?\.?[^“”.:;–—]{0,30}?)\s*(?:(?P<mark>[.:–—]+)(?:\s+|(?=[A-Z“(])|$)|$)"
)
_PLACE = re.compile(
    r"(?i)(?:re )?(?:the )?(?:art|preamb|para|sub-?para|annex|recital|title|section|chapter|"
    r"[a-z]+ (?:sentence|para|article|recital)|[IVXL]+, ?\d)"
)
_PROVISION = re.compile(r"(?i)\b(?:art(?:icle|\.)|para(?:graph|\.)?) (?:[IVXLC]+|\d+)\b")
_RUN_IN = re.compile(r"(?P<words>[A-Z][^“”.:;–—]{2,60})\.\s+(?=[A-Z(])")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document from `start`, the provision that its caption names, and the text it is about.

    `opening` is where the captions before the words begin: the passage as a person would quote it. `lead_in` is
    what introduces the list that the passage is an item of ('We reject the following proposals:'), `place_before`
    a provision that the paragraph before it speaks of.
    """

    start: int
    words: str
    opening: int
    caption: Address | None = None
    text_named: str = ""
    lead_in: str = ""
    place_before: str = ""


@dataclass(slots=True)
class _Context:
    """What the captions read so far say."""

    caption: Address | None = None
    run_in: Address | None = None
    text_named: str = ""
    lead_in: str = ""
    place_before: str = ""


def passages(document: Document) -> tuple[Passage, ...]:
    """The paragraphs of a document outside the drafts it holds, with wording that runs over several joined."""
    taken = [(passage.lines[0][0], passage.lines[-1][1]) for passage in drafts_in(document)]
    found: list[Passage] = []
    context = _Context()
    for start, words, heading in _joined(document):
        if any(first <= start < last for first, last in taken):
            continue
        size = _enter(context, words, heading)
        if words[size:].strip():
            caption = context.run_in or context.caption
            found.append(
                Passage(
                    start=start + size,
                    words=words[size:],
                    opening=start,
                    caption=caption,
                    text_named=context.text_named,
                    lead_in=context.lead_in,
                    place_before=context.place_before,
                )
            )
        context.place_before = next((match.group() for match in _PROVISION.finditer(words)), "")
        context.lead_in = _lead_in(words, context.lead_in, is_item=size > 0 or heading)
    return tuple(found)


def _lead_in(words: str, before: str, *, is_item: bool) -> str:
    """What introduces the passages that follow: the sentence that this one ends with, if a colon closes it. It holds
    while items follow."""
    if words.rstrip().endswith(":"):
        first, last = sentences(words)[-1]
        return words[first:last]
    return before if is_item else ""


def _joined(document: Document) -> list[tuple[int, str, bool]]:
    """Blocks as (start, words, is heading); one that leaves a quotation open, or announces one, goes on."""
    joined: list[tuple[int, str, bool]] = []
    for start, block in zip(document.starts, document.body, strict=True):
        before = joined[-1][1] if joined else ""
        announced = before.endswith((":", "–", "—")) and block.text.startswith("“")
        if joined and (announced or _is_open(before)) and start - joined[-1][0] < 6000:
            joined[-1] = (joined[-1][0], f"{before}\n{block.text}", False)
        else:
            joined.append((start, block.text, block.kind is BlockKind.HEADING))
    return joined


def _is_open(words: str) -> bool:
    last = words.rpartition("\n")[2].lstrip("“")
    return words.rfind("“") > words.rfind("”") and (words.endswith((".", ";", ":", ",")) or line_of(last) is not None)


def _enter(context: _Context, words: str, heading: bool) -> int:
    """Reads the captions that a paragraph opens with into the context; gives their length.

    A numbered caption ('6. Article V.'), or one on a line of its own, holds for what follows it; one that
    runs straight into an instruction ('Article VI–Substitute') for its own paragraph only.
    """
    context.run_in = None
    size, numbered = 0, False
    while True:
        label = _LABEL.match(words, size)
        if label and label.group("mark").isdecimal() and not numbered:
            context.caption, numbered = None, True
        size = label.end() if label else size
        caption = caption_at(words[size:])
        if caption is None:
            break
        size += caption.size
        if numbered or label or size >= len(words):
            context.caption = caption.at.within(context.caption)
        else:
            context.run_in = caption.at.within(context.caption)
    title = _RUN_IN.match(words, size)
    if heading or (title and numbered):
        context.text_named = next(iter(names(title.group("words") if title else words)), "")
    return size


@dataclass(frozen=True, slots=True)
class Caption:
    """The provision that a caption names, and how many characters it takes."""

    at: Address
    size: int


def caption_at(words: str) -> Caption | None:
    """The caption that words open with: 'Article V.', 'Preamble:', 'Article VI–'; None where they open with none."""
    found = _CAPTION.match(words) if _PLACE.match(words) else None
    at = _address(found.group("words")) if found else None
    return Caption(at, found.end()) if found and at else None


def _address(words: str) -> Address | None:
    """The address that a caption is; a number alone ('474') is none."""
    if not _PLACE.match(words):
        return None
    try:
        return address.parse(words.removeprefix("Re "))
    except UnreadableAddress:
        return None
