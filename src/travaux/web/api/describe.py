"""The interface in OpenAPI, with the problems that each operation may answer with."""

from __future__ import annotations

from typing import Any

from travaux.web.api.api import ROOT, api
from travaux.web.api.shapes import Problem

#: What may be wrong with a request, whatever the operation.
_PROBLEMS = {
    400: "What was asked cannot be done",
    401: "The token is missing, expired or revoked",
    403: "The token's scope, or the place it came from, does not allow it",
    404: "There is no such thing, or none that may be seen",
    405: "This method is not done here",
    413: "Too much was sent",
    422: "What was sent is not of the described shape",
    429: "Too many requests; Retry-After says how long to wait",
    503: "The drafts are not followed yet, which goes on; Retry-After says how long to wait",
}


def describe() -> dict[str, Any]:
    """The description of all operations."""
    described = dict(api.get_openapi_schema(path_prefix=ROOT))
    described.setdefault("components", {}).setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for methods in described["paths"].values():
        for operation in methods.values():
            for status, words in _PROBLEMS.items():
                operation["responses"].setdefault(status, {"description": words, "content": content})
    return described
