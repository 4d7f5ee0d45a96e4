"""What a format's reader sees before anything is understood: pieces of text in order, and the notes."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from travaux.findings import Finding
from travaux.record.document import Kind
from travaux.record.strand import Strand


class Role(StrEnum):
    """Where a piece of text stands, as far as its form tells."""

    FILE = "file"
    TITLE = "title"
    DATELINE = "dateline"
    ENCLOSED_DATELINE = "enclosed-dateline"
    MARKING = "marking"
    SUBJECT = "subject"
    SUBJECT_HEAD = "subject-head"
    TEXT = "text"
    HEADING = "heading"
    LIST_HEAD = "list-head"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"
    CLOSER = "closer"
    FORMULA = "formula"
    SIGNATURE = "signature"
    PAGE = "page"


#: What the body is made of; what else it holds at its end or between enclosures.
BODY = frozenset({Role.TEXT, Role.HEADING, Role.LIST_HEAD, Role.ITEM, Role.QUOTATION, Role.ROW})
IN_TEXT = BODY | {Role.ENCLOSED_DATELINE, Role.FORMULA}


class Piece(NamedTuple):
    """One line or paragraph. Pieces of the same list share a `group`.

    Of a closer, `signed` is the name and `rest` the words beside it. `enclosed` is what an enclosure holds.
    """

    role: Role
    strand: Strand
    group: int = 0
    signed: str | None = None
    rest: str = ""
    enclosed: bool = False

    @property
    def text(self) -> str:
        return self.strand.text


class Place(StrEnum):
    """Where the mark of a note stands."""

    HEAD = "head"
    DATELINE = "dateline"
    BODY = "body"


class PrintedNote(NamedTuple):
    """A note as printed. `source` when the markup or the look calls it the source note."""

    mark: str
    strand: Strand
    place: Place = Place.BODY
    source: bool = False


class Sheet(NamedTuple):
    """A document as laid out on its pages. A note's anchor is named by its position in `notes`.

    Kind and date are what form or markup says; None leaves them to the wording.
    """

    id: str
    pieces: tuple[Piece, ...]
    notes: tuple[PrintedNote, ...] = ()
    number: str | None = None
    kind: Kind | None = None
    date: datetime.date | None = None
    findings: tuple[Finding, ...] = ()
