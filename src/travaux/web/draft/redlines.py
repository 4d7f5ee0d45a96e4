"""The Word files that show what changed in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from travaux.amend.proceedings import Proceedings
from travaux.text.draft import Draft


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
