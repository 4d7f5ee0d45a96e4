"""Works on a file in processes that can be ended with SIGKILL at any moment.

    python tests/actions/killed.py

Each line of standard input is a task:

    {"do": "edit", "path": ..., "confirmed": ..., "after": 0.05, "times": 8, "at_once": 1}

It is done by a copy of this process, or by `at_once` of them, which are ended after so many seconds, null for never.
Each adds a line to the file `confirmed` for everything that was confirmed to it. A line with how long it took is the
answer.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from travaux.desk.start import start

Confirm = Callable[[str], None]


def main() -> None:
    start()
    import tasks  # beside this script, with Django ready, and before there are copies

    for line in sys.stdin:
        task = json.loads(line)
        begun = time.monotonic()
        children = [_copy(tasks.TASKS[task["do"]], task, number) for number in range(task.get("at_once", 1))]
        if task["after"] is not None:
            time.sleep(task["after"])
            for child in children:
                os.kill(child, signal.SIGKILL)
        ended = [os.waitpid(child, 0)[1] for child in children]
        done = {"took": time.monotonic() - begun, "ended": ended}
        sys.stdout.write(f"{json.dumps(done)}\n")
        sys.stdout.flush()


def _copy(work: Callable[[Path, int, int, Confirm], None], task: dict[str, object], number: int) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        confirmed = os.open(str(task["confirmed"]), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        times = int(str(task.get("times", 1)))
        work(Path(str(task["path"])), number, times, lambda words: _add(confirmed, words))
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


def _add(confirmed: int, words: str) -> None:
    os.write(confirmed, f"{words}\n".encode())


if __name__ == "__main__":
    main()
