"""What the interface answers with, where it is not a dataclass of the library itself."""

from __future__ import annotations

import datetime
from typing import Generic, TypeVar

from ninja import Field, Schema

from travaux.amend.decide import Verdict
from travaux.amend.operations import Status
from travaux.amend.proceedings import Outcome, Step
from travaux.errors import UnknownDocument
from travaux.findings import Citation, Finding, Severity

Item = TypeVar("Item")


class Page(Schema, Generic[Item]):
    """A page of a list: how many items there are in all, and the address of the next page, null on the last."""

    items: list[Item]
    total: int
    page: int
    pages: int
    next: str | None


class Problem(Schema):
    """Why a request was not met (RFC 9457): `detail` says what is wrong, `remedy` what to do about it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    remedy: str = ""


class DocumentLine(Schema):
    """A document in a list. `date_text` is its date as printed, `edtf` what that means."""

    id: str
    number: str
    title: str
    kind: str
    sender: str
    addressee: str
    date: datetime.date | None
    date_text: str
    edtf: str
    classification: str
    withheld_in_full: bool


class DraftLine(Schema):
    """A draft in a list; `document` is where it stands, or whose instructions made it."""

    id: str
    title: str
    date: datetime.date | None
    proposed_by: str
    document: str
    derived_from: str | None


class FindingLine(Schema):
    """A thing to be settled, at a passage."""

    code: str
    severity: Severity
    message: str
    remedy: str
    at: Citation

    @staticmethod
    def of(finding: Finding) -> FindingLine:
        return FindingLine(
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            remedy=finding.remedy,
            at=finding.at,
        )


class InstructionLine(Schema):
    """An instruction with what became of it: `operations` in words, `base` and `result` the drafts before and after."""

    at: Citation
    status: Status
    proposer: str
    reason: str
    operations: list[str]
    outcome: Outcome
    base: str
    result: str
    findings: list[FindingLine]

    @staticmethod
    def of(step: Step, words: list[str]) -> InstructionLine:
        instruction = step.instruction
        return InstructionLine(
            at=instruction.at,
            status=instruction.status,
            proposer=instruction.proposer or "",
            reason=instruction.reason.words if instruction.reason else "",
            operations=words,
            outcome=step.outcome,
            base=step.base,
            result=step.result,
            findings=[FindingLine.of(each) for each in step.findings],
        )


class SnippetPart(Schema):
    """A stretch of a passage; `matched` where it is what was looked for."""

    words: str
    matched: bool


class Found(Schema):
    """A document that was found, with the passage that shows why; without one where no words were looked for."""

    id: str
    number: str
    title: str
    kind: str
    date: datetime.date | None
    date_text: str
    sender: str
    recipient: str
    classification: str
    passage: list[SnippetPart]
    at: Citation | None


class Count(Schema):
    """How many documents have a value of a facet."""

    value: str
    documents: int


class Results(Schema):
    """A page of what was found: `searched_for` is the query as understood, `remarks` what of it was not."""

    searched_for: str
    filters: str
    remarks: list[str]
    items: list[Found]
    total: int
    page: int
    pages: int
    next: str | None
    facets: dict[str, list[Count]]


class RuleLine(Schema):
    """Why a standing is so: words of a clause, at `at`, or a rule of the law of treaties."""

    words: str
    at: Citation | None


class DoubtLine(Schema):
    """What is not determined, and why."""

    doubt: str
    message: str
    at: Citation | None


class EventLine(Schema):
    """An act on an instrument, and the passage that tells of it."""

    id: str
    kind: str
    party: str
    date: datetime.date
    at: Citation


class StandingLine(Schema):
    """How a party stands to an instrument, since when, by which rules and events."""

    instrument: str
    party: str
    status: str
    since: datetime.date | None
    until: datetime.date | None
    expected: datetime.date | None
    rules: list[RuleLine]
    events: list[EventLine]
    undetermined: list[DoubtLine]


class StateOn(Schema):
    """Every standing on a day."""

    date: datetime.date
    standings: list[StandingLine]


class Passage(Schema, extra="forbid"):
    """Characters `start` to `end` of a document's text, or of its note with that mark."""

    document: str = Field(min_length=1, max_length=1000)
    start: int = Field(ge=0, le=1_000_000_000)
    end: int = Field(ge=0, le=1_000_000_000)
    note: str = Field(default="", max_length=100)

    @property
    def citation(self) -> Citation:
        """The passage. Raises UnknownDocument where it ends before it begins."""
        if self.start > self.end:
            raise UnknownDocument("No passage ends before it begins.", remedy="Give its first and its last character.")
        return Citation(self.document, self.start, self.end, self.note)


class DecisionIn(Schema, extra="forbid"):
    """What a person decides on a passage: a verdict, null to take back the one before; for a correction the words as
    which it is to be read, or the id of the draft that it changes."""

    at: Passage
    verdict: Verdict | None
    reading: str = Field(default="", max_length=100_000)
    amends: str = Field(default="", max_length=1000)
