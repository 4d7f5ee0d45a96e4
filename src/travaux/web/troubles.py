"""Errors as pages: what is wrong in one line, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from travaux.errors import TravauxError, UnknownDocument, UnknownEntry, UnknownProvision

View = Callable[..., HttpResponse]


def explained(view: View) -> View:
    """The view, for reading only, with a page for every error that it raises."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (UnknownDocument, UnknownEntry, UnknownProvision) as error:
            return _page(request, 404, error.message, error.remedy)
        except TravauxError as error:
            return _page(request, 400, error.message, error.remedy)

    return answer


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400, "This address cannot be read.", "Go to the overview and start from there.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404, "There is no such page.", "Go to the overview and start from there.")


def server_error(request: HttpRequest) -> HttpResponse:
    remedy = "The file is unharmed: pages only read it. The terminal that serves it shows the cause."
    return _page(request, 500, "The page could not be made.", remedy)


def _page(request: HttpRequest, status: int, message: str, remedy: str) -> HttpResponse:
    return render(request, "trouble.html", {"message": message, "remedy": remedy}, status=status)
