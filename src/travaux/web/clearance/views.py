"""The inbox of packages in clearance, and the page of one: its route, what changed, and the acts of each office."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from travaux.actions import clear as acts
from travaux.clearance.difference import changed_lines, difference_for
from travaux.clearance.entries import Entry, Reminded, Verdict
from travaux.clearance.line import written
from travaux.clearance.package import Kind, Seat, part_hash
from travaux.clearance.route import in_words, route
from travaux.clearance.standing import Clearance, Decision, Reply, Routing
from travaux.compare.redline import Redline, redline
from travaux.desk import packages, shelf
from travaux.errors import TravauxError, UnknownEntry
from travaux.web.asked import DIGITS
from travaux.web.clearance.act import Deed, Wish, act
from travaux.web.forms import See, given
from travaux.web.show import Request, show

_NEW = ("id", "kind", "title", "subject", "words", "route", "office", "person", "approver", "recommendations")
_ACT = ("do", "office", "person", "words", "change", "text", "number", "to", "as_document", "despite", "seen")


def clearance(request: Request) -> HttpResponse:
    context: dict[str, object] = {}
    if request.method == "POST":
        said = given(request, _NEW)
        try:
            opened = acts.open_package(_plan(said), person=said["person"])
            return See(f"{reverse('package', args=[opened.package.id])}?{urlencode({'office': said['office']})}")
        except (TravauxError, ValueError) as error:
            context = {"trouble": error, "given": said}
    office = request.GET.get("office", "")
    found = packages.held_by(office) if office else packages.packages()
    context |= {
        "office": office,
        "offices": packages.offices(),
        "packages": [(state, _last(state), _owing(state, office)) for state in found],
        "kinds": list(Kind),
        "drafts": list(shelf.drafts()),
    }
    response = show(request, "clearance/inbox.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _last(state: Routing) -> Entry:
    return state.log[-1]


def _owing(state: Routing, office: str) -> list[Shown]:
    """The offices that owe a reply, or one of them, where it has a deadline or was reminded."""
    seats = [_shown(state, seat) for seat in state.package.seats if seat.office in state.held_up_by]
    told = [each for each in seats if each.seat.deadline or each.reminded]
    return [each for each in told if office in ("", each.seat.office)]


def _plan(said: dict[str, str]) -> acts.Plan:
    return acts.Plan(
        id=said["id"],
        kind=Kind(said["kind"]),
        route=route(said["route"]),
        drafter=said["office"],
        title=said["title"],
        approver=said["approver"],
        recommendations=tuple(line.strip() for line in said["recommendations"].split("\n") if line.strip()),
        subject=said["subject"],
        words=said["words"],
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A seat with how its office stands, what it said, whether it is late, and what changed since."""

    seat: Seat
    clearance: Clearance
    reply: Reply | None
    late: bool
    since: Redline | None
    reminded: Reminded | None


def package(request: Request, ident: str) -> HttpResponse:
    office = request.GET.get("office", "")
    context: dict[str, object] = {}
    if request.method == "POST":
        said = given(request, _ACT)
        try:
            _act(ident, said)
            return See(f"{reverse('package', args=[ident])}?{urlencode({'office': said['office']})}")
        except (TravauxError, ValueError) as error:
            context, office = {"trouble": error, "given": said}, said["office"]
    state = packages.package(ident)
    context |= {
        "state": state,
        "package": state.package,
        "own": packages.own(state),
        "office": office,
        "participants": packages.participants(state.package),
        "route": in_words(state.package.route),
        "seats": [_shown(state, seat) for seat in state.package.seats],
        "mine": next((_shown(state, seat) for seat in state.package.seats if seat.office == office), None),
        "changed": changed_lines(redline(state.texts[0], state.text, legible=True)) if len(state.texts) > 1 else None,
        "hash": part_hash(state.text),
        "line": str(written(state)),
        "recommendations": _recommendations(state),
        "sent_back": [each for each in state.decisions if each.entry.verdict is Verdict.DISAPPROVED],
    }
    response = show(request, "clearance/package.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _shown(state: Routing, seat: Seat) -> Shown:
    found = state.clearance(seat)
    late = seat in state.late(datetime.date.today())
    since = difference_for(state, seat.office) if found in (Clearance.LAPSED, Clearance.OBJECTS) else None
    changed = since if since and since.changed else None
    return Shown(seat, found, state.reply_of(seat.office), late, changed, state.reminded(seat.office))


def _recommendations(state: Routing) -> list[tuple[int, str, Decision | None]]:
    """What is to be decided: its number, its words, and what was decided on the text as it is now."""
    words = ("The text", *state.package.recommendations)
    return [(number, words[number], state.decision_on(number)) for number in state.to_decide]


def _act(ident: str, said: dict[str, str]) -> None:
    """Do what the form says. Raises TravauxError where it cannot be done."""
    try:
        deed = Deed(said["do"])
    except ValueError:
        raise UnknownEntry("The form does not say what is to be done.", remedy="Send it from its page.") from None
    who = acts.Actor(said["office"], said["person"], said["seen"])
    # The reason stands in the form of every decision; what is disapproved needs none.
    despite = said["despite"] if deed is not Deed.DISAPPROVE else ""
    words = acts.Said(words=said["words"], change=said["change"], text=said["text"], despite=despite)
    count = int(said["number"]) if said["number"].isdecimal() and len(said["number"]) <= DIGITS else 0
    to = said["as_document" if deed is Deed.SEND else "to"]
    act(ident, Wish(deed=deed, who=who, said=words, number=count, to=to))
