"""What entries hold of the large things: the documents of a source by their hashes, all drafts and steps by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from travaux.desk import models
from travaux.desk.journal.canonical import Value, chained, digest
from travaux.desk.journal.row import told


def source(of: models.Source, documents: Mapping[str, str]) -> dict[str, Value]:
    """A source with the hash of each of its new documents, by id, and of all that was found in them."""
    return {
        "rows": [source_row(of)],
        "documents": documents,
        "found": found(of.pk),
        "lists": lists(of.pk),
    }


def source_row(of: models.Source) -> dict[str, Value]:
    """The row of a source without its marks of how far the work on it has come."""
    row = told(of)
    columns = row["columns"]
    assert isinstance(columns, dict)
    return {**row, "columns": {name: value for name, value in columns.items() if name not in ("followed", "listed")}}


def found(source: int) -> str:
    """The hash of what was found in the documents of a source by themselves."""
    rows = models.Document.objects.filter(source=source).order_by("position", "id")
    return chained(each or "" for each in rows.values_list("found", flat=True).iterator(chunk_size=500))


def lists(source: int) -> str:
    """The hash of the lists of persons and abbreviations of a source; "" where it has none."""
    tree = models.Register.objects.filter(source=source).values_list("tree", flat=True).first()
    return digest(tree) if tree is not None else ""


def followed() -> dict[str, Value]:
    """How many drafts and steps there are, and the hash of them all."""
    return {
        "drafts": models.Draft.objects.count(),
        "steps": models.Step.objects.count(),
        "proceedings": proceedings(),
    }


def proceedings() -> str:
    """The hash of all drafts and steps in their order."""
    return chained(_proceedings())


def _proceedings() -> Iterator[str]:
    yield from models.Draft.objects.order_by("position", "id").values_list("tree", flat=True).iterator(chunk_size=100)
    yield from models.Step.objects.order_by("position", "id").values_list("tree", flat=True).iterator(chunk_size=500)
