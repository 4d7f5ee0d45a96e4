"""Looks at addresses for the sign NUL, which no name and no word of a file has, before anything is looked for.

It ends a string in some databases, which then refuse what was asked."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.module_loading import import_string

from travaux.web import troubles

_NUL, _QUOTED = "\0", "%00"
#: What stands for a sign that cannot be read, U+FFFD.
_UNREADABLE = "%EF%BF%BD"


class Signs:
    """Refuses an address with that sign; what a page is asked with it is as good as not asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = request.META.get("QUERY_STRING", "")
        of_program = request.path_info.startswith(troubles.PROGRAMS)
        if _NUL in request.path_info or (of_program and _QUOTED in asked):
            return _refused(request, of_program)
        request.META["QUERY_STRING"] = asked.replace(_QUOTED, _UNREADABLE)
        return self.get_response(request)


def _refused(request: HttpRequest, of_program: bool) -> HttpResponse:
    if not of_program:
        return troubles.bad_request(request, ValueError(_QUOTED))
    problem: Callable[..., HttpResponse] = import_string("travaux.web.api.api.problem")
    return problem(400, "The address holds a sign that nothing has.", "Leave the sign NUL out.")
