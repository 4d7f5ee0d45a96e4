"""Has another process follow the drafts of the open file, while this one shows what needs none."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock

from travaux.desk import file
from travaux.errors import TravauxError

_PROGRAM = """
import os, sys
from travaux.desk.start import start
start()
from travaux.actions.follow_beside import work
work(os.fsdecode(sys.stdin.buffer.read()))
"""

_one_at_a_time = Lock()
_begun: dict[Path, subprocess.Popen[bytes]] = {}


def follow_beside() -> str:
    """Begin to follow the drafts, unless that is going on; gives what went wrong with it the last time, else "".

    The other process ends by itself when it is done, also where this one ends before.
    """
    path = file.place()
    with _one_at_a_time:
        running = _begun.get(path)
        if running is not None and running.poll() is None:
            return ""
        trouble = _trouble(_begun.pop(path)) if running is not None else ""
        if not trouble:
            _begun[path] = _beside(path)
        return trouble


def _beside(path: Path) -> subprocess.Popen[bytes]:
    """The other process. It is told the path where no list of processes shows it: an address may have a password."""
    begun = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with suppress(BrokenPipeError):  # one that ended at once says why
        if begun.stdin:
            begun.stdin.write(os.fsencode(path))
            begun.stdin.close()
    begun.stdin = None
    return begun


def work(path: str) -> None:
    """What the other process does."""
    from travaux.actions.catch_up import catch_up

    try:
        catch_up(Path(path))
    except TravauxError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("It was stopped.")


def _trouble(ended: subprocess.Popen[bytes]) -> str:
    """Why a process that ended did not do its work, in a line."""
    _, told = ended.communicate()
    lines = told.decode(errors="replace").strip().splitlines()
    return (lines[-1] if lines else "It was ended.") if ended.returncode else ""
