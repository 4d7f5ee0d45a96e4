"""The command line: parses what is typed, calls one action or one verb, and prints. Nothing else prints."""

from __future__ import annotations

import gc
import sys

from travaux.errors import TravauxError


def main() -> None:
    """The program `travaux`: exit status 0, or 2 with one line that says what is wrong and the cure."""
    office = sys.argv[1:2] == ["serve"] and "--office" in sys.argv
    # Modules are kept: to look for circles of objects among them while they are read in finds nothing. They are then
    # put with the oldest objects, which are seldom looked through.
    gc.disable()
    try:
        from travaux.desk.start import start

        start(office=office)
    except TravauxError as error:
        print(f"travaux: {error}", file=sys.stderr)
        sys.exit(2)
    # What the commands import needs Django ready.
    from travaux.cli.app import run

    gc.freeze()
    gc.unfreeze()
    gc.enable()
    sys.unraisablehook = _told
    status = run(sys.argv[1:])
    # What is left goes with the process: to look for circles of objects in it first took a sixth of a short command.
    gc.freeze()
    sys.exit(status)


def _told(left: sys.UnraisableHookArgs) -> None:
    """Have Python tell what went wrong where nobody could be told, but for a question to a file that was closed before
    its answer was read to the end: whoever stops the program leaves one."""
    if "closed database" not in str(left.exc_value):
        sys.__unraisablehook__(left)
