"""What our negotiator may say on a day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from travaux.actions.mandate import about, beside, wholly_on
from travaux.actions.mandate import mandate as mandate_on
from travaux.actions.unread import held_against
from travaux.mandate.doubt import Unread
from travaux.mandate.say import say
from travaux.mandate.verdict import Check
from travaux.text.parse import parse
from travaux.web.api.negotiation_shapes import (
    AuthorityLine,
    BesideLine,
    CheckLine,
    DirectiveLine,
    GoneLine,
    MandateOn,
    SpanLine,
    SpentLine,
    UndatedLines,
    UnreadLine,
    WhollyLine,
    WordingLine,
)

router = Router()

Words = Annotated[str, Query(min_length=1, max_length=5000, description="The wording that is proposed.")]
About = Annotated[str, Query(max_length=200, description="An issue, by any of its names, or words.")]
At = Annotated[str, Query(max_length=200, description="The provision that it is for: Article V.")]


@router.get("/mandate", response=MandateOn, operation_id="mandate", summary="What may be said on a day")
def mandate(
    request: HttpRequest, on: datetime.date, issue: About = "", at: At = "", confirmed: bool = False
) -> MandateOn:
    found = mandate_on(on, confirmed=confirmed)
    subject = about(found, issue)
    sheet = say(found, about=subject.subject if subject else None, address=parse(at) if at else None)
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
        spent=[
            SpentLine(directive=DirectiveLine.of(each.directive), why=each.why.value, by=each.by, day=each.day)
            for each in sheet.spent
        ],
        wholly=[WhollyLine(document=each.document, by=each.by.value, at=each.at) for each in wholly_on(sheet, subject)],
        gone=[GoneLine.of(each) for each in sheet.gone],
        filed=sorted(sheet.filed),
        beside=[BesideLine(document=each.document, directives=each.directives) for each in beside(sheet, subject)],
    )


@router.get("/check", response=CheckLine, operation_id="check", summary="Whether a wording is within the mandate")
def check(request: HttpRequest, on: datetime.date, words: Words, at: At = "", confirmed: bool = False) -> CheckLine:
    found = mandate_on(on, confirmed=confirmed)
    return _check(*held_against(found, words, parse(at) if at else None))


def _check(found: Check, left: Sequence[Unread]) -> CheckLine:
    spans = [span for line in found.difference.lines for span in line.spans] if found.difference else []
    return CheckLine(
        verdict=found.verdict.value,
        step=found.step,
        condition=found.condition,
        at=found.at,
        difference=[SpanLine(change=span.change.value, words=span.words) for span in spans],
        ask=list(found.ask),
        rest=list(found.rest),
        unread=[UnreadLine(at=each.at, words=each.words, date=each.date) for each in left],
    )
