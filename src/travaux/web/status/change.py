"""The page that tells what a draft would change on its entry into force, and what other texts would then need."""

from __future__ import annotations

import datetime

from django.http import HttpResponse

from travaux.amend.consequential import consequential
from travaux.desk import instruments, shelf
from travaux.status.change import change as change_of
from travaux.status.entering import recorded_entry
from travaux.web.asked import day_named
from travaux.web.show import Request, show


def change(request: Request) -> HttpResponse:
    register, drafts = instruments.register(), list(shelf.drafts())
    chosen = request.GET.get("draft", "") or (drafts[-1].ident if drafts else "")
    context: dict[str, object] = {"drafts": drafts, "instruments": register.instruments}
    if chosen and register.instruments:
        draft, texts = shelf.draft(chosen), instruments.texts(register)
        day = day_named(request, "on") or recorded_entry(draft, register) or datetime.date.today()
        found = change_of(draft, register, day, texts=texts)
        outcomes = (("Begins", found.begins), ("Ends", found.ends), ("Continues", found.continues))
        titled = [(words, [(register.by_id[each.instrument], each) for each in told]) for words, told in outcomes]
        context |= {
            "draft": draft,
            "change": found,
            "outcomes": titled,
            "amendments": consequential(found.proposals, texts),
        }
    return show(request, "status/change.html", context)
