"""The addresses of the pages. Ids hold slashes ('frus1958-60v18/d28'), so the longer address comes first."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from travaux.web import troubles
from travaux.web.compare.views import compare
from travaux.web.document.views import document
from travaux.web.draft.views import draft
from travaux.web.history.views import history
from travaux.web.origin.views import origin
from travaux.web.overview.views import overview
from travaux.web.register.views import entry, register
from travaux.web.search.views import search
from travaux.web.settle.passage import passage
from travaux.web.settle.views import settle


def _page(route: str, view: troubles.View) -> URLPattern:
    return path(route, troubles.explained(require_safe(view)), name=view.__name__)


def _form(route: str, view: troubles.View) -> URLPattern:
    return path(route, troubles.explained(require_http_methods(["GET", "HEAD", "POST"])(view)), name=view.__name__)


urlpatterns = [
    _page("", overview),
    _page("origin/<path:ident>/<int:start>-<int:end>", origin),
    _page("documents/<path:ident>", document),
    _page("drafts/<path:ident>", draft),
    _page("compare", compare),
    _page("history", history),
    _page("search", search),
    _page("settle", settle),
    _form("settle/<path:ident>/<int:start>-<int:end>", passage),
    _page("register", register),
    _page("register/<int:key>", entry),
]

handler400 = troubles.bad_request
handler404 = troubles.not_found
handler500 = troubles.server_error
