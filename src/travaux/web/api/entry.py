"""Where requests to the interface come in. What answers them is loaded with the first of them."""

from __future__ import annotations

import hashlib
import re
from difflib import get_close_matches
from functools import cache
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import resolve
from django.utils.http import parse_etags

from travaux.actions.follow_beside import follow_beside
from travaux.desk import shelf
from travaux.web.api.api import ROOT, problem
from travaux.web.api.asking import Refused, asking
from travaux.web.api.describe import describe
from travaux.web.office.seen import look_at

_URLS = "travaux.web.api.urls"
_DESCRIPTION = "openapi.json"
#: Operations that need no drafts and not what became of any.
_WITHOUT_DRAFTS = (
    "documents", "search", "issues", "positions", "told", "directives", "requests", "references", "register", "threads"
)  # fmt: skip
#: So many seconds later it is worth asking again.
_AGAIN = "10"
_SAFE = ("GET", "HEAD", "OPTIONS")


def entry(request: HttpRequest, rest: str) -> HttpResponse:
    """The answer to a request, with the hash of its content as its tag; 304 where the asker has that content."""
    if request.method not in _SAFE and not _is_of_a_program(request):
        return problem(403, "This may come from another site's page.", "Send application/json, from no other origin.")
    try:
        with asking(request, changes=request.method not in _SAFE):
            answer = _answer(request, rest)
            look_at(answer)
    except Refused as refused:
        answer = problem(refused.status, refused.detail, refused.remedy)
        if refused.status == 401:
            answer.headers["WWW-Authenticate"] = "Bearer"
    answer.headers["Cache-Control"] = "private, no-cache"
    if answer.status_code == 405:
        allowed = answer.headers.get("Allow", "")
        answer = problem(405, f"{request.method} is not done here.", f"Do one of: {allowed}.")
        answer.headers["Allow"] = allowed
    return _tagged(request, answer) if request.method in ("GET", "HEAD") and answer.status_code == 200 else answer


def _answer(request: HttpRequest, rest: str) -> HttpResponse:
    if rest == _DESCRIPTION and request.method in _SAFE:
        return HttpResponse(_description(), content_type="application/json")
    try:
        meant = request.resolver_match = resolve(f"{ROOT}{rest}", urlconf=_URLS)
    except Http404:
        return problem(404, "There is no such operation.", f"They are listed at {ROOT}{_DESCRIPTION}.")
    if rest.partition("/")[0] not in _WITHOUT_DRAFTS and shelf.unfinished():
        return _put_off()
    if strange := sorted(request.GET.keys() - (known := _asked_of(meant.route, request.method or "GET"))):
        return _not_asked(strange[0], known)
    answer: HttpResponse = meant.func(request, *meant.args, **meant.kwargs)
    return answer


def _not_asked(name: str, known: frozenset[str]) -> HttpResponse:
    """The answer to a question with a name that the operation does not know: it would be passed over otherwise, and
    what came back would be taken for the answer to it."""
    likely = get_close_matches(name, known, 1)
    listed = f"What can be asked here: {', '.join(sorted(known))}." if known else "Nothing can be asked here."
    return problem(
        422, f"{name}: this operation is not asked that.", f"Did you mean {likely[0]}? {listed}" if likely else listed
    )


def _put_off() -> HttpResponse:
    """The answer where drafts are not followed yet, which is begun with it."""
    trouble = follow_beside()
    answer = problem(503, trouble or "The drafts are being followed, once.", "Ask again in a while.")
    answer.headers["Retry-After"] = _AGAIN
    return answer


def _is_of_a_program(request: HttpRequest) -> bool:
    """Whether a request that changes something cannot be one that another site had a browser send: no form sends JSON,
    and a script of another origin says where it is from."""
    origin = request.headers.get("Origin")
    return request.content_type == "application/json" and origin in (None, f"{request.scheme}://{request.get_host()}")


def _tagged(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    tag = f'"{hashlib.sha256(answer.content).hexdigest()}"'
    known = [each.removeprefix("W/") for each in parse_etags(request.headers.get("If-None-Match", ""))]
    if tag in known or "*" in known:
        answer = HttpResponseNotModified()
    answer.headers["ETag"] = tag
    return answer


@cache
def _described() -> dict[str, Any]:
    return describe()


@cache
def _description() -> bytes:
    """The interface in OpenAPI."""
    return msgspec.json.encode(_described())


@cache
def _asked_of(route: str, method: str) -> frozenset[str]:
    """What an operation can be asked in its address, by name."""
    methods = _described()["paths"].get("/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route), {})
    listed = methods.get(method.lower().replace("head", "get"), {}).get("parameters", ())
    return frozenset(each["name"] for each in listed if each["in"] == "query")
