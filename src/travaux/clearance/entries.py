"""What is done with a package, one entry an act: the log is all that is kept, and everything else is told from it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from travaux.amend.trees import StoredInstruction
from travaux.clearance.package import Package
from travaux.text.draft import Draft


class Answer(StrEnum):
    """What an office says to a text."""

    CONCURS = "concurs"
    WITH_CHANGES = "concurs with changes"
    OBJECTS = "objects"
    NO_INTEREST = "no interest"


class Verdict(StrEnum):
    """What the approver decides on a recommendation."""

    APPROVED = "approved"
    MODIFIED = "approved with modification"
    DISAPPROVED = "disapproved"


class Who(TypedDict):
    """What every act says: who did it, and when."""

    by: str
    person: str
    made_at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An act: the office that did it, the person where that is known, and when."""

    by: str
    person: str = ""
    made_at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class Opened(Entry):
    """The drafter made the package."""

    package: Package


@dataclass(frozen=True, kw_only=True)
class Circulated(Entry):
    """The drafter sent it on its way, for the first time or after a recall."""


@dataclass(frozen=True, kw_only=True)
class Replied(Entry):
    """An office answered. Its changes are operations on the text that it was shown; its reasons are `words`."""

    answer: Answer
    words: str = ""
    change: StoredInstruction | None = None

    def __post_init__(self) -> None:
        if (self.answer is Answer.WITH_CHANGES) is not (self.change is not None):
            raise ValueError("an office concurs with changes where it gives them, and then only")
        if self.answer is Answer.OBJECTS and not self.words.strip():
            raise ValueError("an objection has a reason")


@dataclass(frozen=True, kw_only=True)
class Settled(Entry):
    """The drafter took a proposed change in, or declined it; `change` is its number."""

    change: int
    accepted: bool
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Revised(Entry):
    """The drafter put another text in the place of the one before."""

    text: Draft
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class HandedOver(Entry):
    """The holder gave the file to another."""

    to: str


@dataclass(frozen=True, kw_only=True)
class Reminded(Entry):
    """An office that is late was reminded."""

    office: str


@dataclass(frozen=True, kw_only=True)
class Recalled(Entry):
    """The drafter called the package back; nobody is asked any more until it is circulated again."""

    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Decided(Entry):
    """The approver decided on a recommendation (by its number from 1), or with 0 on the text. A modification is words
    that are added, or a change of the text. `despite` is why, where required clearances were missing."""

    recommendation: int
    verdict: Verdict
    words: str = ""
    change: StoredInstruction | None = None
    despite: str = ""

    def __post_init__(self) -> None:
        if self.verdict is Verdict.MODIFIED and not self.words.strip() and self.change is None:
            raise ValueError("a modification says what is modified")


@dataclass(frozen=True, kw_only=True)
class Sent(Entry):
    """It went out; `as_document` is the id or the number of what was sent."""

    as_document: str = ""
