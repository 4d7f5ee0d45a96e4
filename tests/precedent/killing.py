"""Kills an executor of a Spark cluster on this machine while it works."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

_NAME = b"CoarseGrainedExecutorBackend"


@contextmanager
def killing_one_executor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], bool]]:
    """While this is entered, the first executor below this process that works is killed, once; gives whether it was."""
    stop, killed = Event(), Event()

    def watch() -> None:
        while not stop.wait(0.2):
            working = [pid for pid in _below(os.getpid()) if _NAME in _command(pid) and _python_below(pid)]
            if working:
                os.kill(working[0], signal.SIGKILL)
                killed.set()
                return

    thread = Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield killed.is_set
    finally:
        stop.set()
        thread.join()


def _python_below(pid: int) -> bool:
    """Whether an executor has started a process for Python: it works on a batch."""
    return any(b"pyspark" in _command(child) for child in _below(pid))


def _below(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*"):
        try:
            children = [int(each) for each in (task / "children").read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *_below(child)]
    return found


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
