"""Runs a function over many things on every core; a few things are done here."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from travaux.errors import TravauxError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

# What starts processes is read in when one is started: most commands do without.

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")
#: Fewer things are done before another process has started.
_WORTH_A_PROCESS = 24


class Pool:
    """Processes, or none where one is enough: then all is done here."""

    def __init__(self, executor: ProcessPoolExecutor | None) -> None:
        self._executor = executor

    def over(self, work: Callable[[_Given], _Result], given: Iterable[_Given]) -> Iterator[_Result]:
        """The results of a function over things, in their order. Only so many wait as keep all cores at work."""
        if self._executor is None:
            yield from map(work, given)
            return
        waiting: deque[Future[_Result]] = deque()
        for each in given:
            waiting.append(self._executor.submit(work, each))
            if len(waiting) > 2 * count():
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def ready(self, work: Callable[[_Given], object], given: _Given) -> None:
        """Let the processes start, and do what later work needs, while this one goes on."""
        if self._executor is not None:
            for _ in range(count()):
                self._executor.submit(work, given)


@contextmanager
def pool(expected: int, *, worth: int = _WORTH_A_PROCESS) -> Iterator[Pool]:
    """Processes for `expected` things, or none where they are fewer than are `worth` it."""
    if count() == 1 or expected < worth:
        yield Pool(None)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(count(), mp_context=get_context(_way()), initializer=begin)
    try:
        yield Pool(executor)
    except BrokenProcessPool as error:
        raise ended() from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _way() -> str:
    """How processes are started: as copies of this one, which have read in all that it has, where it does nothing else
    meanwhile; what another thread was about to do would never be done in a copy."""
    tasks = Path("/proc/self/task")
    return "fork" if tasks.is_dir() and len(list(tasks.iterdir())) == 1 else "spawn"


def count() -> int:
    """How many cores there are for this program."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ended() -> TravauxError:
    """What is said where a process was ended before its work was done."""
    return TravauxError(
        "A process that worked for this one was ended from outside.",
        remedy="See that there is memory enough, and run the same command again: what was stored stays.",
    )


def begin() -> None:
    """Make a process ready for work: it ends with the one that started it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is read are trees, which are freed without a search for circles.
    gc.set_threshold(100_000, 50, 100)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
