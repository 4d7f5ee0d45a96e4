"""The command line: parses what is typed, calls one action or one verb, and prints. Nothing else prints."""

from __future__ import annotations

import sys

from travaux.desk.start import start


def main() -> None:
    """The program `travaux`: exit status 0, or 2 with one line that says what is wrong and the cure."""
    start()
    # What the commands import needs Django ready.
    from travaux.cli.app import run

    sys.exit(run(sys.argv[1:]))
