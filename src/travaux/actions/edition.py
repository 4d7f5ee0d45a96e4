"""Makes an edition of a negotiation's file: a file of its own, built anew from the copies of its documents.

Nothing is taken over but the documents: what they hold (drafts, instructions, references, the index of words) is read
from the copies, so that it cannot have what they have not. What people wrote in the file stays in it. Where drafts were
not sought in the file yet, they are not in the edition either, until they are first asked for.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import msgspec
from django.utils import timezone

from travaux.actions.finish import finish
from travaux.actions.link import take_lists
from travaux.actions.progress import Quiet
from travaux.actions.workers import Workers
from travaux.amend.examine import examine
from travaux.desk import edition as copied
from travaux.desk import file, journal, keep, models, shelf
from travaux.desk.journal import contents
from travaux.desk.ready import ready
from travaux.desk.registers.pack import Lists, lists
from travaux.errors import FileTrouble
from travaux.record.document import Document
from travaux.release.mark import Edition

_BATCH = 100


@dataclass(frozen=True, slots=True)
class Made:
    """How many documents an edition has, of how many something is withheld, in how many passages."""

    documents: int
    touched: int
    passages: int


@dataclass(frozen=True, slots=True)
class _Spooled:
    """A document on its way from one file to the other."""

    source: int
    name: str
    document: Document


def edition(path: Path, *, to: Edition, out: Path, on: datetime.date) -> Made:
    """Write the edition `to` of the file at `path`, under the marks that hold on a day, to a new file at `out`.

    Raises FileTrouble where `out` is there already, or a mark is astray; nothing is then left at `out`.
    """
    if file.exists(out):
        raise FileTrouble("There is a file of that name.", at=str(out), remedy="Name another, or remove it.")
    try:
        with TemporaryFile() as spool:
            file.open_file(path)
            with file.troubles(path):
                _spool(spool, to, on)
                registers, follows = copied.registers(to, on=on), not shelf.unfinished()
            file.close()
            spool.seek(0)
            listed = {key: (name, lists(register)) for key, (name, register) in registers.items()}
            return _build(spool, listed, out, follows=follows)
    finally:
        file.close()


def _spool(spool: IO[bytes], to: Edition, on: datetime.date) -> None:
    """Write the copies down: one file is open at a time."""
    for each in copied.documents(to, on=on):
        spool.write(msgspec.json.encode(_Spooled(each.source, each.name, each.document)) + b"\n")


def _spooled(spool: IO[bytes]) -> Iterator[_Spooled]:
    decoder = msgspec.json.Decoder(_Spooled)
    return (decoder.decode(line) for line in spool)


def _build(spool: IO[bytes], registers: dict[int, tuple[str, Lists]], out: Path, *, follows: bool) -> Made:
    made = Made(0, 0, 0)
    try:
        with Workers() as workers, file.troubles(out):
            file.create_or_open(out)
            for (key, name), of in groupby(_spooled(spool), lambda each: (each.source, each.name)):
                _, listed = registers.pop(key, ("", None))
                made = _keep(name, of, listed, made, examines=follows)
            for name, listed in registers.values():  # of a source that is nothing but lists
                made = _keep(name, iter(()), listed, made, examines=follows)
            finish(out, workers, Quiet(), follows=follows)
    except BaseException:
        if file.exists(out):
            file.discard(out)
        raise
    return made


def _keep(name: str, copies: Iterator[_Spooled], listed: Lists | None, made: Made, *, examines: bool) -> Made:
    """Keep the copies of one source. It is known by the hash of them, as that of the file read would betray it."""
    digest, size, position = hashlib.sha256(listed.tree.encode() if listed else b""), 0, 0
    hashes: dict[str, str] = {}
    with file.writing():
        source = models.Source.objects.create(name=name, sha256="", size=0, read_at=timezone.now())
        batch: list[Document] = []
        for each in copies:
            tree = msgspec.json.encode(each.document)
            digest.update(tree)
            hashes[each.document.id] = hashlib.sha256(tree).hexdigest()
            size += len(tree)
            withheld = len(each.document.withheld)
            made = Made(made.documents + 1, made.touched + bool(withheld), made.passages + withheld)
            batch.append(each.document)
            if len(batch) == _BATCH:
                position = _flush(batch, source, position, examines=examines)
        _flush(batch, source, position, examines=examines)
        source.sha256, source.size = digest.hexdigest(), size
        source.save(update_fields=["sha256", "size"])
        take_lists(listed, source)
        journal.enter("took in", journal.On("source", name), contents.source(source, hashes))
    return made


def _flush(batch: list[Document], source: models.Source, position: int, *, examines: bool) -> int:
    made = [ready(each, examine(each) if examines else None) for each in batch]
    keep.keep_ready(made, source=source, position=position)
    position += len(batch)
    batch.clear()
    return position
