"""A draft as a Word file to take away, and the other side's Word file that answers it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from travaux.actions.receive import receive
from travaux.amend.proceedings import Proceedings
from travaux.desk import shelf
from travaux.errors import UnreadableInput
from travaux.exchange.export import export
from travaux.exchange.formats import format_named
from travaux.exchange.paper import Paper
from travaux.exchange.since import since
from travaux.text.draft import Draft
from travaux.web.show import Request

#: The largest file that is taken; a treaty of 80,000 words with all its changes has less than a tenth of it.
_MOST = 30_000_000
_LONGEST_NAME = 120


def word(request: Request, ident: str) -> HttpResponse:
    """The draft as a file, with the changes from an earlier one where the address names it."""
    draft, earlier = shelf.draft(ident), request.GET.get("since", "")
    paper = Paper(draft)
    if earlier:
        paper = since(shelf.draft(earlier), paper, shelf.proceedings())
    form = format_named("word")
    answer = HttpResponse(export(paper, to=form), content_type=form.media_type)
    name = re.sub(r"[^\w.-]+", "-", f"{ident}{'-redline' if earlier else ''}")[-_LONGEST_NAME:].strip("-.")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name.encode("ascii", "ignore").decode()}.docx"'
    return answer


def answer(request: Request, ident: str) -> HttpResponse:
    """Takes the file that a form brings, and shows the document that it became."""
    given = request.FILES.get("file")
    if request.method != "POST" or given is None:
        return HttpResponseRedirect(reverse("draft", args=[ident]))
    name = given.name or "answer.docx"
    if (given.size or 0) > _MOST:
        raise UnreadableInput(
            f"It has more than {_MOST // 1_000_000} million bytes.", at=name, remedy="Send it without its pictures."
        )
    found = receive(given.read(), name=name, against=ident, by=request.POST.get("by", "").replace("\0", "").strip())
    return HttpResponseRedirect(reverse("document", args=[found.document.id]), status=303)


def redlines(draft: Draft, proceedings: Proceedings) -> Sequence[tuple[Draft, str]]:
    """The earlier drafts that this one is derived from, the nearest first, each with the address of the file that
    shows what changed since."""
    drafts = {each.id: each for each in proceedings.drafts}
    return [
        (each, f"{reverse('word', args=[draft.id])}?{urlencode({'since': each.id})}") for each in _line(draft, drafts)
    ]


def _line(draft: Draft, drafts: dict[str, Draft]) -> Iterator[Draft]:
    seen = {draft.id}
    before = drafts.get(draft.derived_from or "")
    while before is not None and before.id not in seen:
        yield before
        seen.add(before.id)
        before = drafts.get(before.derived_from or "")
