"""The Word files that show what changed in a draft, and the other side's Word file that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from travaux.actions.receive import receive
from travaux.amend.proceedings import Proceedings
from travaux.errors import UnreadableInput
from travaux.text.draft import Draft
from travaux.web.show import Request

#: The largest file that is taken; a treaty of 80,000 words with all its changes has less than a tenth of it.
_MOST = 30_000_000


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
        (each, f"{reverse('export', args=[draft.id])}?{urlencode({'as': 'word', 'since': each.id})}")
        for each in _line(draft, drafts)
    ]


def _line(draft: Draft, drafts: dict[str, Draft]) -> Iterator[Draft]:
    seen = {draft.id}
    before = drafts.get(draft.derived_from or "")
    while before is not None and before.id not in seen:
        yield before
        seen.add(before.id)
        before = drafts.get(before.derived_from or "")
