"""Does what a build put off or left undone, once, when it is first asked for: seeks the drafts and follows them."""

from __future__ import annotations

from pathlib import Path

from travaux.actions.finish import finish
from travaux.actions.load import load
from travaux.actions.progress import Progress, Quiet
from travaux.actions.workers import Workers
from travaux.desk import file
from travaux.desk.waiting import waiting
from travaux.errors import ReadOnlyPlace


def catch_up(path: Path, *, progress: Progress | None = None) -> None:
    """Have nothing of the file at `path` wait any more; no file is open before or after.

    It can be stopped at any moment, and done by several at once: each source is examined once, and what is kept stays.
    Raises ReadOnlyPlace, which says what to run, where the file takes no writing, and FileTrouble or FullDisk.
    """
    try:
        file.create_or_open(path)
        with file.troubles(path):
            size = waiting().size
        file.close()  # before there are workers
        with Workers(expected=size, load=load) as workers, file.troubles(path):
            file.create_or_open(path)
            finish(path, workers, progress or Quiet(), follows=True)
    except ReadOnlyPlace:
        raise ReadOnlyPlace(
            "Its drafts are not followed yet, and you may not write to it.",
            at=file.shown(path),
            remedy=f"Whoever may does it once: travaux build --follow -o {file.shown(path)}",
        ) from None
    finally:
        file.close()
