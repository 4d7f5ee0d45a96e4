"""Reads in a message which earlier messages no longer hold: "Deptel 95 is superseded", "disregard our telegram 95".

What takes the place of a part of a message only, or is said not to, cancels nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.record.document import Document
from travaux.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A message that holds no more: its id, the words that say so, and the day from which they do."""

    document: str
    at: Citation
    words: str
    date: datetime.date


_SAYS = re.compile(r"(?i)\b(?:supersed|cancel|disregard|rescind|replaces\b|void\b)")
#: 'This supersedes', 'please disregard instructions contained in our telegram', up to the reference.
_BEFORE = re.compile(
    r"(?i)\b(?:supersed(?:es?|ing)|cancel(?:s|l?ing)?|disregard(?:ing)?|rescind(?:s|ing)?|replaces)\b"
    r"(?:\s+(?:the|our|my|earlier|previous|instructions?|contained|given|in|of|to|you|ref(?:erence)?|telegram|message|"
    r"cable|airgram|letter|department’s|ministry’s)\b[:,]?)*\s*$"
)
#: 'is hereby cancelled', 'should be considered superseded', in a telegram 'rescinded' alone, behind it.
_BEHIND = re.compile(
    r"(?i)^[\s,.]*(?:(?:which\s+)?(?:is|are|was|has been|should be|is to be|to be)\s+(?:hereby\s+|now\s+|considered\s+|"
    r"regarded\s+as\s+|to\s+be\s+)*(?:superseded|cancell?ed|rescinded|disregarded|void)\b|"
    r"(?:hereby\s+|now\s+)?(?:superseded|cancell?ed|rescinded)(?:\s+(?:by|as of|effective|and)\b|\s*[.;,]?\s*$))"
)
_DENIED = re.compile(r"(?i)\b(?:not|never|nor|no longer|without|if|unless|whether)\b|n[’']t\b")


def cancels(
    document: Document, references: Iterable[tuple[Citation, str]], *, date: datetime.date
) -> tuple[Cancelled, ...]:
    """The messages that a document of that day says no longer hold. `references` are where it refers to which.

    >>> from travaux.record.document import Block, BlockKind, Kind
    >>> words = "This supersedes our telegram 95, which came late. Please answer telegram 96."
    >>> message = Document(id="d9", title="", kind=Kind.TELEGRAM, body=(Block(BlockKind.PARAGRAPH, words),))
    >>> told = [(Citation("d9", 20, 31), "d4"), (Citation("d9", 64, 75), "d5")]
    >>> [(each.document, each.words) for each in cancels(message, told, date=datetime.date(1964, 2, 26))]
    [('d4', 'This supersedes our telegram 95, which came late.')]
    """
    said = tuple(_said(document))
    found: dict[str, Cancelled] = {}
    for at, meant in references:
        span = next(((first, last) for first, last in said if first <= at.start and at.end <= last), None)
        if span is None or at.note or meant in ("", document.id):
            continue
        before, behind = document.text[span[0] : at.start], document.text[at.end : span[1]]
        passive = _BEHIND.match(behind)
        if (passive or _BEFORE.search(before)) and not _DENIED.search(f"{before} {passive.group() if passive else ''}"):
            found.setdefault(meant, Cancelled(meant, document.cite(*span), document.text[slice(*span)], date))
    return tuple(found.values())


def says(document: Document) -> bool:
    """Whether a document says of anything that it holds no more."""
    return _SAYS.search(document.text) is not None


def _said(document: Document) -> Iterator[tuple[int, int]]:
    for start, block in zip(document.starts, document.body, strict=True):
        for first, last in sentences(block.text) if _SAYS.search(block.text) else ():
            if _SAYS.search(block.text, first, last):
                yield start + first, start + last
