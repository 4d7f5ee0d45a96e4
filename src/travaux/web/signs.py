"""Looks at what is asked and sent for the sign NUL, which no name and no word of a file has, before anything is done.

It ends a string in some databases, which then refuse what was asked, or to keep it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.module_loading import import_string

from travaux.web import troubles

_NUL = "\0"
#: How JSON writes it; by itself it may not stand there.
_IN_JSON = b"\\u0000"
#: What stands for a sign that cannot be read.
_UNREADABLE = "\ufffd"


class Signs:
    """Refuses a name with that sign in an address, and a program that asks or sends it. In the fields of a page and of
    a form, what stands for a sign that cannot be read comes in its place."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        of_program = _of_program(request)
        if _NUL in request.path_info or (of_program and _NUL in "".join(_words(request.GET))):
            return _refused(request, of_program)
        request.GET = _readable(request.GET)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        """Read what is sent, which those before have let pass, and with the limits that it has."""
        if _of_program(request):
            return _refused(request, True) if _IN_JSON in request.body else None
        if request.method == "POST":
            request.POST = _readable(request.POST)  # type: ignore[assignment]
        return None


def _of_program(request: HttpRequest) -> bool:
    return request.path_info.startswith(troubles.PROGRAMS)


def _words(fields: QueryDict) -> list[str]:
    return [word for name, values in fields.lists() for word in (name, *values)]


def _readable(fields: QueryDict) -> QueryDict:
    """The fields with no such sign in their values."""
    if _NUL not in "".join(_words(fields)):
        return fields
    readable = fields.copy()
    for name, values in fields.lists():
        readable.setlist(name, [value.replace(_NUL, _UNREADABLE) for value in values])
    return readable


def _refused(request: HttpRequest, of_program: bool) -> HttpResponse:
    if not of_program:
        return troubles.bad_request(request, ValueError("NUL"))
    problem: Callable[..., HttpResponse] = import_string("travaux.web.api.api.problem")
    return problem(400, "What was asked or sent holds a sign that nothing has.", "Leave the sign NUL out.")
