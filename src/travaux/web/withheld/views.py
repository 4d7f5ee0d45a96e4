"""The page of what is withheld: the marks and their releases, the forms that make them, and editions to take away."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from travaux.actions.edition_volume import edition_volume
from travaux.actions.withhold import Ground, release, withhold
from travaux.desk import convert, marks, models, shelf, withheld
from travaux.errors import TravauxError, UnknownDocument, UnknownEntry
from travaux.exchange.formats import Matter, format_named, holding
from travaux.record.quoted import found
from travaux.release.mark import KEPT_IN, Edition, Mark, Release, Unit
from travaux.web.asked import DIGITS, day_in, day_named
from travaux.web.forms import See, given
from travaux.web.show import Request, show

_FIELDS = ("document", "words", "reason", "authority", "day", "kept_in", "unit", "release")
#: So much of a passage is shown in the list.
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Shown:
    """A mark with the words that it is on, and its release."""

    mark: Mark
    title: str
    words: str
    release: Release | None


def withholding(request: Request) -> HttpResponse:
    """Lists the marks; a form that is sent makes one, or releases one."""
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            return See(_take(request))
        except TravauxError as error:
            context = {"trouble": error, "given": request.POST}
    totals = withheld.withheld()
    context |= {
        "shown": tuple(_shown()),
        "document": request.GET.get("document", ""),
        "documents": shelf.rows()[:_MOST] if shelf.rows().count() <= _MOST else (),
        "record": withheld.in_all(totals),
        "editions": tuple(Edition),
        "formats": holding(Matter.TABLE),
        "today": datetime.date.today(),
    }
    response = show(request, "withheld/page.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


#: A longer list of documents is no help; their ids are typed then.
_MOST = 200


def take_edition(request: Request) -> HttpResponse:
    """The documents as an edition has them, `for` whom, `as` a format, `on` a day (else today)."""
    asked = request.GET
    to, on = _edition(asked.get("for", "")), day_named(request, "on") or datetime.date.today()
    form = None if asked.get("as") == "json" else format_named(asked.get("as", ""))
    content = edition_volume(to, on=on, title=f"{to.value.capitalize()} edition", form=form)
    media, ending = (form.media_type, form.ending) if form else ("application/json", ".json")
    answer = HttpResponse(content, content_type=media)
    answer.headers["Content-Disposition"] = f'attachment; filename="{to}-edition{ending}"'
    return answer


def _edition(name: str) -> Edition:
    try:
        return Edition(name)
    except ValueError:
        raise UnknownEntry(f"There is no {name} edition.", remedy=f"Say one of: {', '.join(Edition)}.") from None


def _take(request: Request) -> str:
    """Do what the form says; where to go then. Raises TravauxError where it cannot be done."""
    said = given(request, _FIELDS)
    day = day_in(said["day"]) or datetime.date.today()
    if said["release"]:
        if not said["release"].isdecimal() or len(said["release"]) > DIGITS:
            raise UnknownEntry("The form does not say which mark.", remedy="Send it from its page.")
        release(int(said["release"]), authority=said["authority"], date=day)
        return reverse("withholding")
    ground = Ground(
        reason=said["reason"],
        authority=said["authority"],
        date=day,
        kept_in=KEPT_IN.get(said["kept_in"], Edition.INTERNAL),
    )
    document = shelf.document(said["document"])
    if said["unit"] == Unit.DOCUMENT:
        withhold(document.cite(0, len(document.text)), ground, unit=Unit.DOCUMENT)
    else:
        unit = Unit.NAME if said["unit"] == Unit.NAME else Unit.LINES
        withhold(found(document, said["words"]), ground, unit=unit)
    return f"{reverse('withholding')}?{urlencode({'document': document.id})}"


def _shown() -> list[Shown]:
    every = marks.marks()
    idents = {mark.at.document for mark, _ in every}
    rows = {row.ident: row for row in models.Document.objects.filter(ident__in=idents)}
    return [_one(mark, rows[mark.at.document], of) for mark, of in every if mark.at.document in rows]


def _one(mark: Mark, row: models.Document, of: Release | None) -> Shown:
    if mark.unit is Unit.DOCUMENT:
        return Shown(mark, row.title, "", of)
    try:
        words = convert.document(row).passage(mark.at)
    except UnknownDocument:
        words = ""
    return Shown(mark, row.title, words[:_LONGEST] + ("…" if len(words) > _LONGEST else ""), of)
