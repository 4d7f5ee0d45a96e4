"""Does work on every core, beside what this process does itself. A little work is done here: it would be finished
before another process had started."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from travaux.desk.start import start
from travaux.precedent.pool import begin, count, ended

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# What starts processes is read in when there is work for them: who builds again with nothing new does without.

_Result = TypeVar("_Result")

#: Reading so many bytes takes as long as starting a process.
_WORTH_A_PROCESS = 1_000_000
#: Every worker holds a volume; more of them than this only wait for the one process that writes.
_MOST = 8


class Workers:
    """Other processes for pieces of work; to be left (`with`) before the program ends.

    Where it is known before that there is much work, they are started at once as copies of this process, which have
    read in all that it has, also by `load`, which is done just before. No database is to be open then: they would have
    it open too.
    """

    def __init__(self, *, expected: int = 0, load: Callable[[], None] | None = None) -> None:
        self._load = load
        self._pool: ProcessPoolExecutor | None = None
        self._expected, self._done = expected, 0
        self._count = min(count(), _MOST)

    def __enter__(self) -> Self:
        if self._count > 1 and self._expected > _WORTH_A_PROCESS:
            # A copy has no threads but one, and what the others were about to do is never done in it.
            alone = sys.platform == "linux" and threading.active_count() == 1
            if alone and self._load is not None:
                self._load()
            self._pool = self._started("fork" if alone else "spawn")
            self._pool.submit(os.getpid)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            from concurrent.futures.process import BrokenProcessPool

            self._pool.shutdown(wait=True, cancel_futures=True)
            if isinstance(error, BrokenProcessPool):
                raise ended() from error

    @property
    def ahead(self) -> int:
        """How many pieces of work may wait, beside the one whose result is needed next; each is held in memory."""
        return self._count + 1 if self._pool is not None else 0

    def do(self, work: Callable[..., _Result], *given: object, size: int) -> Future[_Result]:
        """Have a piece of work done, of which `size` is the number of bytes that it goes through."""
        self._done += size
        if self._pool is None and self._count > 1 and self._done > _WORTH_A_PROCESS:
            self._pool = self._started("spawn")
        if self._pool is not None:
            return self._pool.submit(work, *given)
        here: Future[_Result] = Future()
        here.set_result(work(*given))
        return here

    def beside(self, work: Callable[..., _Result], *given: object) -> Future[_Result] | None:
        """Have a piece of work done while this process goes on; None where there is no other that could."""
        return self._pool.submit(work, *given) if self._pool is not None else None

    def _started(self, how: str) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(self._count, mp_context=get_context(how), initializer=_begin)


def _begin() -> None:
    """Make a process ready for work on the models as well."""
    start()
    begin()
