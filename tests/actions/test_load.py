"""What is read in before processes are copied: all that each of them would make for itself."""

from __future__ import annotations

import subprocess
import sys

# Which modules make a grammar, in a new process.
_MADE = """
import sys
import lark

made, make = [], lark.Lark.__init__

def told(grammar, *given, **how):
    made.append(sys._getframe(1).f_globals["__name__"])
    make(grammar, *given, **how)

lark.Lark.__init__ = told
from travaux.desk.start import start
start()
from travaux.actions.load import load
load()
print(*made)
"""


def test_every_grammar_that_reading_needs_is_read_in() -> None:
    made = subprocess.run([sys.executable, "-c", _MADE], check=True, capture_output=True, text=True).stdout.split()
    rooms = "record.registers.tenure record.source_note record.dateline record.when text.scan text.fold amend.clauses"
    assert set(made) == {f"travaux.{room}" for room in rooms.split()}


_LOADED = """
import sys
from travaux.desk.start import start
start()
from travaux.actions.load import load
load(examines=False)
print(*(name for name in sys.modules if name.startswith(("travaux.amend", "travaux.text"))))
"""


def test_where_drafts_are_put_off_nothing_that_seeks_them_is_read_in() -> None:
    read_in = subprocess.run([sys.executable, "-c", _LOADED], check=True, capture_output=True, text=True).stdout.split()
    assert not {f"travaux.{room}" for room in ("amend.examine", "amend.compile", "amend.clauses", "text.outline")} & {
        *read_in
    }
