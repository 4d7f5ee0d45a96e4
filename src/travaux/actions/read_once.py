"""Gives what is read of every document on a subject, and keeps it beside the document, so that it is read once.

What is kept is derived: by other rules it is read anew, and a file that takes no writing is read as if nothing had been
kept. Nobody is given what was read of words that they may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
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
    """What is read of a document under a name: the type of it, what reads it of the row, and what it is where the
    document says nothing."""

    name: str
    type: type[T]
    read: Callable[[models.Document], T]
    nothing: T | None = None


def read_once(
    subject: Reading[T], rows: QuerySet[models.Document], *, even: Collection[str] = ()
) -> Iterator[tuple[models.Document, T]]:
    """The rows of documents, without their trees, each with what is read of it, in their order.

    Those that say nothing are passed over, but for the ones whose ids are in `even`: most documents of a file say
    nothing, and to fetch their rows takes longer than all else.
    """
    decoder = msgspec.json.Decoder(subject.type)
    nothing = None if subject.nothing is None else _encoded(subject.nothing)
    idents = dict(rows.values_list("pk", "ident"))
    keys = list(idents)
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        known = readings.kept(subject.name, rules(), some)
        hidden = partly()
        fresh = dict(_read(subject, [key for key in some if key not in known]))
        told = {key: _encoded(found) for key, found in fresh.items()}
        _keep(subject.name, {key: tree for key, tree in told.items() if key not in hidden})
        saying = [key for key in some if (known | told).get(key) != nothing or idents[key] in even]
        light = {row.pk: row for row in models.Document.objects.filter(pk__in=saying).defer("tree", "found")}
        for key in saying:
            if key in light:
                yield light[key], fresh[key] if key in fresh else decoder.decode(known[key])


def _encoded(found: object) -> str:
    return msgspec.json.encode(found).decode()


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
