"""The pages for a keeper: who takes part with which role, level and lists, and who may see a document."""

from __future__ import annotations

import msgspec
from django.http import HttpResponse
from django.urls import reverse

from travaux.actions.mark import mark, mark_portion, take_back
from travaux.actions.people import enrol_office, enrol_person
from travaux.actions.permit import permit
from travaux.desk import convert, models, shelf
from travaux.desk.access.marking import LISTS, Level, Marking, read
from travaux.desk.access.portions import require_whole
from travaux.desk.access.viewer import Role
from travaux.desk.people.people import Told, offices, person, told
from travaux.desk.people.people import people as everybody
from travaux.desk.people.tables import Office
from travaux.errors import TravauxError, UnknownEntry
from travaux.findings import Citation
from travaux.record.document import Document
from travaux.record.quoted import found
from travaux.web.forms import See, given
from travaux.web.show import Request, show

_LONGEST = 2000


def people(request: Request) -> HttpResponse:
    permit("people")
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            _enrol(request)
            return See(reverse("people"))
        except (TravauxError, ValueError) as error:
            context["trouble"] = _said(error)
    chosen = request.GET.get("of", "")
    context |= {
        "people": [told(row) for row in everybody()],
        "offices": [(office, sorted(LISTS[name] for name in _kept(office))) for office in offices()],
        "chosen": told(person(chosen)) if chosen else None,
        "levels": tuple(Level),
        "roles": tuple(Role),
        "lists": tuple(LISTS.items()),
    }
    response = show(request, "people/people.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _enrol(request: Request) -> None:
    if request.POST.get("do") == "office":
        enrol_office(_given(request, "office"), party=_given(request, "party"), lists=request.POST.getlist("lists"))
        return
    enrol_person(
        Told(
            key=_given(request, "key").lower(),
            name=_given(request, "name"),
            level=_level(request),
            roles=frozenset(Role(each) for each in request.POST.getlist("roles")),
            lists=frozenset(request.POST.getlist("lists")),
            names=frozenset(_parted(_given(request, "names"))),
            offices=frozenset(request.POST.getlist("offices")),
            active=bool(request.POST.get("active")),
        ),
        password=request.POST.get("password", "")[:_LONGEST],
    )


def marking(request: Request, ident: str) -> HttpResponse:
    permit("mark")
    row = shelf.row(ident)
    require_whole(row)
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            _mark(request, row)
            return See(reverse("marking", args=[row.ident]))
        except (TravauxError, ValueError) as error:
            context["trouble"] = _said(error)
    document = convert.document(row)
    portions = models.Portion.objects.filter(document=row, taken_back_at=None).select_related("marking").order_by("id")
    context |= {
        "document": row,
        "marking": read(row.marking.tree) if row.marking else Marking(Level.TOP_SECRET, closed=True),
        "portions": [(each, read(each.marking.tree), _words(document, each)) for each in portions],
        "levels": tuple(Level),
        "lists": tuple(LISTS.items()),
    }
    response = show(request, "people/marking.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _mark(request: Request, row: models.Document) -> None:
    if number := request.POST.get("back", ""):
        take_back(int(number) if number.isdecimal() and len(number) < 10 else 0)
        return
    names = frozenset(_parted(_given(request, "eyes")))
    lists = frozenset(request.POST.getlist("lists")) & LISTS.keys()
    marked = Marking(_level(request), lists, names, bool(request.POST.get("closed")))
    if words := given(request, ("words",))["words"]:
        mark_portion(found(shelf.document(row.ident), words), marked)
    else:
        mark(row.ident, marked)


def _words(document: Document, each: models.Portion) -> str:
    return document.passage(Citation(document.id, each.start, each.end, each.note))


def _level(request: Request) -> Level:
    given = request.POST.get("level", "")
    if given not in {str(int(level)) for level in Level}:
        raise UnknownEntry("The form does not say which level.", remedy="Send it from its page.")
    return Level(int(given))


def _kept(office: Office) -> list[str]:
    return msgspec.json.decode(office.lists, type=list[str])


def _given(request: Request, name: str) -> str:
    return " ".join(request.POST.get(name, "").split())[:_LONGEST]


def _parted(names: str) -> list[str]:
    return [name.strip() for name in names.split(";") if name.strip()]


def _said(error: Exception) -> dict[str, str]:
    if isinstance(error, TravauxError):
        return {"message": error.message, "remedy": error.remedy}
    return {"message": f"{str(error).capitalize()}.", "remedy": ""}
