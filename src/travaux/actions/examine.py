"""Examines documents as they are read: beside the reading, on the other cores, where there are many of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from travaux.amend.examine import Examined, examine_all
from travaux.record.document import Document

Batch = list[Document]

# Fewer documents than this are examined sooner than another process starts.
_WORTH_A_PROCESS = 100


class Examiner:
    """Examines batches of documents in the order given; to be left (`with`) before the program ends."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=error is None, cancel_futures=True)

    def examined(self, batches: Iterable[Batch], *, total: int) -> Iterator[tuple[Batch, list[Examined]]]:
        """Each batch with what was found in its documents. `total` is about how many documents there are."""
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        if total < _WORTH_A_PROCESS or cores < 2:
            for batch in batches:
                yield batch, examine_all(batch)
            return
        if self._pool is None:
            # Started anew, not forked: a fork would take the open database along.
            self._pool = ProcessPoolExecutor(max_workers=cores, mp_context=get_context("spawn"))
        waiting: deque[tuple[Batch, Future[list[Examined]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._pool.submit(examine_all, batch)))
            if len(waiting) > 2 * cores:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())


def _done(entry: tuple[Batch, Future[list[Examined]]]) -> tuple[Batch, list[Examined]]:
    batch, future = entry
    return batch, future.result()
