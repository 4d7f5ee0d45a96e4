"""Builds a negotiation's file from the record: reads, keeps, follows. Never changes a document that is in.

Each source is stored whole or not at all; what was stored stays, whatever happens to the next one.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone

from travaux.actions.collect import collect
from travaux.actions.files import File, files
from travaux.actions.finish import finish
from travaux.actions.progress import Progress, Quiet
from travaux.actions.put_off import put_off
from travaux.actions.recognise import recognise
from travaux.actions.workers import Workers
from travaux.amend.proceedings import Proceedings
from travaux.desk import file, journal, models, shelf, stamps
from travaux.desk.journal import contents
from travaux.desk.journal.proof import digest
from travaux.desk.registers import lookup
from travaux.desk.registers.lookup import Listed
from travaux.desk.shelf import Overview
from travaux.desk.waiting import Waiting, documents, waiting
from travaux.errors import FileTrouble, TakenName, TravauxError

if TYPE_CHECKING:
    from travaux.actions.prepare import Prepared
    from travaux.desk.registers.pack import Linked
    from travaux.desk.rows import Ready

# What reads and follows is read in, with its grammars, when there is something to read or to follow: who builds again
# with nothing new does without.

#: So few sources leave cores without work, unless each is cut.
_FEW = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one file: how many documents it added, or that it was in already, or what was wrong."""

    path: Path
    added: int = 0
    skipped: bool = False
    troubles: tuple[TravauxError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of every file, and what the negotiation's file holds now; in `waiting` of its documents drafts are
    still to be sought."""

    sources: tuple[Taken, ...]
    overview: Overview
    proceedings: Proceedings
    listed: tuple[Listed, ...] = ()
    waiting: int = 0

    @property
    def troubles(self) -> tuple[TravauxError, ...]:
        """What could not be read or kept, a line each."""
        return tuple(trouble for taken in self.sources for trouble in taken.troubles)


def build(
    paths: Sequence[Path],
    *,
    out: Path,
    follow: bool | None = None,
    rehash: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Read files and folders of the record into the file at `out`, and follow the drafts through it.

    `follow` says whether drafts are sought and followed, or put off until somebody asks for them; None leaves that to
    `put_off`. With it and no paths, what was put off is done. With `rehash` a file is hashed to tell whether it is in,
    also where it looks as when that was last done.

    Raises FileTrouble when a path is not there, a folder holds nothing to read or `out` cannot be used, and
    FullDisk when there is no more room. Trouble with one source is told in the report; the others are read.
    """
    progress = progress or Quiet()
    given, left = files(collect(paths)), Waiting()
    fresh = not file.exists(out)
    if fresh and not paths:
        raise FileTrouble("There is no such file.", at=file.shown(out), remedy="Name what is to be read.")
    try:
        if not fresh:
            given, left = _recognised(given, out, rehash=rehash)
        new = [each for each in given if each.is_new]
        follows = not put_off(new, left) if follow is None else follow
        expected = sum(each.size for each in new) + (left.size if follows else 0)
        if expected:
            file.close()  # workers, as copies of this process, are not to have it open
        with Workers(expected=expected, load=partial(_load, examines=follows)) as workers, file.troubles(out):
            if fresh or expected:
                file.create_or_open(out)
            work = _Work(workers, progress, cut=len(new) < _FEW, examines=follows)
            taken = tuple(_take_in(given, work))
            finish(out, workers, progress, follows=follows)
            empty = not (models.Document.objects.exists() or models.Register.objects.exists())
            report = _report(taken)
    finally:
        file.close()
    if fresh and empty:
        file.discard(out)
    return report


def _report(taken: tuple[Taken, ...]) -> Report:
    return Report(
        sources=taken,
        overview=shelf.overview(),
        proceedings=shelf.proceedings(),
        listed=lookup.listed(),
        waiting=documents(),
    )


def _load(*, examines: bool) -> None:
    """Read in what reads documents, before there are workers, so that they have it too."""
    from travaux.actions.load import load

    load(examines=examines)


def _recognised(given: Sequence[File], out: Path, *, rehash: bool) -> tuple[tuple[File, ...], Waiting]:
    """The files with what the one at `out` knows of them, and what is waiting in that, which is then open."""
    file.create_or_open(out)
    with file.troubles(out):
        return recognise(given, rehash=rehash), waiting()


@dataclass(frozen=True, slots=True)
class _Work:
    """How sources are read: by whom, cut in shares or whole, and whether drafts are sought in them."""

    workers: Workers
    progress: Progress
    cut: bool
    examines: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A new source that is being read: `prepared` gives its documents, a share of it after the other."""

    path: Path
    prepared: tuple[Future[Prepared], ...]


def _take_in(given: Sequence[File], work: _Work) -> Iterator[Taken]:
    """What became of each file, in their order: while the documents of one are kept, the next ones are read. A volume
    is cut in shares where there are fewer of them than keep all cores at work."""
    begun = deque[_Begun | Taken]()
    for each in given:
        begun.append(_begin(each, work))
        while len(begun) > work.workers.ahead:
            yield _end(begun.popleft(), work.progress)
    while begun:
        yield _end(begun.popleft(), work.progress)


def _begin(new: File, work: _Work) -> _Begun | Taken:
    """Have a source read, unless it is in already."""
    if new.trouble is not None:
        return Taken(path=new.path, troubles=(new.trouble,))
    if new.known is not None:
        if not new.known.listed:  # an earlier format kept no lists
            _list(new.path, new.known)
        return Taken(path=new.path, skipped=True)
    from travaux.actions.prepare import prepare, shares

    size = new.size
    every = shares(new, _readable(new.path.name), cut=work.cut, examines=work.examines)
    return _Begun(
        path=new.path, prepared=tuple(work.workers.do(prepare, share, size=size // share.parts) for share in every)
    )


def _list(path: Path, source: models.Source) -> None:
    """Keep the lists of a source whose documents are in."""
    from travaux.actions.link import take_lists
    from travaux.desk.registers.pack import lists
    from travaux.record.read import opened

    register = opened(path.read_bytes(), name=source.name).register()
    with file.writing():
        take_lists(lists(register) if register else None, source)
        _enter_source("listed", source)


def _readable(name: str) -> str:
    """A file's name as text; bytes in it that are none are replaced by a sign that says so."""
    return os.fsencode(name).decode(errors="replace")


def _end(begun: _Begun | Taken, progress: Progress) -> Taken:
    """Keep the documents of a source that was read, all or none of them."""
    if isinstance(begun, Taken):
        return begun
    first = begun.prepared[0].result()
    if first.refusal is not None:
        first.refusal.at = str(begun.path)
        return Taken(path=begun.path, troubles=(first.refusal,))
    from travaux.actions.link import take_lists

    try:
        with file.writing():
            if models.Source.objects.filter(sha256=first.sha256).exists():
                raise _Known
            progress.reading(begun.path, first.total)
            source = models.Source.objects.create(
                name=_readable(begun.path.name), sha256=first.sha256, size=first.size, read_at=timezone.now()
            )
            if first.stamp:
                stamps.keep([(first.stamp, source.pk)])
            kept = _keep(begun, source, progress)
            take_lists(first.lists, source, named=kept.named)
            _enter_source("took in", source, kept.hashes)
    except _Changed:
        return Taken(path=begun.path, troubles=(_changed(begun.path),))
    except _Known:
        return Taken(path=begun.path, skipped=True)
    return Taken(path=begun.path, added=len(kept.hashes), troubles=tuple(kept.troubles))


def _enter_source(verb: str, source: models.Source, hashes: Mapping[str, str] | None = None) -> None:
    journal.enter(verb, journal.On("source", source.name), contents.source(source, hashes or {}))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The documents of a source that were kept: the hash of each by its id, what each names of the source's own lists,
    where that is known, and what could not be kept."""

    hashes: dict[str, str] = field(default_factory=dict)
    named: list[tuple[int, Linked]] = field(default_factory=list)
    troubles: list[TravauxError] = field(default_factory=list)


def _keep(begun: _Begun, source: models.Source, progress: Progress) -> _Kept:
    """Keep the new documents of a source, a share at a time."""
    from travaux.desk import keep

    kept, position = _Kept(), 0
    for share in begun.prepared:
        prepared = share.result()
        if prepared.sha256 != source.sha256:
            raise _Changed
        documents = prepared.documents
        new, taken_names = _sift(documents)
        keys = keep.keep_ready(new, source=source, position=position)
        linked = dict(zip((document.ident for document in documents), prepared.named, strict=False))
        kept.named.extend((key, linked[document.ident]) for key, document in zip(keys, new, strict=True) if linked)
        kept.troubles.extend(_taken_name(ident, begun.path) for ident in taken_names)
        kept.hashes.update((document.ident, digest(document.tree)) for document in new)
        position += len(documents)
        progress.read(len(documents))
    return kept


def _sift(documents: Sequence[Ready]) -> tuple[list[Ready], list[str]]:
    """The documents that are new, and the ids that another text has; what is in already is in neither."""
    trees = shelf.trees(document.ident for document in documents)
    new, taken_names = [], []
    for document in documents:
        if document.ident not in trees:
            trees[document.ident] = document.tree
            new.append(document)
        elif trees[document.ident] != document.tree:
            taken_names.append(document.ident)
    return new, taken_names


class _Known(Exception):
    """A file came in a moment ago, under another name or by another process."""


class _Changed(Exception):
    """A file is another one than when its first share was read."""


def _changed(path: Path) -> FileTrouble:
    remedy = "Run the same command again when nobody writes to it."
    return FileTrouble("It changed while it was read, and nothing of it was kept.", at=str(path), remedy=remedy)


def _taken_name(ident: str, path: Path) -> TakenName:
    return TakenName(
        f"{ident} is in the file already, with another text, which stays.",
        at=str(path),
        remedy="To have this one, build it into a file of its own.",
    )
