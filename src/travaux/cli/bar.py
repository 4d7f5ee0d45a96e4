"""Progress as a bar on the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from travaux.cli import terminal


class _Shown:
    """Progress as a bar for each file. A thread draws it, which begins when a file is read: before, the program may
    make copies of itself."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None, visible=False)

    def reading(self, path: Path, total: int) -> None:
        self._bar.start()
        self._bar.update(self._task, visible=False)
        self._task = self._bar.add_task(terminal.plain(path.name), total=total)

    def examining(self, total: int) -> None:
        self._bar.start()
        self._task = self._bar.add_task("examining", total=total)

    def read(self, count: int) -> None:
        self._bar.advance(self._task, count)

    def following(self) -> None:
        self._bar.update(self._task, visible=False)
        self._task = self._bar.add_task("following the drafts", total=None)


@contextmanager
def bar() -> Iterator[_Shown]:
    """A bar for each file while the work goes on, gone when it is done."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    shown = Progress(*columns, console=Console(stderr=True), transient=True)
    try:
        yield _Shown(shown)
    finally:
        shown.stop()
