"""What a request for authority asks and says, and what was decided on each of its recommendations."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation, Finding
from travaux.mandate.directives_said import Said


class Grant(StrEnum):
    """What a recommendation asks authority for."""

    NEGOTIATE = "negotiate"
    SIGN = "sign"
    FULL_POWERS = "full powers"
    INSTRUCT = "instruct"
    DISCRETION = "discretion"
    OTHER = "other"


class Decided(StrEnum):
    """What the approver did with a recommendation."""

    APPROVED = "approved"
    ADDED = "approved with an addition"
    DISAPPROVED = "disapproved"
    OPEN = "not decided"


class Part(StrEnum):
    """What a request has to say (11 FAM 724)."""

    FEATURES = "features"
    PROBLEMS = "problems"
    BENEFITS = "benefits"
    LEGAL_BASIS = "legal basis"
    LEGISLATURE = "consultation of the legislature"
    CONCURRENCES = "concurrences"
    DRAFT = "draft attached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One recommendation, and what became of it: `addition` are words that the approver wrote to it."""

    number: str
    words: Said
    grants: tuple[Grant, ...]
    decided: Decided = Decided.OPEN
    addition: Said | None = None
    by: str = ""
    on: datetime.date | None = None
    told_at: Citation | None = None

    @property
    def granted(self) -> bool:
        """Whether it was approved, with or without an addition."""
        return self.decided in (Decided.APPROVED, Decided.ADDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request for authority: from whom to whom, what it says, and its recommendations."""

    document: str
    title: str
    date: datetime.date | None
    requester: str
    approver: str
    parts: tuple[tuple[Part, Said], ...]
    recommendations: tuple[Recommendation, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def missing(self) -> tuple[Part, ...]:
        """What the procedure wants said and this does not say."""
        said = {part for part, _ in self.parts}
        return tuple(part for part in Part if part not in said)
