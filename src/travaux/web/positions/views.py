"""The page of the matrix, issue by actor on a day; that of one issue; and the position paper."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from travaux.actions.take_positions import (
    From,
    Holding,
    Outcome,
    enter_position,
    settle_issue,
    take_back_entry,
    withdraw_position,
)
from travaux.desk import positions as kept
from travaux.desk.bindings import bindings
from travaux.desk.position_papers import on_table, sheet, wordings
from travaux.errors import TravauxError, UnknownEntry
from travaux.exchange.export import export
from travaux.exchange.formats import Matter, format_named, holding
from travaux.mandate.issue import Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.matrix import days, matrix, moves, state
from travaux.mandate.position import Level, Position, actor
from travaux.web.asked import DIGITS, day_named, number
from travaux.web.forms import See, given
from travaux.web.positions.paper import paper_of
from travaux.web.show import Request, show


def positions(request: Request) -> HttpResponse:
    register = kept.register()
    first, last = _bounds(register)
    day = _day(request, first, last)
    context = {
        "register": register,
        "day": day,
        "first": first,
        "last": last,
        "days": (last - first).days,
        "place": (day - first).days,
        "matrix": matrix(register, day),
        "moves": [(move, register.by_id[move.issue]) for move in reversed(moves(register))],
        "parties": tuple(dict.fromkeys(each.party for each in register.actors)),
        "ours": register.ours,
        "formats": holding(Matter.TABLE),
    }
    return show(request, "positions/page.html", context, panel="positions/panel.html")


def _bounds(register: IssueRegister) -> tuple[datetime.date, datetime.date]:
    """The first and the last day on which anything changes."""
    found = days(register) or (datetime.date.today(),)
    return found[0], found[-1]


def _day(request: Request, first: datetime.date, last: datetime.date) -> datetime.date:
    """The day asked for: by the slider as days after the first, else as a date, else the last on which it changed."""
    after = number(request, "day")
    if after is not None and after < 1_000_000:
        return first + datetime.timedelta(days=after)
    return day_named(request, "on") or last


@dataclass(frozen=True, slots=True)
class Held:
    """A position over time: with the number by which it is taken back, where it was entered by itself."""

    position: Position
    key: int
    stands: bool
    withdrawn: datetime.date | None = None


def issue(request: Request, ident: str) -> HttpResponse:
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            _take(request, ident)
            return See(reverse("issue", args=[ident]))
        except (TravauxError, ValueError) as error:
            context = {"trouble": error, "given": request.POST}
    entries = kept.kept()
    register = kept.register(entries)
    if ident not in register.by_id:
        raise UnknownEntry(f"There is no issue {ident}.", remedy=f"There are: {', '.join(register.by_id) or 'none'}.")
    one = register.by_id[ident]
    day = day_named(request, "on") or _bounds(register)[1]
    context |= {
        "issue": one,
        "above": [register.by_id[each] for each in register.above(ident)],
        "below": [each for each in register.issues if each.parent == ident],
        "day": day,
        "state": state(register, ident, day),
        "held": _held(register, entries, ident, day),
        "settlements": [each for each in register.settlements if each.issue == ident],
        "moves": moves(register, ident),
        "passages": [each for each in register.passages if each.issue == ident],
        "wordings": wordings(one, on_table(day)),
        "bindings": bindings(one, on=day),
        "levels": list(Level),
        "standings": list(Standing),
        "actors": register.actors,
    }
    response = show(request, "positions/issue.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _held(register: IssueRegister, entries: tuple[kept.Kept, ...], ident: str, day: datetime.date) -> list[Held]:
    keys = {each.entry: each.key for each in entries if isinstance(each.entry, Position) and not each.register}
    gone = {each.position: each.date for each in register.withdrawals}
    standing = {
        one for row in matrix(register, day).rows if row.issue.id == ident for cell in row.cells for one in cell
    }
    own = sorted((one for one in register.positions if one.issue == ident), key=lambda one: one.date)
    return [Held(one, keys.get(one, 0), one in standing, gone.get(one.id)) for one in own]


_FIELDS = ("do", "actor", "level", "standing", "cites", "where", "wording", "condition", "date", "key", "position")


def _take(request: Request, ident: str) -> None:
    """Do what the form says. Raises TravauxError or ValueError where it cannot be done."""
    said = given(request, _FIELDS)
    source = From(said["cites"], said["where"])
    date = datetime.date.fromisoformat(said["date"]) if said["date"] else None
    if said["do"] == "take back" and said["key"].isdecimal() and len(said["key"]) <= DIGITS:
        take_back_entry(int(said["key"]))
    elif said["do"] == "withdraw":
        withdraw_position(said["position"], source, date=date)
    elif said["do"] == "settle":
        outcome = Outcome(
            issue=ident,
            standing=Standing(said["standing"]),
            according_to=actor(said["actor"]),
            date=date,
            wording=said["wording"],
        )
        settle_issue(outcome, source)
    elif said["do"] == "enter":
        found = Holding(
            issue=ident,
            actor=actor(said["actor"]),
            level=Level(said["level"]),
            date=date,
            wording=said["wording"],
            condition=said["condition"],
        )
        enter_position(found, source)
    else:
        raise UnknownEntry("The form does not say what is to be done.", remedy="Send it from its page.")


def position_paper(request: Request) -> HttpResponse:
    register = kept.register()
    day = day_named(request, "on") or _bounds(register)[1]
    party, of = request.GET.get("party", ""), request.GET.get("issue", "")
    told, draft, trouble = paper_of(party, day, of)
    if request.GET.get("as"):
        form = format_named(request.GET["as"])
        answer = HttpResponse(export(sheet(told, draft), to=form), content_type=form.media_type)
        answer["Content-Disposition"] = f'attachment; filename="position-paper{form.ending}"'
        return answer
    context = {"paper": told, "draft": draft, "of": of, "formats": holding(Matter.TABLE), "trouble": trouble}
    return show(request, "positions/paper.html", context)
