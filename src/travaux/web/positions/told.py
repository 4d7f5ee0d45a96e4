"""The page of what the documents tell of issues and positions: proposals, each confirmed or left by a person."""

from __future__ import annotations

from functools import lru_cache

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse

from travaux.actions.take_positions import From, Holding, add_issue, confirm_passage, enter_position
from travaux.actions.tell_positions import tell_positions
from travaux.desk import positions as kept
from travaux.desk import shelf
from travaux.desk.access.decide import state as seen
from travaux.errors import TravauxError, UnknownEntry
from travaux.mandate.issue import Issue, folded
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Level, actor
from travaux.mandate.position_proposals import Proposals
from travaux.web.asked import DIGITS
from travaux.web.forms import See, given
from travaux.web.show import Request, show

_A_PAGE = 40
_FIELDS = ("do", "name", "issue", "document", "start", "end", "actor", "level", "held")


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
    passed = {(passage.issue, passage.at) for passage in register.passages}
    positions = Paginator(found.positions, _A_PAGE).get_page(request.GET.get("page"))
    context |= {
        "register": register,
        "issues": [one for one in found.issues if not one.issue],
        "passages": [
            passage
            for one in found.issues
            if one.issue
            for passage in one.passages
            if (one.issue, passage.at) not in passed
        ][:_A_PAGE],
        "positions": [(one, found.on(one)) for one in positions],
        "page": positions,
        "findings": found.findings[:_A_PAGE],
        "left": len(found.findings),
        "levels": list(Level),
    }
    response = show(request, "positions/told.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


@lru_cache(maxsize=4)
def _proposals(_state: tuple[int, int], _seen: object, register: IssueRegister) -> Proposals:
    """Kept while neither the documents nor what is entered changes, for whoever looks."""
    return tell_positions(register)


def _take(request: Request) -> None:
    """Do what the form says. Raises TravauxError or ValueError where it cannot be done."""
    said = given(request, _FIELDS)
    if said["do"] == "issue":
        add_issue(Issue(folded(said["name"]).replace(" ", "-"), said["name"]))
        return
    digits = (said["start"], said["end"])
    if not all(each.isdecimal() and len(each) <= DIGITS for each in digits):
        raise UnknownEntry("The form does not say which passage.", remedy="Send it from its page.")
    source = From(said["document"], span=(int(digits[0]), int(digits[1])))
    if said["do"] == "passage":
        confirm_passage(said["issue"], source)
    elif said["do"] == "position":
        enter_position(Holding(issue=said["issue"], actor=actor(said["actor"]), level=Level(said["level"])), source)
    else:
        raise UnknownEntry("The form does not say what is to be done.", remedy="Send it from its page.")
