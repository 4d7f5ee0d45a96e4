"""What entries hold of the large things: the documents of a source by their hashes, all drafts and steps by one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from django.db import connection
from django.db.models import QuerySet

from travaux.desk import models
from travaux.desk.journal.proof import Value, canonical, digest
from travaux.desk.journal.row import told

#: The columns of a document that say what its tree says.
COLUMNS = ("ident", "position", "number", "kind", "title", "sender", "addressee", "date", "filed", "date_text", "edtf",
           "inferred", "place", "classification", "withheld_in_full")  # fmt: skip
_DAYS = ("date", "filed")
# A build asks it of every document: objects of days, and rows by way of objects, would take twice as long.
_COLUMNS = f"""
    SELECT {", ".join(f"cast({name} AS text)" if name in _DAYS else name for name in COLUMNS)}
    FROM desk_document WHERE source_id = %s ORDER BY position, id
"""


def source(of: models.Source, documents: Mapping[str, str]) -> dict[str, Value]:
    """A source with the hash of each of its new documents, by id, how these are marked, and the hash of all that was
    found in them."""
    return {
        "rows": [source_row(of)],
        "documents": documents,
        "markings": markings(of.pk, documents),
        "found": joined(found(of.pk)),
        "columns": joined(columns(of.pk)),
        "lists": digest(lists(of.pk)) if lists(of.pk) else "",
    }


def source_row(of: models.Source) -> dict[str, Value]:
    """The row of a source without its marks of how far the work on it has come."""
    row = told(of)
    columns = row["columns"]
    assert isinstance(columns, dict)
    return {**row, "columns": {name: value for name, value in columns.items() if name not in ("followed", "listed")}}


def joined(parts: Iterable[str]) -> str:
    """The hash of many texts in their order: that of the list of their hashes."""
    return digest(listed(parts))


def listed(parts: Iterable[str]) -> str:
    """The hashes of texts, one a line."""
    return "".join(f"{digest(part)}\n" for part in parts)


def found(source: int) -> Iterator[str]:
    """What was found in the documents of a source by themselves, each as JSON: null where it was not yet looked for, so
    that nobody makes nothing of that unseen."""
    kept = _documents(source).values_list("found", flat=True)
    yield from ("null" if each is None else each for each in kept.iterator(chunk_size=500))


def columns(source: int) -> Iterator[str]:
    """What the columns of the documents of a source say of them: what they are looked up by."""
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS, [source])
        while rows := cursor.fetchmany(500):
            yield from map(canonical, map(list, rows))


def lists(source: int) -> str:
    """The lists of persons and abbreviations of a source; "" where it has none."""
    tree = models.Register._base_manager.filter(source=source).values_list("tree", flat=True).first()
    return tree or ""


def markings(source: int, documents: Container[str]) -> dict[str, Value]:
    """Which of these documents of a source are marked how: their ids, by the marking as it is kept; "" for none."""
    found: dict[str, list[str]] = {}
    for ident, tree in _documents(source).values_list("ident", "marking__tree"):
        if ident in documents:
            found.setdefault(tree or "", []).append(ident)
    return dict(found)


def _documents(source: int) -> QuerySet[models.Document]:
    return models.Document._base_manager.filter(source=source).order_by("position", "id")


def followed() -> dict[str, Value]:
    """How many drafts and steps there are, and the hash of them all."""
    return {
        "drafts": models.Draft._base_manager.count(),
        "steps": models.Step._base_manager.count(),
        "proceedings": joined(proceedings()),
    }


def proceedings() -> Iterator[str]:
    """All drafts and steps in their order."""
    for rows in (models.Draft._base_manager.all(), models.Step._base_manager.all()):
        yield from rows.order_by("position", "id").values_list("tree", flat=True).iterator(chunk_size=100)
