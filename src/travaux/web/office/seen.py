"""Has every answer noted for the documents of a high level that it shows words of."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.http.response import HttpResponse

from travaux.desk.access.looked_at import look_at_named

#: The kinds of answers that name the documents of which they have words. Files of other kinds are noted where they are
#: made.
_PAGE = "text/html"
_NAMING = (_PAGE, "application/json", "application/problem+json")


def look_at(answer: HttpResponseBase) -> None:
    """Note that whoever looks now is shown all that an answer names."""
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    if isinstance(answer, HttpResponse) and kind in _NAMING:
        look_at_named(answer.content.decode(answer.charset), page=kind == _PAGE)
