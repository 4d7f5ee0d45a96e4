"""The documents and drafts of the file in order of date, a page at a time, by year and month."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from travaux.desk import models, shelf

PAGE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants to see of the timeline: a kind, words of the heading, or all."""

    kind: str = ""
    words: str = ""

    @property
    def all(self) -> bool:
        return not (self.kind or self.words)


# What the filter by kind calls documents that hold drafts, and documents with instructions.
DRAFTS, AMENDING = "drafts", "amending"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document, the drafts it holds or made, and how many instructions it gives."""

    document: models.Document
    drafts: tuple[models.Draft, ...]
    instructions: int


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of a month; `first` is its first day, None for the undated."""

    first: datetime.date | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of the timeline."""

    months: tuple[Month, ...]
    page: Page[models.Document]


def timeline(asked: Asked, *, page: int) -> Timeline:
    """That page of the timeline; a number out of range gives the nearest page."""
    shown = Paginator(_rows(asked), PAGE).get_page(page)
    entries = _entries(shown.object_list)
    months = groupby(entries, _month)
    return Timeline(tuple(Month(first, tuple(group)) for first, group in months), shown)


def _month(entry: Entry) -> datetime.date | None:
    """The first day of the month in which the document was written, or began to be; None for the undated."""
    document = entry.document
    # "XXXX" is how EDTF writes that nothing is known of a date.
    dated = document.filed if document.edtf not in ("", "XXXX") else document.date
    return dated and dated.replace(day=1)


def _rows(asked: Asked) -> QuerySet[models.Document]:
    rows = shelf.rows()
    if asked.kind == DRAFTS:
        rows = rows.filter(drafts__isnull=False).distinct()
    elif asked.kind == AMENDING:
        rows = rows.filter(steps__isnull=False).distinct()
    elif asked.kind:
        rows = rows.filter(kind=asked.kind)
    for word in asked.words.split():
        heading = Q(title__icontains=word) | Q(sender__icontains=word) | Q(addressee__icontains=word)
        rows = rows.filter(heading | Q(number=word) | Q(ident__endswith=f"/{word}"))
    return rows


def _entries(rows: Iterable[models.Document]) -> list[Entry]:
    drafts: defaultdict[int, list[models.Draft]] = defaultdict(list)
    for draft in shelf.drafts():
        drafts[draft.document_id].append(draft)
    steps: defaultdict[int, int] = defaultdict(int)
    for document in models.Step.objects.values_list("document_id", flat=True):
        steps[document] += 1
    return [Entry(row, tuple(drafts[row.pk]), steps[row.pk]) for row in rows]
