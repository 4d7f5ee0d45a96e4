"""Builds a file, as work for a process of its own, and ends itself with SIGKILL at a moment given by count.

    python tests/actions/stopped.py MOMENT OUT PATH...                  as a build does by itself
    python tests/actions/stopped.py MOMENT OUT --no-follow PATH...      putting the drafts off
    python tests/actions/stopped.py MOMENT OUT --follow [PATH...]       with what was put off

Moments are the statements that the database is given and, within long ones, every so many of its own instructions:
they come in the same order at every run, however fast the machine is. At moment 0 it goes on to the end, and prints
how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from travaux.desk.start import start

_INSTRUCTIONS = 1_000


class Countdown:
    """Counts moments, and ends the process at the one that is wanted."""

    def __init__(self, moment: int) -> None:
        self.passed = 0
        self._moment = moment

    def pass_one(self, _statement: str = "") -> int:
        self.passed += 1
        if self.passed == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


FOLLOW = {"--follow": True, "--no-follow": False}


def main(moment: int, out: Path, given: list[str]) -> None:
    start()
    from django.db.backends.signals import connection_created

    from travaux.actions.build import build

    countdown = Countdown(moment)

    def watch(connection: object, **_: object) -> None:
        database = connection.connection  # type: ignore[attr-defined]
        database.set_trace_callback(countdown.pass_one)
        database.set_progress_handler(countdown.pass_one, _INSTRUCTIONS)

    connection_created.connect(watch, weak=False)
    follow = FOLLOW.get(given[0])
    report = build([Path(each) for each in given if each not in FOLLOW], out=out, follow=follow)
    assert not report.troubles
    sys.stdout.write(str(countdown.passed))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
