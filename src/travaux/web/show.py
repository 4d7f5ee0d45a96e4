"""Shows a template: its panel alone where htmx asks for it, the whole page otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


class Request(HttpRequest):
    """A request that says whether htmx made it."""

    htmx: HtmxDetails


def show(request: Request, page: str, context: Mapping[str, object], *, panel: str = "") -> HttpResponse:
    """The answer to a request. The browser keeps panel and page of one address apart."""
    partly = panel and request.htmx and not request.htmx.history_restore_request
    response = render(request, panel if partly else page, dict(context))
    patch_vary_headers(response, ["HX-Request"])
    return response
