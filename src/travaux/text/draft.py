"""A version of an instrument's text: a tree of provisions whose words each carry their origin."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from travaux.findings import Citation


class ProvisionKind(StrEnum):
    """What a node of a draft is."""

    TITLE = "title"
    HEADING = "heading"
    PREAMBLE = "preamble"
    RECITAL = "recital"
    FORMULA = "formula"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    ANNEX = "annex"
    TESTIMONIUM = "testimonium"
    SIGNATURE = "signature"
    CONTENTS = "contents"
    FOLIO = "folio"
    NOTE = "note"
    TABLE = "table"
    ROW = "row"
    OFFER = "offer"
    REPLY = "reply"
    QUOTATION = "quotation"


#: Lines that are printed with an instrument and are no provisions of it; they are called by their words.
PRINTED_ONLY = frozenset({ProvisionKind.CONTENTS, ProvisionKind.FOLIO, ProvisionKind.NOTE})


@dataclass(frozen=True, slots=True)
class Run:
    """Words that came from one passage: `origin` cites them."""

    words: str
    origin: Citation

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a run has words")


def words_of(runs: tuple[Run, ...]) -> str:
    """The words of runs as one string."""
    return "".join(run.words for run in runs)


def cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Characters `start` to `end` of the words of `runs`; origins are cut along where they run parallel."""
    pieces, offset = [], 0
    for run in runs:
        first, last = max(start - offset, 0), min(end - offset, len(run.words))
        if first < last:
            pieces.append(_part(run, first, last))
        offset += len(run.words)
    return tuple(pieces)


def _part(run: Run, first: int, last: int) -> Run:
    """A stretch of a run. An origin that is not letter for letter its words is kept whole."""
    origin = run.origin
    if origin.end - origin.start == len(run.words):
        origin = replace(origin, start=origin.start + first, end=origin.start + last)
    return Run(run.words[first:last], origin)


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of a draft. It prints as one line, `label` then `content`, followed by its children.

    `number` is as printed ("VI", "2", "a"; "" where there is none). `label` holds the words that name the
    node ("Article VI", "2. "), `content` its own words: for a node with children, the chapeau.
    """

    kind: ProvisionKind
    number: str = ""
    label: tuple[Run, ...] = ()
    content: tuple[Run, ...] = ()
    children: tuple[Provision, ...] = ()

    @property
    def line(self) -> tuple[Run, ...]:
        """Label and content: what the node prints on its own line."""
        return self.label + self.content

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def lines(self) -> tuple[tuple[Run, ...], ...]:
        """The lines that this provision prints, its own and those of all below it."""
        return tuple(provision.line for provision in self.walk() if provision.line)

    @property
    def text(self) -> str:
        """The provision as printed, a line a node."""
        return "\n".join(words_of(line) for line in self.lines)

    @property
    def wording(self) -> str:
        """The provision as printed, without its label ('Article VI', '2.')."""
        own = (words_of(self.content),) if self.content else ()
        return "\n".join((*own, *(child.text for child in self.children)))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One version of an instrument. Immutable: amending gives another draft that is derived from it.

    `at` cites the passage that holds the text; for a consolidated draft, the document that amends.
    `proposed_by` is the side or office that tabled it, as the record names it.
    """

    id: str
    title: str
    provisions: tuple[Provision, ...]
    at: Citation
    date: datetime.date | None = None
    proposed_by: str | None = None
    derived_from: str | None = None

    def __post_init__(self) -> None:
        if not self.id or not self.provisions:
            raise ValueError("a draft has an id and at least one provision")

    def walk(self) -> Iterator[Provision]:
        """Every provision in reading order."""
        for provision in self.provisions:
            yield from provision.walk()

    @cached_property
    def text(self) -> str:
        """The draft as printed; outlining a text and printing it gives the text back."""
        return "\n".join(provision.text for provision in self.provisions)

    @property
    def articles(self) -> tuple[Provision, ...]:
        """The articles in order, wherever they stand in the tree."""
        return tuple(provision for provision in self.walk() if provision.kind is ProvisionKind.ARTICLE)
