"""What each side wants, what our negotiator may say, and who has cleared what."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from travaux.actions.clear import Actor, Said
from travaux.actions.mandate import about, beside
from travaux.actions.mandate import mandate as mandate_on
from travaux.clearance.line import written
from travaux.clearance.package import Seat, part_hash
from travaux.clearance.routing import Routing
from travaux.clearance.tell import tell
from travaux.desk import packages as desk_packages
from travaux.desk import positions as desk_positions
from travaux.mandate.check import Check
from travaux.mandate.check import check as held_against
from travaux.mandate.matrix import Row, matrix
from travaux.mandate.position import Position
from travaux.mandate.say import say
from travaux.text.draft import Run
from travaux.text.parse import parse
from travaux.web.api.negotiation_shapes import (
    ActIn,
    ActLine,
    AuthorityLine,
    BesideLine,
    ChangeLine,
    CheckLine,
    DirectiveLine,
    IssueLine,
    MandateOn,
    PackageLine,
    PackageWhole,
    PositionLine,
    SeatLine,
    SpanLine,
    TogetherLine,
    UndatedLines,
    WordingLine,
)
from travaux.web.clearance.act import Wish, act

router = Router()

Words = Annotated[str, Query(min_length=1, max_length=5000, description="The wording that is proposed.")]
About = Annotated[str, Query(max_length=200, description="An issue, by any of its names, or words.")]
At = Annotated[str, Query(max_length=200, description="The provision that it is for: Article V.")]


@router.get("/issues", response=list[IssueLine], operation_id="issues", summary="Who holds what on a day")
def issues(request: HttpRequest, on: datetime.date) -> list[IssueLine]:
    return [_issue(row) for row in matrix(desk_positions.register(), on).rows]


@router.get("/mandate", response=MandateOn, operation_id="mandate", summary="What may be said on a day")
def mandate(
    request: HttpRequest, on: datetime.date, issue: About = "", at: At = "", confirmed: bool = False
) -> MandateOn:
    found = mandate_on(on, confirmed=confirmed)
    subject = about(found, issue)
    sheet = say(found, about=subject, address=parse(at) if at else None)
    return MandateOn(
        on=on,
        about=sheet.about,
        directives=[DirectiveLine.of(each) for _, lines in sheet.lines for each in lines],
        wordings=[WordingLine.of(each) for each in sheet.wordings],
        authority=[AuthorityLine.of(each) for each in found.authority],
        undated=UndatedLines(
            directives=[DirectiveLine.of(each) for each in sheet.undated.directives],
            wordings=[WordingLine.of(each) for each in sheet.undated.wordings],
            authority=[AuthorityLine.of(each) for each in sheet.undated.authority],
        ),
        filed=sorted(sheet.filed),
        beside=[BesideLine(document=each.document, directives=each.directives) for each in beside(sheet, subject)],
    )


@router.get("/check", response=CheckLine, operation_id="check", summary="Whether a wording is within the mandate")
def check(request: HttpRequest, on: datetime.date, words: Words, at: At = "", confirmed: bool = False) -> CheckLine:
    found = mandate_on(on, confirmed=confirmed)
    return _check(held_against(found, words, address=parse(at) if at else None))


@router.get("/packages", response=list[PackageLine], operation_id="packages", summary="Texts that are being cleared")
def packages(request: HttpRequest) -> list[PackageLine]:
    return [_package(each) for each in desk_packages.packages()]


@router.get("/packages/{ident}", response=PackageWhole, operation_id="package", summary="Who has cleared a text")
def package(request: HttpRequest, ident: str) -> PackageWhole:
    return _whole(desk_packages.package(ident))


@router.post(
    "/packages/{ident}/acts", response=PackageWhole, operation_id="clear", summary="Answer, settle, decide, or send"
)
def clear(request: HttpRequest, ident: str, deed: ActIn) -> PackageWhole:
    said = Said(words=deed.words, change=deed.change, text=deed.text, despite=deed.despite)
    who = Actor(deed.office, deed.person)
    return _whole(act(ident, Wish(deed=deed.do, who=who, said=said, number=deed.number, to=deed.to)))


def _issue(row: Row) -> IssueLine:
    return IssueLine(
        id=row.issue.id,
        name=row.issue.name,
        parent=row.of,
        standing=row.state.standing.value,
        settled_by=row.state.by.at if row.state.by else None,
        positions=[_position(each) for cell in row.cells for each in cell],
        last_moved=str(row.last_move.actor) if row.last_move else "",
        last_moved_on=row.last_move.date if row.last_move else None,
    )


def _position(position: Position) -> PositionLine:
    return PositionLine(
        actor=str(position.actor),
        level=position.level.value,
        words=position.words,
        wording=position.wording,
        condition=position.condition,
        date=position.date,
        at=position.at,
    )


def _check(found: Check) -> CheckLine:
    spans = [span for line in found.difference.lines for span in line.spans] if found.difference else []
    return CheckLine(
        verdict=found.verdict.value,
        step=found.step,
        condition=found.condition,
        at=found.at,
        difference=[SpanLine(change=span.change.value, words=span.words) for span in spans],
        ask=list(found.ask),
        rest=list(found.rest),
    )


def _package(state: Routing) -> PackageLine:
    return PackageLine(**_of(state))


def _of(state: Routing) -> dict[str, Any]:
    package = state.package
    return {
        "id": package.id,
        "kind": package.kind.value,
        "title": package.title,
        "subject": package.subject,
        "drafter": package.drafter,
        "approver": package.approver,
        "holder": state.holder,
        "circulated": state.circulated,
        "sent": state.sent is not None,
        "missing": list(state.missing),
        "seats": [_seat(state, seat) for seat in package.seats],
    }


def _seat(state: Routing, seat: Seat) -> SeatLine:
    reply = state.reply_of(seat.office)
    return SeatLine(
        office=seat.office,
        required=seat.required,
        of=list(seat.of),
        deadline=seat.deadline,
        clearance=state.clearance(seat).value,
        words=reply.entry.words if reply else "",
    )


def _whole(state: Routing) -> PackageWhole:
    own = desk_packages.own(state)
    runs = (run for top in state.text.provisions for one in top.walk() for run in one.content if isinstance(run, Run))
    cited = dict.fromkeys(run.origin.document for run in runs)
    return PackageWhole(
        **_of(state),
        text=state.text.text,
        sources=[each for each in cited if not each.startswith(own)],
        sha256=part_hash(state.text),
        line=str(written(state)),
        recommendations=list(state.package.recommendations),
        changes=[
            ChangeLine(
                number=one.number, office=one.office, words=one.instruction.words, fate=one.fate.value,
                why=one.why.message if one.why else "",
            )
            for one in state.changes
        ],
        together=[TogetherLine(changes=list(each.numbers), why=each.why) for each in state.to_settle_together],
        log=[ActLine(by=one.by, person=one.person, made_at=one.made_at, act=tell(one)) for one in state.log],
    )  # fmt: skip
