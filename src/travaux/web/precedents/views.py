"""The pages of a library of agreements: precedents of a clause, a draft against all of it, families."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from travaux.actions.find_precedents import library_index
from travaux.actions.library import file_path
from travaux.actions.library import library as library_of
from travaux.actions.standings import standings
from travaux.desk import shelf
from travaux.desk.search import first_day, last_day
from travaux.errors import TravauxError
from travaux.precedent.clause import Agreement
from travaux.precedent.descent import descent
from travaux.precedent.families import families, standards
from travaux.precedent.follows import LOOKED_AT, Followed, follows
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.pairs import kept, pairs
from travaux.precedent.precedents import TOLD
from travaux.precedent.precedents import precedents as precedents_of
from travaux.precedent.search import search
from travaux.text.draft import Draft
from travaux.text.locate import locate
from travaux.text.parse import parse
from travaux.text.spot import provision_at
from travaux.web.show import Request, show

#: The pairs of a library with more clauses are not reckoned while a page waits.
_SMALL = 4_000
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The share of a clause's words that stand in an agreement; `depth` is it in tenths, for the tint."""

    taken: float

    @property
    def depth(self) -> int:
        return round(self.taken * 10)

    @property
    def percent(self) -> int:
        return round(self.taken * 100)


def precedents(request: Request) -> HttpResponse:
    """Precedents of a clause of a draft, or of words; and the words as they stand in any clause."""
    index = _index()
    drafts = list(shelf.drafts())
    given = {name: request.GET.get(name, "").strip() for name in _FIELDS}
    context: dict[str, object] = {**given, "of_library": "clause", "drafts": drafts, "index": index}
    try:
        text, asked = _asked(given)
        if asked:
            context |= {"asked": asked, **_found(index, asked, given, text)}
    except TravauxError as error:
        context["trouble"] = error
    response = show(request, "precedents/page.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def held_against(request: Request) -> HttpResponse:
    """A draft held against the whole library, as a heat map and a table."""
    index = _index()
    chosen = request.GET.get("draft", "")
    context: dict[str, object] = {"of_library": "draft", "drafts": list(shelf.drafts()), "index": index}
    if chosen:
        text = shelf.draft(chosen)
        held = follows(index, text, narrow=Narrow(besides=text.at.document))
        rows = [(each, _cells(each, [source.agreement.id for source in held.sources])) for each in held.clauses]
        known = _standings([source.agreement for source in held.sources])
        sources = [(source, known.get(source.agreement.id)) for source in held.sources]
        context |= {"draft": text, "held": held, "rows": rows, "sources": sources}
    return show(request, "precedents/draft.html", context)


def related(request: Request) -> HttpResponse:
    """Standard clauses with their variants, and families of agreements."""
    index = _index()
    alike = kept(index.folder)
    if alike is None and index.count <= _SMALL:
        alike = pairs(index.folder)
    context: dict[str, object] = {"of_library": "families", "index": index, "reckoned": alike is not None}
    if alike is not None:
        context |= {"standards": standards(index, alike), "families": families(index, alike)}
    return show(request, "precedents/families.html", context)


_FIELDS = ("words", "draft", "at", "party", "since", "until", "kind", "how")


def _index() -> Index:
    return library_index(library_of(beside=file_path()))


def _asked(given: dict[str, str]) -> tuple[Draft | None, str]:
    """The words asked for: those of a provision of a draft, or those typed."""
    if given["words"] or not given["draft"]:
        return None, given["words"][:_LONGEST]
    text = shelf.draft(given["draft"])
    if not given["at"]:
        return text, ""
    return text, provision_at(text, locate(text, parse(given["at"])).path).wording


def _found(index: Index, asked: str, given: dict[str, str], text: Draft | None) -> dict[str, object]:
    narrow = Narrow(
        party=given["party"],
        since=first_day(given["since"]),
        until=last_day(given["until"]),
        kind=given["kind"],
        besides=text.at.document if text else "",
    )
    if given["how"] in ("verbatim", "tolerant"):
        found = search(index, asked, tolerant=given["how"] == "tolerant", narrow=narrow, most=TOLD)
        known = _standings([each.agreement for each in found])
        told = [
            (each, each.clause.words[: each.start], each.clause.words[each.end :], known.get(each.agreement.id))
            for each in found
        ]
        return {"passages": told, "searched": True}
    result = precedents_of(index, asked, narrow=narrow, least=LOOKED_AT)
    known = _standings([each.agreement for each in result.found])
    shown = [(each, each.redline(asked), known.get(each.agreement.id)) for each in result.found]
    line = descent(asked, result.found, before=text.date if text else None)
    return {"found": shown, "earliest": result.earliest, "line": line, "searched": True}


def _standings(agreements: Sequence[Agreement]) -> Mapping[str, str]:
    """How agreements stand today by the register of the file."""
    return standings(agreements, date=datetime.date.today())


def _cells(followed: Followed, ids: list[str]) -> list[Cell]:
    return [Cell(followed.taken.get(id, 0.0)) for id in ids]
