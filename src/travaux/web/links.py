"""Where a passage is on the pages: its anchor, its place in its document, and the panel that names it."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from django.urls import reverse

from travaux.findings import Citation


def anchor(start: int, end: int, note: str = "") -> str:
    """The name of a passage within its page; a note's passages carry the mark of the note."""
    return f"{_name(note)}c{start}-{end}"


def anchor_of(at: Citation) -> str:
    """The name of the cited passage within the page of its document."""
    return anchor(at.start, at.end, at.note)


def place(at: Citation) -> str:
    """The address of the cited passage in the page of its document, which then marks it."""
    asked = {"from": at.start, "to": at.end} | ({"note": at.note} if at.note else {})
    page = reverse("document", args=[at.document])
    return f"{page}?{urlencode(asked)}#{anchor_of(at)}"


def origin(at: Citation) -> str:
    """The address of the panel that says where words come from."""
    page = reverse("origin", args=[at.document, at.start, at.end])
    return f"{page}?{urlencode({'note': at.note})}" if at.note else page


def decision(at: Citation) -> str:
    """The address of the page that tells how a passage is read, and takes what is decided on it."""
    page = reverse("passage", args=[at.document, at.start, at.end])
    return f"{page}?{urlencode({'note': at.note})}" if at.note else page


def history(address: object) -> str:
    """The address of the history of the provision at `address`."""
    return f"{reverse('history')}?{urlencode({'at': str(address)})}"


def comparison(before: str, after: str) -> str:
    """The address of the comparison of two drafts."""
    return f"{reverse('compare')}?{urlencode({'before': before, 'after': after})}"


def _name(note: str) -> str:
    return f"n{re.sub(r'[^0-9A-Za-z]', '_', note)}-" if note else ""
