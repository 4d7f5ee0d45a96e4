"""Who a program asks as: in an office the person whose token it shows, or whose session the page that asks has."""

from __future__ import annotations

from contextlib import AbstractContextManager as Context
from contextlib import nullcontext

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from travaux.desk.access.viewer import current, viewing
from travaux.desk.people.people import viewer
from travaux.desk.people.tokens import known

_BEARER = "Bearer "


class Refused(Exception):
    """The request is answered by a problem: with this status, for this reason."""

    def __init__(self, status: int, detail: str, remedy: str) -> None:
        super().__init__(detail)
        self.status, self.detail, self.remedy = status, detail, remedy


def asking(request: HttpRequest, *, changes: bool) -> Context[None]:
    """Have the file asked by whoever the request is of. Raises Refused where nobody is told, or they may not."""
    if not settings.OFFICE:
        return nullcontext()
    given = request.headers.get("Authorization", "")
    if not given and current().key:
        return nullcontext()
    found = known(given.removeprefix(_BEARER), now=timezone.now()) if given.startswith(_BEARER) else None
    if found is None:
        raise Refused(401, "No token that counts was shown.", "Send one: Authorization: Bearer TOKEN.")
    if changes and not found.writes:
        raise Refused(403, "This token may only read.", "Ask for one that may write as well.")
    return viewing(viewer(found.person))
