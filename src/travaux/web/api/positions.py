"""Issues and positions: who holds what on a day; entered, confirmed as told, corrected, dismissed; and the paper."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from travaux.actions import take_positions as acts
from travaux.actions.tell_positions import tell_positions, unconfirmed
from travaux.desk import positions as kept
from travaux.desk.position_papers import sheet
from travaux.exchange.export import export
from travaux.exchange.formats import Matter, format_named, holding
from travaux.mandate.issue import Dismissal
from travaux.mandate.issue_passages import OnIssue
from travaux.mandate.matrix import Row, matrix
from travaux.mandate.position import Position, actor
from travaux.mandate.position_proposals import held_of
from travaux.mandate.position_reading import Told
from travaux.web.api.negotiation_shapes import IssueLine, PositionLine
from travaux.web.api.paging import Limit, Number, page_among
from travaux.web.api.position_shapes import (
    DismissedIn,
    DismissedLine,
    EntryIn,
    EntryNumber,
    HeldIn,
    HeldLine,
    IssueIn,
    OnIssueIn,
    OnIssueLine,
    PaperWhole,
    SettledIn,
    ToldLine,
    WithdrawnIn,
)
from travaux.web.api.shapes import FindingLine, Page
from travaux.web.api.taking import content_of
from travaux.web.positions.paper import paper_of

router = Router()

PaperFormat = StrEnum("PaperFormat", {each.name.upper(): each.name for each in holding(Matter.TABLE)})  # type: ignore[misc]


@router.get("/issues", response=list[IssueLine], operation_id="issues", summary="Who holds what on a day")
def issues(request: HttpRequest, on: datetime.date) -> list[IssueLine]:
    return [_issue(row) for row in matrix(kept.register(), on).rows]


@router.post("/issues", response={201: EntryNumber}, operation_id="add_issue", summary="Enter an issue")
def add_issue(request: HttpRequest, sent: IssueIn) -> Status[EntryNumber]:
    return Status(201, EntryNumber(entry=acts.add_issue(sent.issue)))


@router.get("/positions", response=Page[HeldLine], operation_id="positions", summary="Positions as they were entered")
def positions(request: HttpRequest, issue: str = "", page: Number = 1, limit: Limit = 50) -> Page[HeldLine]:
    found = [one for one in _held() if issue in ("", one.issue)]
    return page_among(request, found, lambda one: one, page=page, limit=limit)


@router.post("/positions", response={201: HeldLine}, operation_id="enter_position", summary="Enter or correct one")
def enter_position(request: HttpRequest, sent: HeldIn) -> Status[HeldLine]:
    if sent.instead_of:
        found = acts.correct_position(sent.instead_of, sent.holding, sent.at.source)
    else:
        found = acts.enter_position(sent.holding, sent.at.source)
    return Status(201, next(one for one in _held() if one.id == found.id))


@router.post(
    "/positions/withdrawals", response={201: EntryNumber}, operation_id="withdraw", summary="It is no longer held"
)
def withdraw(request: HttpRequest, sent: WithdrawnIn) -> Status[EntryNumber]:
    entry = acts.withdraw_position(sent.position, sent.at.source, date=sent.date)
    return Status(201, EntryNumber(entry=entry))


@router.post(
    "/positions/settlements", response={201: EntryNumber}, operation_id="settle", summary="How an issue was settled"
)
def settle(request: HttpRequest, sent: SettledIn) -> Status[EntryNumber]:
    outcome = acts.Outcome(
        issue=sent.issue,
        standing=sent.standing,
        according_to=actor(sent.according_to),
        date=sent.date,
        wording=sent.wording,
        meets=tuple(sent.meets),
    )
    return Status(201, EntryNumber(entry=acts.settle_issue(outcome, sent.at.source)))


@router.post(
    "/positions/passages", response={201: EntryNumber}, operation_id="confirm_passage", summary="It is on an issue"
)
def confirm_passage(request: HttpRequest, sent: OnIssueIn) -> Status[EntryNumber]:
    return Status(201, EntryNumber(entry=acts.confirm_passage(sent.issue, sent.at.source)))


@router.post(
    "/positions/taken-back", response={204: None}, operation_id="take_back", summary="An entry no longer counts"
)
def take_back(request: HttpRequest, sent: EntryIn) -> Status[None]:
    acts.take_back_entry(sent.entry)
    return Status(204, None)


@router.get("/told/positions", response=Page[ToldLine], operation_id="told_positions", summary="Positions proposed")
def told_positions(request: HttpRequest, page: Number = 1, limit: Limit = 50) -> Page[ToldLine]:
    register = kept.register()
    proposals = tell_positions(register)

    def line(one: Told) -> ToldLine:
        return ToldLine(
            at=one.at,
            words=one.words,
            who=one.who,
            actor=str(one.actor) if one.actor else "",
            level=one.level.value,
            held=held_of(one),
            issue=on if (on := proposals.on(one)) in register.by_id else "",
            caption=on,
            said=one.said,
        )

    return page_among(request, proposals.positions, line, page=page, limit=limit)


@router.get(
    "/told/passages", response=Page[OnIssueLine], operation_id="told_passages", summary="Passages proposed on issues"
)
def told_passages(request: HttpRequest, page: Number = 1, limit: Limit = 50) -> Page[OnIssueLine]:
    register = kept.register()
    found = unconfirmed(tell_positions(register), register)
    return page_among(request, found, _on_issue, page=page, limit=limit)


@router.get(
    "/told/findings", response=Page[FindingLine], operation_id="told_findings", summary="What was read as no position"
)
def told_findings(request: HttpRequest, page: Number = 1, limit: Limit = 50) -> Page[FindingLine]:
    found = tell_positions(kept.register()).findings
    return page_among(request, found, FindingLine.of, page=page, limit=limit)


@router.get(
    "/told/dismissals", response=Page[DismissedLine], operation_id="dismissals", summary="Proposals that are none"
)
def dismissals(request: HttpRequest, page: Number = 1, limit: Limit = 50) -> Page[DismissedLine]:
    return page_among(request, _dismissed(), lambda one: one, page=page, limit=limit)


@router.post("/told/dismissals", response={201: EntryNumber}, operation_id="dismiss", summary="A proposal is none")
def dismiss(request: HttpRequest, sent: DismissedIn) -> Status[EntryNumber]:
    refusal = acts.Refusal(issue=sent.issue, held=sent.held, reason=sent.reason)
    (entry,) = acts.dismiss_proposals(refusal, [acts.From.at(sent.at.citation)])
    return Status(201, EntryNumber(entry=entry))


@router.get("/position-paper", response=PaperWhole, operation_id="position_paper", summary="The paper of a party")
def position_paper(request: HttpRequest, on: datetime.date, party: str = "", issue: str = "") -> PaperWhole:
    told, draft, trouble = paper_of(party, on, issue)
    return PaperWhole(paper=told, on_table=draft.id if draft else "", without=trouble.message if trouble else "")


@router.get(
    "/position-paper/file",
    operation_id="position_paper_file",
    summary="The same as a file",
    openapi_extra=content_of(holding(Matter.TABLE)),
)
def position_paper_file(
    request: HttpRequest, on: datetime.date, form: PaperFormat, party: str = "", issue: str = ""
) -> HttpResponse:
    told, draft, _ = paper_of(party, on, issue)
    wanted = format_named(form.value)
    return HttpResponse(export(sheet(told, draft), to=wanted), content_type=wanted.media_type)


def _held() -> list[HeldLine]:
    """Every position that counts and may be seen."""
    entries = kept.kept()
    gone = {one.position: one.date for one in kept.register(entries).withdrawals}
    return [
        HeldLine.of(each.entry, 0 if each.register else each.key, gone.get(each.entry.id))
        for each in entries
        if isinstance(each.entry, Position)
    ]


def _on_issue(one: OnIssue) -> OnIssueLine:
    return OnIssueLine(at=one.at, name=one.name, issue=one.issue, how=one.how.value, caption=one.caption)


def _dismissed() -> Sequence[DismissedLine]:
    return [
        DismissedLine(
            entry=each.key,
            at=each.entry.at,
            words=each.entry.words,
            issue=each.entry.issue,
            held=each.entry.held,
            reason=each.entry.reason,
            made_at=each.made_at,
        )
        for each in kept.dismissed()
        if isinstance(each.entry, Dismissal)
    ]


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
