"""The addresses of the pages. Ids hold slashes ('frus1958-60v18/d28'), so the longer address comes first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from travaux.desk import shelf
from travaux.web import troubles


def _page(route: str, room: str, *, form: bool = False, drafts: bool = True) -> URLPattern:
    """A page by the room that makes it. The room is loaded when the page is first asked for: some bring the grammars
    along, and the first page should not wait for them.

    A page of `drafts` needs them, or what became of them: as long as they are not followed, another stands there."""
    name = room.rpartition(".")[2]

    def shown(request: HttpRequest, **of: object) -> HttpResponse:
        put_off = drafts and shelf.unfinished()
        view: troubles.View = import_string(f"travaux.web.{'following.views.following' if put_off else room}")
        return view(request) if put_off else view(request, **of)

    allowed = require_http_methods(["GET", "HEAD", "POST"])(shown) if form else require_safe(shown)
    return path(route, troubles.explained(allowed), name=name)


def _programs(route: str, room: str) -> URLPattern:
    """What programs ask, by the room that answers: no page explains its errors, and its own form of them does."""

    def answered(request: HttpRequest, **of: object) -> HttpResponse:
        view: troubles.View = import_string(f"travaux.web.{room}")
        return view(request, **of)

    return path(route, csrf_exempt(answered), name="api")


urlpatterns = [
    _page("", "overview.views.overview"),
    _page("origin/<path:ident>/<int:start>-<int:end>", "origin.views.origin", drafts=False),
    _page("documents/<path:ident>", "document.views.document", drafts=False),
    _page("outline/<path:ident>", "outline.views.outline"),
    _page("drafts/<path:ident>", "draft.views.draft"),
    _page("brackets/<path:ident>", "brackets.views.brackets"),
    _page("compare/alternat", "alternat.views.alternat"),
    _page("compare/deviations", "deviations.views.deviations", form=True),
    _page("compare/languages", "concordance.views.languages"),
    _page("compare/lint", "lint.views.lint"),
    _page("export/<path:ident>", "draft.files.export"),
    _page("compare/sides", "sides.views.sides_of"),
    _page("compare/table", "table.views.table"),
    _page("import", "take_in.views.take_in", form=True),
    _page("compare", "compare.views.compare"),
    _page("journal", "journal.views.journal", form=True, drafts=False),
    _page("history", "history.views.history"),
    _page("precedents", "precedents.views.precedents"),
    _page("precedents/draft", "precedents.views.held_against"),
    _page("precedents/families", "precedents.views.related"),
    _page("search", "search.views.search", drafts=False),
    _page("status/change", "status.change.change"),
    _page("status/terms", "status.terms.terms", form=True),
    _page("status", "status.views.status"),
    _page("settle", "settle.views.settle"),
    _page("settle/<path:ident>/<int:start>-<int:end>", "settle.passage.passage", form=True),
    _page("positions", "positions.views.positions", drafts=False),
    _page("positions/paper", "positions.views.position_paper"),
    _page("positions/told", "positions.told.told", form=True, drafts=False),
    _page("positions/issues/<path:ident>", "positions.views.issue", form=True),
    _page("threads", "threads.views.threads", drafts=False),
    _page("clearance", "clearance.views.clearance", form=True),
    _page("clearance/<path:ident>", "clearance.views.package", form=True),
    _page("mandate/check", "mandate.check.check_authority"),
    _page("mandate", "mandate.sheet.mandate"),
    _page("directives/<path:ident>", "mandate.directives.directives", form=True, drafts=False),
    _page("register", "register.views.register", drafts=False),
    _page("register/<int:key>", "register.views.entry", drafts=False),
    _page("withheld", "withheld.views.withholding", form=True, drafts=False),
    _page("withheld/edition", "withheld.views.take_edition", drafts=False),
    _page("people", "people.keeping.people", form=True, drafts=False),
    _page("marking/<path:ident>", "people.keeping.marking", form=True, drafts=False),
    _page("login", "people.entering.login", form=True, drafts=False),
    _page("logout", "people.entering.logout", form=True, drafts=False),
    _page("account", "people.entering.account", form=True, drafts=False),
    _page("health", "office.health.health", drafts=False),
    _page("metrics", "office.health.metrics", drafts=False),
    _programs("api/v1/<path:rest>", "api.entry.entry"),
]

handler400 = troubles.bad_request
handler404 = troubles.not_found
handler500 = troubles.server_error
