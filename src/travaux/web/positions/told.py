"""The page of what the documents tell of issues and positions: proposals, each confirmed or dismissed by a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse

from travaux.actions.take_positions import (
    From,
    Holding,
    Refusal,
    add_issue,
    confirm_passage,
    dismiss_proposals,
    enter_position,
    take_back_entry,
)
from travaux.actions.tell_positions import tell_positions, unconfirmed
from travaux.desk import positions as kept
from travaux.desk import shelf
from travaux.desk.access.decide import state as seen
from travaux.errors import TravauxError, UnknownEntry
from travaux.mandate.issue import Issue, folded
from travaux.mandate.issue_passages import OnIssue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Level, actor
from travaux.mandate.position_proposals import Proposals, held_of
from travaux.web.asked import DIGITS
from travaux.web.forms import See, given
from travaux.web.show import Request, show

_A_PAGE = 40
_FIELDS = ("do", "name", "issue", "document", "start", "end", "actor", "level", "held", "reason", "key")


def told(request: Request) -> HttpResponse:
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            _take(request)
            return See(f"{reverse('told')}?page={request.GET.get('page', '1')}")
        except (TravauxError, ValueError) as error:
            context["trouble"] = error
    register = kept.register()
    found = _proposals(shelf.state(), seen(), register)
    positions = Paginator(found.positions, _A_PAGE).get_page(request.GET.get("page"))
    passages = [one for one in unconfirmed(found, register) if one.issue]
    context |= {
        "register": register,
        "issues": [one for one in found.issues if not one.issue],
        "passages": _with_words(passages[:_A_PAGE]),
        "more": max(0, len(passages) - _A_PAGE),
        "positions": [(one, found.on(one), held_of(one)) for one in positions],
        "dismissed": Paginator(kept.dismissed(), _A_PAGE).get_page(request.GET.get("dismissed")),
        "page": positions,
        "findings": found.findings[:_A_PAGE],
        "left": len(found.findings),
        "levels": list(Level),
    }
    response = show(request, "positions/told.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _with_words(passages: Sequence[OnIssue]) -> list[tuple[OnIssue, str]]:
    """The passages, each with its words."""
    documents = {document.id: document for document in shelf.documents({each.at.document for each in passages})}
    return [(each, documents[each.at.document].passage(each.at)) for each in passages]


@lru_cache(maxsize=4)
def _proposals(_state: tuple[int, int], _seen: object, register: IssueRegister) -> Proposals:
    """Kept while neither the documents nor what is entered changes, for whoever looks."""
    return tell_positions(register)


def _take(request: Request) -> None:
    """Do what the form says. Raises TravauxError or ValueError where it cannot be done."""
    said = given(request, _FIELDS)
    match said["do"]:
        case "issue":
            add_issue(Issue(folded(said["name"]).replace(" ", "-"), said["name"]))
        case "no issue":
            captioned = (one for one in tell_positions(kept.register()).issues if one.name == said["name"])
            sources = [From.at(passage.at) for one in captioned for passage in one.passages]
            dismiss_proposals(Refusal(issue=folded(said["name"]), reason=said["reason"]), sources)
        case "take back":
            take_back_entry(_number(said["key"]))
        case "passage":
            confirm_passage(said["issue"], _passage(said))
        case "position":
            holding = Holding(issue=said["issue"], actor=actor(said["actor"]), level=Level(said["level"]))
            enter_position(holding, _passage(said))
        case "dismiss":
            refusal = Refusal(issue=said["issue"], held=said["held"], reason=said["reason"])
            dismiss_proposals(refusal, [_passage(said)])
        case _:
            raise UnknownEntry("The form does not say what is to be done.", remedy="Send it from its page.")


def _passage(said: dict[str, str]) -> From:
    return From(said["document"], span=(_number(said["start"]), _number(said["end"])))


def _number(words: str) -> int:
    if not words.isdecimal() or len(words) > DIGITS:
        raise UnknownEntry("The form does not say which passage.", remedy="Send it from its page.")
    return int(words)
