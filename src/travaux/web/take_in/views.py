"""The page that takes a file in: a draft that somebody tabled, or an answer to a draft of ours."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from travaux.actions.receive import receive
from travaux.desk import shelf
from travaux.errors import TravauxError, UnreadableInput
from travaux.exchange.formats import FORMATS
from travaux.web.asked import day_in
from travaux.web.forms import See, given
from travaux.web.limit import MOST
from travaux.web.show import Request, show


def take_in(request: Request) -> HttpResponse:
    """The form; of a file that it brings, the document or draft that this became."""
    context: dict[str, object] = {"given": {"against": request.GET.get("against", "")}}
    if request.method == "POST":
        try:
            return See(_taken(request))
        except TravauxError as error:
            context = {"trouble": error, "given": request.POST}
    context |= {
        "drafts": shelf.drafts(),
        "formats": [form for form in FORMATS if form.reads],
        "most": MOST // 1_000_000,
    }
    response = show(request, "take_in/page.html", context)
    response.status_code = 400 if "trouble" in context else 200
    return response


def _taken(request: Request) -> str:
    """Where to see what came: a draft by itself, else the document with its changes."""
    file = request.FILES.get("file")
    name = (file.name if file else "") or "received"
    if file is None or not file.size:
        raise UnreadableInput("No file came, or an empty one.", remedy="Choose the file, and send it again.")
    if file.size > MOST:
        remedy = "Send it without its pictures."
        raise UnreadableInput(f"It has more than {MOST // 1_000_000} million bytes.", at=name, remedy=remedy)
    against, by, day = given(request, ("against", "by", "date")).values()
    found = receive(file.read(), name=name, against=against, by=by, date=day_in(day))
    return reverse("document", args=[found.document.id]) if against else reverse("draft", args=[found.draft.id])
