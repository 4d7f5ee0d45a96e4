"""Tells the files that are in the open file already from those that are new: by how they look from outside, where they
look as when they were last hashed, else by the hash of their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from io import FileIO

from travaux.actions.files import File
from travaux.actions.stamped import stamped
from travaux.desk import file as desk
from travaux.desk import models, stamps
from travaux.desk.stamps import Stamp
from travaux.errors import FileTrouble


def recognise(files: Sequence[File], *, rehash: bool = False) -> tuple[File, ...]:
    """The files with what the open one knows of them. Only a file as long as one that is in is read for it, and only
    where it does not look as it did, or all are to be hashed again; how it looks is then kept."""
    sources = {source.pk: source for source in models.Source.objects.all()}
    lengths = {source.size for source in sources.values()}
    seen = {} if rehash else stamps.kept()
    told, unsure = list[File](), list[File]()
    for file in files:
        source = sources.get(seen.get(file.looks, 0)) if file.looks else None
        if source and source.size == file.size:
            told.append(replace(file, known=source))
        elif file.size in lengths and file.trouble is None:
            unsure.append(file)
    if unsure:
        told.extend(_hashed(unsure, {source.sha256: source for source in sources.values()}))
    known = {file.path: file for file in told}
    return tuple(known.get(file.path, file) for file in files)


def _hashed(files: Sequence[File], sources: dict[str, models.Source]) -> list[File]:
    """Those of the files that are in, by their hashes."""
    from concurrent.futures import ThreadPoolExecutor  # where there is something to hash

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        hashed = list(threads.map(_hash, files))
    found = [(file, sources[sha256], looks) for file, (sha256, looks) in zip(files, hashed, strict=True)
             if sha256 in sources]  # fmt: skip
    _keep([(looks, source.pk) for _, source, looks in found if looks])
    return [replace(file, known=source) for file, source, _ in found]


def _keep(looks: Sequence[tuple[Stamp, int]]) -> None:
    # Where somebody else writes, or there is no room, they are hashed again the next time.
    if looks:
        with suppress(FileTrouble), desk.writing_in_passing():
            stamps.keep(looks)


def _hash(file: File) -> tuple[str, Stamp | None]:
    """The hash of a file's bytes, and how it looked; "" where it cannot be read, as whoever is to read it will tell."""
    if file.content is not None:
        return hashlib.sha256(file.content).hexdigest(), None
    try:
        return stamped(file.path, _digest)
    except OSError:
        return "", None


def _digest(stream: FileIO) -> str:
    return hashlib.file_digest(stream, "sha256").hexdigest()
