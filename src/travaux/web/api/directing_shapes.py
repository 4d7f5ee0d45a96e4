"""What the operations on directives and requests for authority take and answer with."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from travaux.desk.mandates import Approval, Told
from travaux.findings import Citation
from travaux.mandate.authority_said import Decided, Grant, Part, Recommendation, Request
from travaux.mandate.decision_of import Bound, How
from travaux.mandate.directives_said import Act, Standing
from travaux.web.api.negotiation_shapes import DirectiveLine
from travaux.web.api.shapes import FindingLine, Passage


class RecommendationLine(Schema):
    """A recommendation: what it would grant, and what was decided, by whom and when, with which addition."""

    number: str
    words: str
    at: Citation
    grants: list[Grant]
    decided: Decided
    addition: str
    by: str
    on: datetime.date | None

    @staticmethod
    def of(one: Recommendation) -> RecommendationLine:
        return RecommendationLine(
            number=one.number,
            words=one.words.words,
            at=one.words.at,
            grants=list(one.grants),
            decided=one.decided,
            addition=one.addition.words if one.addition else "",
            by=one.by,
            on=one.on,
        )


class RequestLine(Schema):
    """A request for authority; `missing` is what it says nothing on under a heading of its own."""

    document: str
    title: str
    date: datetime.date | None
    requester: str
    approver: str
    missing: list[Part]
    recommendations: list[RecommendationLine]

    @staticmethod
    def of(request: Request) -> RequestLine:
        return RequestLine(
            document=request.document,
            title=request.title,
            date=request.date,
            requester=request.requester,
            approver=request.approver,
            missing=list(request.missing),
            recommendations=[RecommendationLine.of(one) for one in request.recommendations],
        )


class DecisionLine(Schema):
    """A decision on authority that a document tells in running text, and the request that it is on: these
    `recommendations`, and `how` that is known; `others` are further requests that it fits. It counts once it is
    entered."""

    at: Citation
    words: str
    request: str
    recommendations: list[str]
    decided: Decided
    addition: str
    by: str
    on: datetime.date | None
    how: How
    others: list[str]

    @staticmethod
    def of(bound: Bound) -> DecisionLine:
        return DecisionLine(
            at=bound.told.at,
            words=bound.told.words,
            request=bound.request,
            recommendations=list(bound.numbers),
            decided=bound.decided,
            addition=bound.addition,
            by=bound.told.by,
            on=bound.told.on,
            how=bound.how,
            others=list(bound.others),
        )


class DirectivesOf(Schema):
    """What a document tells people to do, as read and as settled; those that were rejected stay, marked so. `possible`
    are sentences in which nothing was read, and which may order something; `dismissed` those said to give no order."""

    document: str
    directives: list[DirectiveLine]
    findings: list[FindingLine]
    possible: list[Citation]
    dismissed: list[Citation]
    request: RequestLine | None


class DirectedIn(Schema, extra="forbid"):
    """What a person decides on the directive at a passage: a verdict, null to take back the one before. For a
    correction what is to be read otherwise, null for what is read rightly; a passage in which none was read becomes one
    by its `act`. Object, condition and limit are words of the passage, "" for none."""

    at: Passage
    verdict: Standing | None
    act: Act | None = None
    object: str | None = Field(default=None, max_length=20_000)
    condition: str | None = Field(default=None, max_length=20_000)
    limit: str | None = Field(default=None, max_length=20_000)
    fallback: int | None = Field(default=None, ge=0, le=1000)
    denied: bool | None = None
    allowed: bool | None = None

    @property
    def told(self) -> Told:
        return Told(
            act=self.act,
            object=self.object,
            condition=self.condition,
            limit=self.limit,
            fallback=self.fallback,
            denied=self.denied,
            allowed=self.allowed,
        )


class ApprovalIn(Schema, extra="forbid"):
    """What was decided on a recommendation of a request, by whom and when, with which addition."""

    document: str = Field(min_length=1, max_length=1000)
    number: str = Field(min_length=1, max_length=20)
    decided: Decided
    addition: str = Field(default="", max_length=20_000)
    approver: str = Field(default="", max_length=200)
    on: datetime.date | None = None

    @property
    def approval(self) -> Approval:
        return Approval(
            document=self.document,
            number=self.number,
            decided=self.decided,
            addition=self.addition,
            approver=self.approver,
            on=self.on,
        )
