"""Does what takes all documents of the open file, where any are new: follows the drafts, and meanwhile finds who and
what they name and what they cite, and puts the index of words in order.

A large build puts off what concerns drafts. What is examined of a source is kept whole or not at all, and so is what
becomes of all drafts: whoever is stopped on the way leaves the rest to the next.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import nullcontext, suppress
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from django.db import connection

from travaux.actions.progress import Progress
from travaux.actions.workers import Workers
from travaux.desk import file, finished, journal, models, shelf
from travaux.desk.access.viewer import house
from travaux.desk.journal import contents
from travaux.desk.waiting import unexamined
from travaux.errors import FileTrouble

# What examines, follows, links and searches is read in when there is something to do for it.

_BATCH = 200
_FOUND = "UPDATE desk_document SET found = %s WHERE id = %s AND found IS NULL"

_Given = tuple[models.Source, list[int], Future[list[str]]]


def finish(out: Path, workers: Workers, progress: Progress, *, follows: bool) -> None:
    """Finish the file at `out`, which is open for writing; without the drafts, unless it `follows` them.

    Of several that are to follow them, one does it while the others wait. A build cut short before the drafts are kept
    does all of it.
    """
    in_turn = file.in_turn() if follows and shelf.unfinished() else nullcontext()
    with in_turn:
        unfinished = shelf.unfinished()
        due = follows and unfinished
        if due:
            _examine_the_rest(workers, progress)
            progress.following()
            from travaux.actions.follow import follow, follow_in

            following = workers.beside(follow_in, out)
        if due or not finished.is_finished():
            from travaux.actions.link import link
            from travaux.actions.settle_in import settle_in

            # Before anything is linked, so that it is done when this process has something to write.
            settling = workers.beside(settle_in, out) if unfinished else None
            link(workers, meanwhile=partial(_refer_and_settle, settling, unfinished=unfinished))
        if due:
            from travaux.desk import keep

            with file.writing():
                followed = following.result() if following else None
                # What somebody decided or added meanwhile changes what becomes of the drafts.
                as_is = followed is not None and followed.state == shelf.state()
                keep.keep_proceedings(followed.proceedings if followed and as_is else follow())
                journal.enter("followed", journal.On("drafts"), contents.followed())
    _remember()


def _remember() -> None:
    """Remember where nothing is left, so that the next build of the same need not look. Where somebody else writes, or
    there is no room, it will."""
    if not finished.is_finished() and (entry := finished.finished()):
        with suppress(FileTrouble), file.writing_in_passing():
            finished.keep(entry)


def _refer_and_settle(settling: Future[None] | None, *, unfinished: bool) -> None:
    """Find what references mean, while another process puts the index of words in order: with the linking, that is
    work for two cores until the end."""
    from travaux.actions.refer import refer

    refer(after=settling.result if settling else None)
    if unfinished and not settling:
        from travaux.desk import search

        with file.writing_aside():
            search.settle()


def _examine_the_rest(workers: Workers, progress: Progress) -> None:
    """Examine the documents that are in and were not, a source after the other."""
    sources = unexamined()
    if not sources:
        return
    with house():
        progress.examining(models.Document.objects.filter(source__in=sources).count())
        for source, given in groupby(_given(sources, workers), itemgetter(0)):
            found: list[tuple[str, int]] = []
            for _, keys, result in given:
                found.extend(zip(result.result(), keys, strict=True))
                progress.read(len(keys))
            _keep(source, found)


def _given(sources: tuple[models.Source, ...], workers: Workers) -> Iterator[_Given]:
    """The documents of the sources, a batch after the other, each with what will be found in it: while one is waited
    for, the next ones are examined."""
    from travaux.actions.examine_all import examine_all

    ahead = deque[_Given]()
    for source in sources:
        keys = list(source.documents.order_by("position").values_list("pk", flat=True))
        for batch in (keys[first : first + _BATCH] for first in range(0, len(keys), _BATCH)):
            rows = dict(models.Document.objects.filter(pk__in=batch).values_list("pk", "tree"))
            trees = [rows[key] for key in batch]
            ahead.append((source, batch, workers.do(examine_all, trees, size=sum(map(len, trees)))))
            while len(ahead) > workers.ahead:
                yield ahead.popleft()
    yield from ahead


def _keep(source: models.Source, found: list[tuple[str, int]]) -> None:
    with file.writing():
        with connection.cursor() as cursor:
            cursor.executemany(_FOUND, found)
        journal.enter("examined", journal.On("source", source.name), contents.source(source, {}))
