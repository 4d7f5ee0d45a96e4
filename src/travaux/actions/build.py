"""Builds a negotiation's file from the record: reads, keeps, follows. Never changes a document that is in.

Each source is stored whole or not at all; what was stored stays, whatever happens to the next one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from django.db import transaction
from django.utils import timezone

from travaux.actions.collect import collect
from travaux.actions.examine import Examiner
from travaux.amend.examine import Examined, examine
from travaux.amend.follow import Proceedings, follow_examined
from travaux.desk import convert, file, keep, models, shelf
from travaux.desk.shelf import Overview
from travaux.errors import FileTrouble, TakenName, TravauxError, UnreadableInput
from travaux.record.document import Document
from travaux.record.read import opened

_BATCH = 50


class Progress(Protocol):
    """Is told how the work goes."""

    def reading(self, path: Path, total: int) -> None:
        """A file of `total` documents is begun."""

    def read(self, count: int) -> None:
        """So many more of its documents are read."""

    def following(self) -> None:
        """The drafts are being followed through all documents."""


class Quiet:
    """The progress that nobody looks at."""

    def reading(self, path: Path, total: int) -> None: ...

    def read(self, count: int) -> None: ...

    def following(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one file: how many documents it added, or that it was in already, or what was wrong."""

    path: Path
    added: int = 0
    skipped: bool = False
    troubles: tuple[TravauxError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of every file, and what the negotiation's file holds now."""

    sources: tuple[Taken, ...]
    overview: Overview
    proceedings: Proceedings

    @property
    def troubles(self) -> tuple[TravauxError, ...]:
        """What could not be read or kept, a line each."""
        return tuple(trouble for taken in self.sources for trouble in taken.troubles)


def build(paths: Sequence[Path], *, out: Path, progress: Progress | None = None) -> Report:
    """Read files and folders of the record into the file at `out`, and follow the drafts through it.

    Raises FileTrouble when a path is not there, a folder holds nothing to read or `out` cannot be used, and
    FullDisk when there is no more room. Trouble with one source is told in the report; the others are read.
    """
    progress = progress or Quiet()
    sources = collect(paths)
    fresh = not out.exists()
    file.create_or_open(out)
    try:
        with file.troubles(out), Examiner() as examiner:
            taken = tuple(_take_in(path, progress, examiner) for path in sources)
            if shelf.unfinished():
                progress.following()
                _follow()
            report = Report(sources=taken, overview=shelf.overview(), proceedings=shelf.proceedings())
    finally:
        file.close()
    if fresh and not report.overview.documents:
        file.discard(out)
    return report


def _take_in(path: Path, progress: Progress, examiner: Examiner) -> Taken:
    """Keep the documents of one source, all or none of them."""
    try:
        content = path.read_bytes()
    except OSError as error:
        trouble = FileTrouble(f"It cannot be read: {error.strerror}.", at=str(path), remedy="Look at its rights.")
        return Taken(path=path, troubles=(trouble,))
    sha256 = hashlib.sha256(content).hexdigest()
    if models.Source.objects.filter(sha256=sha256).exists():
        return Taken(path=path, skipped=True)
    try:
        name = _readable(path.name)
        reading = opened(content, name=name)
        progress.reading(path, reading.total)
        with transaction.atomic():
            source = models.Source.objects.create(name=name, sha256=sha256, size=len(content), read_at=timezone.now())
            return _keep(examiner.examined(_batches(reading.documents), total=reading.total), source, path, progress)
    except UnreadableInput as error:
        error.at = str(path)
        return Taken(path=path, troubles=(error,))


def _readable(name: str) -> str:
    """A file's name as text; bytes in it that are none are replaced by a sign that says so."""
    return os.fsencode(name).decode(errors="replace")


def _keep(
    batches: Iterator[tuple[list[Document], list[Examined]]], source: models.Source, path: Path, progress: Progress
) -> Taken:
    """Keep the new documents of a source, a batch at a time."""
    added = position = 0
    troubles: list[TravauxError] = []
    for batch, examined in batches:
        new, taken_names = _sift(batch)
        found = {document.id: one for document, one in zip(batch, examined, strict=True)}
        keep.keep_documents(new, [found[document.id] for document in new], source=source, position=position)
        troubles += [_taken_name(document, path) for document in taken_names]
        added += len(new)
        position += len(batch)
        progress.read(len(batch))
    return Taken(path=path, added=added, troubles=tuple(troubles))


def _batches(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while batch := list(islice(documents, _BATCH)):
        yield batch


def _sift(batch: list[Document]) -> tuple[list[Document], list[Document]]:
    """The documents that are new, and those whose id another text has; what is in already is in neither."""
    trees = shelf.trees(document.id for document in batch)
    new, taken_names = [], []
    for document in batch:
        tree = convert.tree(document)
        if document.id not in trees:
            trees[document.id] = tree
            new.append(document)
        elif trees[document.id] != tree:
            taken_names.append(document)
    return new, taken_names


def _taken_name(document: Document, path: Path) -> TakenName:
    return TakenName(
        f"{document.id} is in the file already, with another text, which stays.",
        at=str(path),
        remedy="To have this one, build it into a file of its own.",
    )


def _examine_the_rest() -> None:
    """Examine the documents of a file that an earlier format kept unexamined."""
    for row in models.Document.objects.filter(found=None).iterator(chunk_size=100):
        row.found = convert.found(examine(convert.document(row)))
        row.save(update_fields=["found"])


def _follow() -> None:
    """Follow the drafts through all documents, and keep the outcome in place of the one before."""
    _examine_the_rest()
    proceedings = follow_examined(shelf.every_examined())
    with transaction.atomic():
        keep.keep_proceedings(proceedings)
