"""Who has cleared what: packages, opened, told of and acted on."""

from __future__ import annotations

import datetime

from django.http import HttpRequest
from ninja import Router, Status

from travaux.actions.clear import Actor, Plan, Said, open_package
from travaux.clearance.account import PackageLine, PackageWhole, account, line
from travaux.clearance.route import route
from travaux.clearance.standing import Routing
from travaux.desk import packages as kept
from travaux.web.api.clearing_shapes import ActIn, PackageIn
from travaux.web.clearance.act import Wish, act

router = Router()


@router.get("/packages", response=list[PackageLine], operation_id="packages", summary="Texts that are being cleared")
def packages(request: HttpRequest, office: str = "") -> list[PackageLine]:
    found = kept.held_by(office) if office else kept.packages()
    return [line(each, datetime.date.today()) for each in found]


@router.post("/packages", response={201: PackageWhole}, operation_id="open_package", summary="Have a text cleared")
def open_(request: HttpRequest, sent: PackageIn) -> Status[PackageWhole]:
    plan = Plan(
        id=sent.id,
        kind=sent.kind,
        route=route(sent.route),
        drafter=sent.drafter,
        title=sent.title,
        approver=sent.approver,
        recommendations=tuple(each.strip() for each in sent.recommendations if each.strip()),
        subject=sent.subject,
        words=sent.words,
    )
    return Status(201, _whole(open_package(plan, person=sent.person)))


@router.get("/packages/{ident}", response=PackageWhole, operation_id="package", summary="Who has cleared a text")
def package(request: HttpRequest, ident: str) -> PackageWhole:
    return _whole(kept.package(ident))


@router.post(
    "/packages/{ident}/acts", response=PackageWhole, operation_id="clear", summary="Answer, settle, decide, or send"
)
def clear(request: HttpRequest, ident: str, deed: ActIn) -> PackageWhole:
    said = Said(words=deed.words, change=deed.change, text=deed.text, despite=deed.despite)
    who = Actor(deed.office, deed.person, deed.seen)
    return _whole(act(ident, Wish(deed=deed.do, who=who, said=said, number=deed.number, to=deed.to)))


def _whole(state: Routing) -> PackageWhole:
    return account(state, datetime.date.today(), own=kept.own(state))
