"""The page that stands where a page needs the drafts and they are not followed yet: it has that done, tells how far it
has come, and gives way to the page that was asked for."""

from __future__ import annotations

from django.http import HttpResponse

from travaux.actions.follow_beside import follow_beside
from travaux.desk import waiting
from travaux.desk.access.decide import sees_all
from travaux.web.show import Request, show

#: So many seconds later the page is asked for again.
AGAIN = 3


def following(request: Request) -> HttpResponse:
    context = {"trouble": follow_beside(), "again": AGAIN, "sent": request.method == "POST", **_figures()}
    response = show(request, "following/page.html", context)
    # What was asked for is being made; what was sent is refused.
    response.status_code = 503 if context["sent"] else 202
    response.headers["Retry-After"] = str(AGAIN)
    response.headers["Cache-Control"] = "no-store"
    if request.htmx:  # a part of a page is no place for it
        response.headers["HX-Refresh"] = "true"
    return response


def _figures() -> dict[str, int]:
    """How far it is, for who sees all documents: the figures tell of every one."""
    if not sees_all():
        return {}
    files, left = waiting.files()
    return {"documents": waiting.documents(), "files": files, "done": files - left, "left": left}
