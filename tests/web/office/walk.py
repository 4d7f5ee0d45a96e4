"""Every address of the pages and every operation of the interface for programs, as a person may ask for it.

To add a page or an operation: a row under its name. `test_the_walk` fails for one that has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from tests.web.office.planted import EYES, INSIDE, LIMITED_ONE, SECRET

from travaux.exchange.formats import FORMATS, Matter
from travaux.web.api.api import ROOT, api

#: Documents and drafts, shown and hidden ones, and what is in neither. The ids of the file with planted words in its
#: name are asked for by their ends.
DOCUMENTS = (
    "accord/d1",
    "accord/d2",
    "accord/d45",
    "accord/d47",
    SECRET.id,
    LIMITED_ONE.id,
    EYES.id,
    INSIDE.id,
    "d46",
    "accord/d9",
)
DRAFTS = ("accord/d1/draft", f"{SECRET.id}/amended", f"{LIMITED_ONE.id}/draft", "accord/d9/draft", "accord/d47/draft")
#: What is searched: nothing that has a planted word in it, but what would find one.
SEARCHES = ("zq*", "ferr*", "telegram", "Article", "floor", "pier", "NEAR(floor ferry)", "a*", "words NOT ferry", "")
_PASSAGES = ((0, 20), (33, 119), (40, 400), (0, 100_000))


@dataclass(frozen=True)
class Asked:
    """A request: its method and its address, and what a form or a program sends along."""

    address: str
    method: str = "GET"
    sent: Any = field(default=None)
    json: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.address}"


def _get(page: str, /, *of: object, **asked: object) -> Asked:
    query = urlencode({key: value for key, value in asked.items() if value != ""}, doseq=True)
    return Asked(reverse(page, args=of) + (f"?{query}" if query else ""))


def _post(page: str, /, *of: object, **sent: object) -> Asked:
    return Asked(reverse(page, args=of), "POST", sent)


def _every(name: str, idents: tuple[str, ...]) -> Iterator[Asked]:
    return (_get(name, ident) for ident in idents)


def _overview() -> Iterator[Asked]:
    for kind, words in product(("", "drafts", "amending", "telegram"), ("", "ferry", "Vey", "z", "sealed")):
        yield _get("overview", kind=kind, words=words)


def _of_two(name: str, one: str, other: str, **more: object) -> Iterator[Asked]:
    yield _get(name)
    for before, after in product(DRAFTS, DRAFTS):
        yield _get(name, **{one: before, other: after}, **more)


def _origin() -> Iterator[Asked]:
    for ident, (start, end), note in product(DOCUMENTS, _PASSAGES, ("", "1", "2")):
        yield _get("origin", ident, start, end, note=note)


def _document() -> Iterator[Asked]:
    yield from _every("document", DOCUMENTS)
    for ident in DOCUMENTS:
        yield Asked(f"{reverse('document', args=[ident])}?from=0&to=60")


def _export() -> Iterator[Asked]:
    for form in FORMATS:
        held = DOCUMENTS if Matter.DOCUMENT in form.holds else DRAFTS
        for ident in held:
            yield _get("export", ident, **{"as": form.name})
        for draft, since in product(DRAFTS, DRAFTS):
            if Matter.REDLINE in form.holds:
                yield _get("export", draft, **{"as": form.name, "since": since})
                yield _get("export", draft, **{"as": form.name, "since": since, "outgoing": "1"})


def _deviations() -> Iterator[Asked]:
    yield from _of_two("deviations", "form", "draft")
    for form in ("markdown", "word", "pdf", "html"):
        for one, other in product(DRAFTS, DRAFTS):
            yield _get("deviations", form=one, draft=other, **{"as": form})
    for document in DOCUMENTS:
        for where in ("ferry", "Article 1"):
            sent = {"of": DRAFTS[0], "clause": "Article 1", "words": "W.", "kind": "conflict", "cites": document}
            address = reverse("deviations") + f"?form={DRAFTS[0]}&draft={DRAFTS[0]}"
            yield Asked(address, "POST", sent | {"where": where})
    yield Asked(reverse("deviations") + f"?form={DRAFTS[0]}&draft={DRAFTS[0]}", "POST", {"back": "1"})


def _table() -> Iterator[Asked]:
    yield _get("table")
    for one, other in product(DRAFTS, DRAFTS):
        yield _get("table", draft=[one, other])
        for form in ("markdown", "word", "html"):
            yield _get("table", draft=[one, other], **{"as": form})


def _sides() -> Iterator[Asked]:
    yield _get("sides_of")
    for parent, one, other in product(DRAFTS, repeat=3):
        yield _get("sides_of", parent=parent, one=one, other=other)


def _history() -> Iterator[Asked]:
    yield _get("history")
    for at, draft in product(("Article 1", "Article 2", "Article 9", "Preamble"), ("", *DRAFTS)):
        yield _get("history", at=at, draft=draft)


def _search() -> Iterator[Asked]:
    for typed, order in product(SEARCHES, ("", "date")):
        yield _get("search", q=typed, order=order)
    for typed in ("telegram", ""):
        yield _get("search", q=typed, kind="telegram")
        yield _get("search", q=typed, volume="accord")
        yield _get("search", q=typed, classification="secret")
        yield _get("search", q=typed, withheld="1")
        yield _get("search", q=typed, sender="z")
        yield _get("search", q=typed, actor="z")
        yield _get("search", q=typed, **{"from": "1961", "to": "1961"})


def _status() -> Iterator[Asked]:
    for asked in ({}, {"on": "1962-01-01"}, {"of": "ferry"}, {"of": "zq"}, {"told": "1"}, {"day": "9"}):
        yield _get("status", **asked)
    yield _get("status", notice="ferry|Ost", given="1962-01-01")


def _change() -> Iterator[Asked]:
    yield _get("change")
    yield from (_get("change", draft=draft) for draft in DRAFTS)


def _settle() -> Iterator[Asked]:
    yield _get("settle")
    for weight, document in product(("refused", "assumed", "note", "every"), ("", *DOCUMENTS)):
        yield _get("settle", weight=weight, document=document)
    yield _get("settle", weight="every", code="text-ambiguous")


def _passage() -> Iterator[Asked]:
    for ident, (start, end) in product(DOCUMENTS, _PASSAGES):
        yield _get("passage", ident, start, end)
        yield _get("passage", ident, start, end, reading="In Article 1, replace “a” with “b”", draft=DRAFTS[1])
        for verdict in ("confirmed", "rejected", "corrected", "taken-back", "preview"):
            sent = {"verdict": verdict, "reading": "In Article 1, replace “a” with “b”.", "draft": DRAFTS[2]}
            yield _post("passage", ident, start, end, **sent)


def _register() -> Iterator[Asked]:
    for name, kind in product(("", "anna", "z", "office"), ("", "person", "abbreviation")):
        yield _get("register", name=name, kind=kind)


def _people() -> Iterator[Asked]:
    yield _get("people")
    yield _get("people", of="ambassador")
    yield _post("people", do="person", key="new", name="New", level="0", roles="reader", active="1")


def _marking() -> Iterator[Asked]:
    yield from _every("marking", DOCUMENTS)
    for ident in DOCUMENTS:
        yield _post("marking", ident, words="ferry", level="0")
    yield _post("marking", "accord/d45", back="1")


def _precedents() -> Iterator[Asked]:
    for draft, clause in product(("", *DRAFTS), ("", "Article 1", "Article 9")):
        yield _get("precedents", draft=draft, at=clause)
    yield _get("precedents", words="The ferry runs twice a day.")


def _account() -> Iterator[Asked]:
    yield _get("account")
    yield _post("account", do="password", password="wrong", new="another long password")


def _take_in() -> Iterator[Asked]:
    yield _get("take_in")
    for draft in DRAFTS:
        yield _get("take_in", against=draft)
        yield _post("take_in", against=draft, by="Vey")


def _withholding() -> Iterator[Asked]:
    yield from (_get("withholding", document=ident) for ident in ("", *DOCUMENTS))
    ground = {"reason": "R.", "authority": "A.", "day": "1961-05-01", "kept_in": "internal"}
    for ident in DOCUMENTS:
        yield _post("withholding", document=ident, words="ferry", **ground)
        yield _post("withholding", document=ident, unit="document", **ground)
    yield _post("withholding", release="1", **ground)


def _positions() -> Iterator[Asked]:
    for asked in ({}, {"on": "1961-04-30"}, {"day": "19"}):
        yield _get("positions", **asked)


def _position_paper() -> Iterator[Asked]:
    for party, of in product(("", "Ost", "Vey"), ("", "runs")):
        yield _get("position_paper", party=party, issue=of, on="1961-05-01")
        for form in ("markdown", "word", "html", "pdf"):
            yield _get("position_paper", party=party, issue=of, **{"as": form})


def _issue() -> Iterator[Asked]:
    yield _get("issue", "runs")
    yield _get("issue", "nothing")
    for document in DOCUMENTS:
        sent = {"do": "enter", "actor": "Ost", "level": "preferred", "cites": document, "where": "ferry"}
        yield _post("issue", "runs", **sent)
        yield _post("issue", "runs", **(sent | {"do": "withdraw", "position": "open-1"}))


def _told() -> Iterator[Asked]:
    yield _get("told")
    for document in DOCUMENTS:
        yield _post("told", do="passage", issue="runs", document=document, start=0, end=30)
        for held in ("", "zq"):
            yield _post("told", do="dismiss", document=document, start=0, end=30, held=held)
    yield _post("told", do="no issue", name="Re draft treaty")
    yield from (_post("told", do="take back", key=key) for key in range(1, 12))
    yield _get("told", dismissed=1)


def _clearance() -> Iterator[Asked]:
    for office in ("", "Department", "Ferry Desk", "Nowhere"):
        yield _get("clearance", office=office)
    for subject in DRAFTS:
        sent = {"id": "new", "kind": "telegram", "route": "Department", "office": "Ferry Desk", "subject": subject}
        yield _post("clearance", **sent)


def _package() -> Iterator[Asked]:
    # The name of the package that is hidden is not to be told either: it is asked for only where it is.
    for office in ("", "Department", "Ferry Desk"):
        yield _get("package", "nothing", office=office)
        yield _post("package", "nothing", do="concur", office=office)


def _mandate() -> Iterator[Asked]:
    for on, confirmed in product(("", "1961-04-30", "1961-03-01"), ("", "yes")):
        yield _get("mandate", on=on, confirmed=confirmed)


def _check_authority() -> Iterator[Asked]:
    for draft, confirmed in product(("", *DRAFTS), ("", "yes")):
        sent = {"words": "Fares are high.", "article": "Article 1", "on": "1961-04-30"}
        yield _get("check_authority", draft=draft, confirmed=confirmed, **sent)


def _directives() -> Iterator[Asked]:
    yield from _every("directives", DOCUMENTS)
    for ident, verdict in product(DOCUMENTS, ("confirmed", "rejected", "")):
        yield _post("directives", ident, start=0, end=30, verdict=verdict)
        yield _post("directives", ident, recommendation="1", decided="approved")


def _terms() -> Iterator[Asked]:
    yield from (_get("terms", draft=draft) for draft in ("", *DRAFTS))
    yield from (_post("terms", draft=draft, term="0", verdict="confirmed") for draft in DRAFTS)


def _journal() -> Iterator[Asked]:
    for on in ("", "document", "source", "draft", "person", "package", *DOCUMENTS):
        yield _get("journal", on=on)
        yield _get("journal", on=on, sights="1")
    yield from (_post("journal", undo=number) for number in range(20))


def _take_edition() -> Iterator[Asked]:
    for to, form in product(("internal", "partner", "public"), ("json", "html", "markdown", "word", "text", "pdf")):
        yield _get("take_edition", **{"for": to, "as": form})


def _api() -> Iterator[Asked]:
    yield Asked(f"{ROOT}openapi.json")
    yield Asked(f"{ROOT}nowhere")
    for rows in OPERATIONS.values():
        yield from rows()


def _asked(path: str, **asked: object) -> Asked:
    return Asked(f"{ROOT}{path}" + (f"?{urlencode(asked)}" if asked else ""))


def _sent(path: str, said: dict[str, Any]) -> Asked:
    return Asked(f"{ROOT}{path}", "POST", said, json=True)


def _taken() -> Iterator[Asked]:
    for form in FORMATS:
        for ident in DOCUMENTS if Matter.DOCUMENT in form.holds else DRAFTS:
            yield _asked(f"exports/{ident}", form=form.name)
            yield _asked(f"exports/{ident}", form=form.name, since=DRAFTS[1])


def _checked() -> Iterator[Asked]:
    for on, at in product(("1961-06-01", "1962-06-01"), ("", "Article 1", "Article 2")):
        yield _asked("check", on=on, words="The ferry shall run every day.", at=at)


def _decisions() -> Iterator[Asked]:
    for ident, (start, end) in product(DOCUMENTS, _PASSAGES):
        sent = {"at": {"document": ident, "start": start, "end": end}, "verdict": "rejected"}
        yield _sent("decisions", sent)


def _sources() -> Iterator[dict[str, Any]]:
    for ident in DOCUMENTS:
        yield {"document": ident, "start": 0, "end": 30}
        yield {"document": ident, "words": "ferry"}


def _entered() -> Iterator[Asked]:
    for at, number in product(_sources(), (0, 1, 9)):
        held = {"issue": "runs", "actor": "Ost", "level": "preferred", "at": at, "instead_of": number}
        yield _sent("positions", held)


def _dismissed() -> Iterator[Asked]:
    for ident, (start, end), issue in product(DOCUMENTS, _PASSAGES, ("", "re draft treaty")):
        yield _sent("told/dismissals", {"at": {"document": ident, "start": start, "end": end}, "issue": issue})


def _directed() -> Iterator[Asked]:
    for ident, (start, end), verdict in product(DOCUMENTS, _PASSAGES, ("confirmed", "corrected", None)):
        at = {"document": ident, "start": start, "end": end}
        yield _sent("directives", {"at": at, "verdict": verdict, "act": "seek" if verdict == "corrected" else None})


def _opened() -> Iterator[Asked]:
    for subject in (*DOCUMENTS, *DRAFTS):
        sent = {"id": "new", "kind": "draft", "route": "Department", "drafter": "Department", "subject": subject}
        yield _sent("packages", sent)


def _acts() -> Iterator[Asked]:
    for ident, office in product(("one", "zq"), ("", "LA")):
        sent = {"do": "remind", "office": office, "to": "LA"}
        yield _sent(f"packages/{ident}/acts", sent)


#: The requests for each page, by its name in web/urls.py.
PAGES = {
    "overview": _overview,
    "origin": _origin,
    "document": _document,
    "outline": lambda: _every("outline", (*DOCUMENTS, *DRAFTS)),
    "draft": lambda: _every("draft", DRAFTS),
    "alternat": lambda: (_get("alternat", draft=draft) for draft in ("", *DRAFTS)),
    "deviations": _deviations,
    "languages": lambda: _of_two("languages", "one", "other"),
    "lint": lambda: (_get("lint", draft=draft, other=other) for draft, other in product(("", *DRAFTS), ("", *DRAFTS))),
    "export": _export,
    "sides_of": _sides,
    "table": _table,
    "brackets": lambda: _every("brackets", DRAFTS),
    "take_in": _take_in,
    "journal": _journal,
    "precedents": _precedents,
    "held_against": lambda: (_get("held_against", draft=draft) for draft in ("", *DRAFTS)),
    "related": lambda: iter((_get("related"),)),
    "positions": _positions,
    "mandate": _mandate,
    "check_authority": _check_authority,
    "directives": _directives,
    "terms": _terms,
    "position_paper": _position_paper,
    "issue": _issue,
    "told": _told,
    "threads": lambda: iter((_get("threads"), _get("threads", page=2))),
    "clearance": _clearance,
    "package": _package,
    "withholding": _withholding,
    "take_edition": _take_edition,
    "compare": lambda: _of_two("compare", "before", "after"),
    "history": _history,
    "search": _search,
    "change": _change,
    "status": _status,
    "settle": _settle,
    "passage": _passage,
    "register": _register,
    "entry": lambda: (_get("entry", key) for key in range(1, 6)),
    "people": _people,
    "marking": _marking,
    "login": lambda: iter((_get("login"), _get("login", next="/search?q=zq"))),
    "logout": lambda: iter((_get("logout"),)),
    "account": _account,
    "health": lambda: iter((_get("health"),)),
    "metrics": lambda: iter((_get("metrics"),)),
    "api": _api,
}
#: The requests for each operation of the interface for programs, by its id.
OPERATIONS = {
    "documents": lambda: iter((_asked("documents"), _asked("documents", kind="telegram", limit=1))),
    "document": lambda: (_asked(f"documents/{ident}") for ident in DOCUMENTS),
    "drafts": lambda: iter((_asked("drafts"), _asked("drafts", limit=1))),
    "draft": lambda: (_asked(f"drafts/{ident}") for ident in DRAFTS),
    "instructions": lambda: (_asked("instructions", document=ident) for ident in ("", *DOCUMENTS)),
    "findings": lambda: (_asked("findings", document=ident) for ident in ("", *DOCUMENTS)),
    "search": lambda: (_asked("search", q=typed) for typed in SEARCHES),
    "status": lambda: iter((_asked("status", on="1962-01-01"), _asked("status", on="1962-01-01", of="zq"))),
    "issues": lambda: (_asked("issues", on=on) for on in ("1961-06-01", "1962-06-01")),
    "mandate": lambda: iter((_asked("mandate", on="1962-06-01"), _asked("mandate", on="1962-06-01", issue="zq"))),
    "check": _checked,
    "packages": lambda: (_asked("packages", office=office) for office in ("", "Department", "Ferry Desk")),
    "add_issue": lambda: iter((_sent("issues", {"name": "Number of runs"}), _sent("issues", {"name": "Piers"}))),
    "positions": lambda: (_asked("positions", issue=issue) for issue in ("", "runs", "zq")),
    "enter_position": _entered,
    "withdraw": lambda: (_sent("positions/withdrawals", {"position": "open-1", "at": at}) for at in _sources()),
    "settle": lambda: (
        _sent("positions/settlements", {"issue": "runs", "standing": "open", "according_to": "Vey", "at": at})
        for at in _sources()
    ),
    "confirm_passage": lambda: (_sent("positions/passages", {"issue": "runs", "at": at}) for at in _sources()),
    "take_back": lambda: (_sent("positions/taken-back", {"entry": number}) for number in range(1, 15)),
    "told_positions": lambda: iter((_asked("told/positions"), _asked("told/positions", limit=1))),
    "told_passages": lambda: iter((_asked("told/passages"),)),
    "told_findings": lambda: iter((_asked("told/findings"),)),
    "dismissals": lambda: iter((_asked("told/dismissals"),)),
    "decisions_told": lambda: iter((_asked("requests/decisions/told"),)),
    "dismiss": _dismissed,
    "position_paper": lambda: (
        _asked("position-paper", on="1961-05-01", party=party, issue=issue)
        for party, issue in product(("", "Ost", "Vey"), ("", "runs"))
    ),
    "position_paper_file": lambda: (
        _asked("position-paper/file", on="1961-05-01", party=party, form=form)
        for party, form in product(("", "Vey"), ("markdown", "word", "html", "pdf", "text"))
    ),
    "directives": lambda: (_asked(f"directives/{ident}") for ident in DOCUMENTS),
    "direct": _directed,
    "requests": lambda: iter((_asked("requests"),)),
    "authorize": lambda: (
        _sent("requests/decisions", {"document": ident, "number": "1", "decided": "approved"}) for ident in DOCUMENTS
    ),
    "references": lambda: (_asked(f"references/{ident}") for ident in DOCUMENTS),
    "register": lambda: (_asked("register", name=name) for name in ("", "anna", "z", "office")),
    "entry": lambda: (_asked(f"register/{key}") for key in range(1, 6)),
    "threads": lambda: iter(
        (
            _asked("threads"),
            _asked("threads", unanswered=True),
            *(_asked("threads", document=ident) for ident in DOCUMENTS),
        )
    ),
    "open_package": _opened,
    "package": lambda: (_asked(f"packages/{ident}") for ident in ("one", "zq")),
    "export": _taken,
    "decide": _decisions,
    "clear": _acts,
}


def operations() -> set[str]:
    """The ids of all operations that there are."""
    paths = api.get_openapi_schema(path_prefix=ROOT)["paths"]
    return {operation["operationId"] for methods in paths.values() for operation in methods.values()}
