"""Gives what is read of every document on a subject, and keeps it beside the document, so that it is read once.

What is kept is derived: by other rules it is read anew, and a file that takes no writing is read as if nothing had been
kept. Nobody is given what was read of words that they may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec
from django.db import connection
from django.db.models import QuerySet

from travaux.desk import file, models, readings
from travaux.desk.access.decide import partly
from travaux.errors import FileTrouble
from travaux.mandate.rules import rules

T = TypeVar("T")
#: How many documents are looked up at once.
_BATCH = 400


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What is read of a document under a name: the type of it, and what reads it of the row."""

    name: str
    type: type[T]
    read: Callable[[models.Document], T]


def read_once(subject: Reading[T], rows: QuerySet[models.Document]) -> Iterator[tuple[models.Document, T]]:
    """The rows of documents, without their trees, each with what is read of it, in their order."""
    decoder = msgspec.json.Decoder(subject.type)
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        known = readings.kept(subject.name, rules(), some)
        hidden = partly()
        fresh = dict(_read(subject, [key for key in some if key not in known]))
        light = {row.pk: row for row in models.Document.objects.filter(pk__in=some).defer("tree", "found")}
        whole = {key: found for key, found in fresh.items() if key not in hidden}
        _keep(subject.name, {key: msgspec.json.encode(found).decode() for key, found in whole.items()})
        for key in some:
            if key in light:
                yield light[key], fresh[key] if key in fresh else decoder.decode(known[key])


def _read(subject: Reading[T], keys: list[int]) -> Iterator[tuple[int, T]]:
    for row in models.Document.objects.filter(pk__in=keys).iterator(chunk_size=100) if keys else ():
        yield row.pk, subject.read(row)


def _keep(subject: str, trees: dict[int, str]) -> None:
    """Keep what was read, where the file takes it now."""
    if not trees or connection.in_atomic_block:
        return
    try:
        with file.writing_in_passing():
            readings.keep(subject, rules(), trees)
    except FileTrouble:
        return  # it is read anew the next time
