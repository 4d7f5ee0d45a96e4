"""The page that says what may be said on a day: one sheet for an issue or a provision, to be printed."""

from __future__ import annotations

import datetime

from django.http import HttpResponse

from travaux.actions.decisions_told import decisions_told
from travaux.actions.mandate import about, beside, wholly_on
from travaux.actions.mandate import mandate as mandate_of
from travaux.desk import positions, shelf
from travaux.errors import TravauxError
from travaux.mandate.say import say
from travaux.text.address import Address
from travaux.text.parse import parse
from travaux.web.asked import day_named
from travaux.web.show import Request, show

_LONGEST = 200


def mandate(request: Request) -> HttpResponse:
    date, confirmed = asked_day(request), request.GET.get("confirmed") == "yes"
    issue, article = _words(request, "issue"), _words(request, "article")
    context: dict[str, object] = {"date": date, "issue": issue, "article": article, "confirmed": confirmed}
    try:
        address: Address | None = parse(article) if article else None
    except TravauxError as error:
        address, context["trouble"] = None, error
    held = mandate_of(date, confirmed=confirmed)
    on = about(held, issue)
    context["subject"] = subject = on.subject if on else None
    context["sheet"] = sheet = say(held, about=subject, address=address)
    context["wholly"] = wholly_on(sheet, on)
    context |= {"beside": beside(sheet, on), "issues": positions.register().issues}
    context["told"] = decisions_told(held.requests, on=date)
    chosen = (each for _, directives in sheet.lines for each in directives)
    documents = {each.document for each in (*chosen, *(gone.directive for gone in held.gone))}
    context["documents"] = shelf.rows().filter(ident__in=documents)
    return show(request, "mandate/page.html", context)


def asked_day(request: Request) -> datetime.date:
    """The day that the address asks for; else the last day of the record."""
    return day_named(request, "on") or shelf.overview().last or datetime.date.today()


def _words(request: Request, name: str) -> str:
    return request.GET.get(name, "").strip()[:_LONGEST]
