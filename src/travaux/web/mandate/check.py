"""The page that holds a wording, a draft or a concession against the mandate of a day, and drafts what to ask."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.actions.mandate import mandate
from travaux.actions.unread import held_against
from travaux.desk import shelf
from travaux.errors import TravauxError
from travaux.mandate.check import check_draft
from travaux.mandate.doubt import Unread
from travaux.mandate.guidance import guidance
from travaux.mandate.on import Mandate
from travaux.mandate.verdict import Check
from travaux.text.parse import parse
from travaux.web.mandate.sheet import asked_day
from travaux.web.show import Request, show

_LONGEST = 20_000


def check_authority(request: Request) -> HttpResponse:
    words = request.GET.get("words", "").strip()[:_LONGEST]
    article, draft = request.GET.get("article", "").strip()[:200], request.GET.get("draft", "")
    date = asked_day(request)
    context: dict[str, object] = {
        "date": date, "words": words, "article": article, "chosen": draft, "drafts": list(shelf.drafts()),
    }  # fmt: skip
    if words or draft:
        held = mandate(date, confirmed=request.GET.get("confirmed") == "yes")
        try:
            checks, left = _checks(held, words, article, draft)
            context |= {"checks": checks, "guidance": guidance(checks, mandate=held), "unread": left}
        except TravauxError as error:
            context["trouble"] = error
    return show(request, "mandate/check.html", context)


def _checks(held: Mandate, words: str, article: str, draft: str) -> tuple[tuple[Check, ...], tuple[Unread, ...]]:
    if draft:
        return check_draft(held, shelf.draft(draft)), ()
    one, left = held_against(held, words, parse(article) if article else None)
    return (one,), left
