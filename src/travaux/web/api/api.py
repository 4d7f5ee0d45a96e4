"""The interface as a whole: its operations, and every error as a problem in the shape of RFC 9457."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from travaux.errors import (
    NotPermitted,
    TravauxError,
    UnknownDocument,
    UnknownEntry,
    UnknownInstrument,
    UnknownProvision,
)
from travaux.web.api import binding, citing, clearing, directing, looking, negotiation, positions, record, taking

ROOT = "/api/v1/"

api = NinjaAPI(
    title="Travaux",
    version="1",
    description="The file of a negotiation, as data. Passages are told by document and characters of its text.",
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
)
for _room in (record, looking, citing, binding, negotiation, positions, directing, clearing, taking):
    api.add_router("", _room.router)


def problem(status: int, detail: str, remedy: str = "") -> HttpResponse:
    """An error as other programs read it."""
    told = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "remedy": remedy,
    }
    return JsonResponse(told, status=status, content_type="application/problem+json")


@api.exception_handler(TravauxError)
def _trouble(request: HttpRequest, error: TravauxError) -> HttpResponse:
    if isinstance(error, NotPermitted):
        return problem(403, error.message, error.remedy)
    return problem(404 if _is_absent(request, error) else 400, error.message, error.remedy)


def _is_absent(request: HttpRequest, error: TravauxError) -> bool:
    """Whether what the address names is not there. What the body of a request names and is not there makes the request
    a wrong one; of the operations that take a body, those on a package alone have an id in their path."""
    if request.method == "POST":
        return isinstance(error, UnknownEntry) and bool(request.resolver_match and request.resolver_match.kwargs)
    return isinstance(error, UnknownDocument | UnknownEntry | UnknownProvision | UnknownInstrument)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    told = (f"{'.'.join(map(str, each['loc'][1:])) or each['loc'][0]}: {each['msg']}" for each in error.errors)
    return problem(422, "; ".join(told), f"The operations are described at {ROOT}openapi.json.")


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, str(error))


@api.exception_handler(Http404)
def _absent(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "There is no such operation.", f"They are listed at {ROOT}openapi.json.")
