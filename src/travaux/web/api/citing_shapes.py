"""What the operations on references, registers and threads answer with."""

from __future__ import annotations

import datetime

from ninja import Schema

from travaux.desk.references.look import Backlink, Reference
from travaux.desk.registers.lookup import Entry
from travaux.desk.registers.pack import EntryKind
from travaux.findings import Citation
from travaux.mandate.threads import Message
from travaux.record.register import Abbreviation, Person


class ReferenceLine(Schema):
    """A reference of a document: its words, and the document that they mean with how sure that is and why, null where
    it is not known; then `candidates` are those that it may be."""

    at: Citation
    words: str
    name: str
    document: str | None
    title: str
    date: datetime.date | None
    confidence: str | None
    candidates: list[str]
    reason: str

    @staticmethod
    def of(one: Reference) -> ReferenceLine:
        meant = one.meant
        return ReferenceLine(
            at=one.cited.at,
            words=one.cited.words,
            name=meant.name,
            document=meant.document or None,
            title=one.title,
            date=one.date,
            confidence=meant.confidence.value if meant.confidence else None,
            candidates=list(meant.candidates),
            reason=meant.reason,
        )


class CitedByLine(Schema):
    """A document that cites the one asked for, and where."""

    at: Citation
    words: str
    title: str
    date: datetime.date | None
    confidence: str

    @staticmethod
    def of(one: Backlink) -> CitedByLine:
        return CitedByLine(at=one.at, words=one.words, title=one.title, date=one.date, confidence=one.confidence.value)


class ReferencesOf(Schema):
    """What a document refers to, in order of place, and who cites it, in order of date."""

    document: str
    refers_to: list[ReferenceLine]
    cited_by: list[CitedByLine]


class NameLine(Schema):
    """A name of the registers: the key of its first entry, which of them it is `listed_in`, in how many documents it
    stands, and how often."""

    key: int
    kind: EntryKind
    name: str
    printed: str
    listed_in: list[str]
    documents: int
    times: int


class NamedIn(Schema):
    """A document that names somebody, and how often."""

    document: str
    title: str
    date: datetime.date | None
    times: int


class EntryLine(Schema):
    """An entry in the words of the register that it is `listed_in`, and what was understood of them."""

    key: int
    listed_in: str
    printed: str
    person: Person | None
    abbreviation: Abbreviation | None

    @staticmethod
    def of(one: Entry) -> EntryLine:
        return EntryLine(
            key=one.key, listed_in=one.register, printed=one.printed, person=one.person, abbreviation=one.abbreviation
        )


class EntryWhole(Schema):
    """A name with its entry in every register, and a page of the documents that name it: `total` of them, `times` in
    all."""

    kind: EntryKind
    name: str
    entries: list[EntryLine]
    documents: list[NamedIn]
    total: int
    times: int
    page: int
    pages: int
    next: str | None


class ThreadLine(Schema):
    """Messages that answer one another, in order of time; `unanswered` are the ids of those that ask for something and
    that nothing answers."""

    messages: list[Message]
    unanswered: list[str]
