"""The drafting history of a provision: each version, who changed it, by which words, from where."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from travaux.actions.history import Told as Found
from travaux.actions.history import history as history_of
from travaux.amend.proceedings import Proceedings
from travaux.desk import shelf
from travaux.errors import UnknownProvision, UnreadableAddress
from travaux.history.trace import Version
from travaux.text.draft import Draft
from travaux.text.parse import parse
from travaux.web.document.found import Told, tell
from travaux.web.draft.reading import address_of
from travaux.web.show import Request, show
from travaux.web.tints import TintedRun, tinted


@dataclass(frozen=True, slots=True)
class Shown:
    """A version as the page prints it: its lines, and its steps in plain words."""

    version: Version
    told: tuple[Told, ...]
    lines: tuple[tuple[TintedRun, ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The versions in one text and those that were derived from it."""

    first: Draft
    once: bool
    versions: tuple[Shown, ...]
    not_applied: tuple[Told, ...]


def history(request: Request) -> HttpResponse:
    words, draft = request.GET.get("at", "").strip(), request.GET.get("draft", "")
    context: dict[str, object] = {"words": words, "draft": draft}
    try:
        found = history_of(parse(words), draft=draft) if words else None
    except (UnknownProvision, UnreadableAddress) as error:
        found, context["trouble"] = None, error
    if found:
        context |= {"at": found.at, "texts": [_text(each) for each in found.told]}
        context["on_no_draft"] = [tell(step) for step in found.on_no_draft]
    else:
        context["addresses"] = _addresses(shelf.proceedings())
    response = show(request, "history/page.html", context)
    response.status_code = 404 if "trouble" in context else 200
    return response


def _text(text: Found) -> Text:
    return Text(
        first=text.first,
        once=text.once,
        versions=tuple(_shown(version) for version in text.history.versions),
        not_applied=tuple(tell(step) for step in text.history.not_applied),
    )


def _shown(version: Version) -> Shown:
    lines = version.provision.lines if version.provision else ()
    told = tuple(tell(step) for step in version.steps)
    return Shown(version, told, tuple(tinted(line, ()) for line in lines))


def _addresses(proceedings: Proceedings) -> list[str]:
    """What the newest draft of every text calls its provisions, to choose from."""
    derived = {draft.derived_from for draft in proceedings.drafts}
    leaves = [draft for draft in proceedings.drafts if draft.id not in derived]
    found = (address_of(provision) for draft in leaves for provision in draft.walk())
    return list(dict.fromkeys(str(address) for address in found if address))
