"""Lets in who has logged in, and has the file asked by them: whatever answers a request sees what they may see."""

from __future__ import annotations

from collections.abc import Callable
from hmac import compare_digest
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control

from travaux.actions.note_looks import note_looks
from travaux.desk.access.looked_at import Recently, noting
from travaux.desk.access.viewer import NOBODY, Viewer, viewing
from travaux.desk.people.people import viewer
from travaux.desk.people.tables import Person
from travaux.web.office.seen import look_at

#: Where a session says who it is of, and since which password.
PERSON, STAMP = "person", "stamp"
#: What anybody may ask for: the page to log in, and whether the server lives. Programs show a token of their own.
_OPEN = ("login", "health", "metrics")
_PROGRAMS = "/api/"


class Door:
    """Every request passes it; without a session it leads to the page to log in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._recently = Recently()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        who = _who(request)
        request.viewer = who  # type: ignore[attr-defined]
        if who is None and not _is_open(request.path_info):
            return _to_log_in(request)
        with viewing(who or NOBODY), noting() as seen:
            response = self.get_response(request)
            look_at(response)
        # Without the journal telling of it, nothing of a high level is shown.
        page = request.resolver_match.url_name or "" if request.resolver_match else ""
        if looks := self._recently.fresh(seen, page):
            note_looks(looks, page)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response


def _who(request: HttpRequest) -> Viewer | None:
    """Whose session it is, as long as they are active and have the password that they logged in by."""
    key, stamp = request.session.get(PERSON), request.session.get(STAMP)
    row = Person.objects.filter(key=key, active=True).first() if key else None
    if row is None or not compare_digest(str(stamp), row.stamp):
        return None
    return viewer(row)


def _is_open(path: str) -> bool:
    return path in {reverse(name) for name in _OPEN} or path.startswith(_PROGRAMS)


def _to_log_in(request: HttpRequest) -> HttpResponseBase:
    """The page to log in, which leads back to a page that was only asked for."""
    asked = {"next": request.get_full_path()} if request.method == "GET" and request.path_info != "/" else {}
    address = reverse("login") + (f"?{urlencode(asked)}" if asked else "")
    response = HttpResponseRedirect(address)
    if request.headers.get("HX-Request"):
        # A panel is no place for the form: the whole page goes there.
        response = HttpResponseRedirect(address, status=204)
        response["HX-Redirect"] = reverse("login")
    patch_cache_control(response, private=True, no_store=True)
    return response
