"""Errors as pages: what is wrong in one line, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string

from travaux.errors import NotPermitted, TravauxError, UnknownDocument, UnknownEntry, UnknownProvision

View = Callable[..., HttpResponse]

#: Where programs ask, and read no pages.
PROGRAMS = "/api/"


def explained(view: View) -> View:
    """The view, with a page for every error that it raises."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (UnknownDocument, UnknownEntry, UnknownProvision) as error:
            return _page(request, 404, error.message, error.remedy)
        except NotPermitted as error:
            return _page(request, 403, error.message, error.remedy)
        except TravauxError as error:
            return _page(request, 400, error.message, error.remedy)

    return answer


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return _page(request, 413, str(exception), "Send it without its pictures, or as plain words.")
    return _page(request, 400, "This address cannot be read.", "Go to the overview and start from there.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith(PROGRAMS):
        problem: View = import_string("travaux.web.api.api.problem")
        return problem(404, "There is no such operation.", "They are listed at /api/v1/openapi.json.")
    return _page(request, 404, "There is no such page.", "Go to the overview and start from there.")


def foreign_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was sent does not come from a page of this program, or from one of an earlier start of it."""
    return _page(request, 403, "This was not sent from a page of this file.", "Open the page again, and send it there.")


def server_error(request: HttpRequest) -> HttpResponse:
    remedy = (
        "The file is unharmed: a change is stored whole or not at all. The terminal that serves it shows the cause."
    )
    return _page(request, 500, "The page could not be made.", remedy)


def _page(request: HttpRequest, status: int, message: str, remedy: str) -> HttpResponse:
    return render(request, "trouble.html", {"message": message, "remedy": remedy}, status=status)
