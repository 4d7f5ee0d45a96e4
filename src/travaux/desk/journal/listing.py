"""Lists the entries of the journal: of the whole file, or on one object; of what may not be seen there is none."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from travaux.desk import models
from travaux.desk.access.decide import sees_all
from travaux.desk.access.viewer import Role, current
from travaux.desk.journal.rows import JournalEntry
from travaux.errors import UnknownEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as people read it; `set_back` where the machine's clock was behind the entry before, `seen_on` the
    kind of page on which somebody saw what it is on."""

    number: int
    at: datetime.datetime
    by: str
    verb: str
    kind: str
    name: str
    hash: str
    set_back: bool
    seen_on: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of entries, the newest first; `total` is of all pages."""

    entries: tuple[Entry, ...]
    total: int
    page: int
    pages: int


def listing(on: str = "", *, page: int = 1, limit: int = 50, sights: bool = True) -> Listing:
    """The entries on the object of that name, its kind, or all; without `sights`, those alone that changed something.

    `on` is a name ("d28" for "frus/d28"), or "kind:name".
    """
    rows = JournalEntry.objects.order_by("-number").defer("content")
    rows = rows.filter(_about(on.strip())) if on.strip() else rows
    rows = rows.filter(_seen())
    rows = rows if sights else rows.exclude(verb="saw")
    total = rows.count()
    pages = max(1, -(-total // limit))
    page = min(max(page, 1), pages)
    shown = list(rows[(page - 1) * limit : page * limit])
    pages_seen = _seen_on(shown)
    return Listing(tuple(_entry(row, pages_seen.get(row.number, "")) for row in shown), total, page, pages)


def entry(number: int) -> tuple[Entry, Mapping[str, Any]]:
    """The entry of that number, and its content. Raises UnknownEntry."""
    row = JournalEntry.objects.filter(_seen(), number=number).first()
    if row is None:
        raise UnknownEntry(f"The journal has no entry {number}.", remedy="Look at it: travaux journal.")
    content = json.loads(row.content)
    return _entry(row, content.get("page", "") if row.verb == "saw" else ""), content


def _seen() -> Q:
    """Which entries may be told to whoever looks: those on what they may see, and who saw it to a keeper alone."""
    if sees_all():
        return Q()
    shown = (
        Q(kind="document", name__in=models.Document.objects.values("ident"))
        | Q(kind="draft", name__in=models.Draft.objects.values("ident"))
        | Q(kind="source", name__in=models.Source.objects.values("name"))
    )
    return shown if Role.KEEPER in current().roles else shown & ~Q(verb="saw")


def _about(on: str) -> Q:
    kind, parted, name = on.partition(":")
    exact = Q(name=on) | Q(name__endswith=f"/{on}") | Q(kind=on)
    return exact | Q(kind=kind, name=name) if parted else exact


def _seen_on(rows: Iterable[JournalEntry]) -> dict[int, str]:
    """On what kinds of pages something was seen, by the numbers of the entries that say it."""
    looks = JournalEntry.objects.filter(number__in=[row.number for row in rows if row.verb == "saw"])
    return {number: json.loads(content).get("page", "") for number, content in looks.values_list("number", "content")}


def _entry(row: JournalEntry, seen_on: str) -> Entry:
    page = seen_on.replace("_", " ")
    return Entry(row.number, row.at, row.by, row.verb, row.kind, row.name, row.hash, row.clock < row.at, page)
