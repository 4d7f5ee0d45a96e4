"""Runs `examples/round.sh` on a file, its commands in this process: to start forty takes longer than to do them."""

from __future__ import annotations

import json
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from travaux.cli.app import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
#: Stands for the program: hands over what it is told, and ends as that ended.
_ASKS = """#!{python} -IS
import json, socket, sys
asked = socket.socket(socket.AF_UNIX)
asked.connect({at!r})
asked.sendall(json.dumps(sys.argv[1:]).encode() + b"\\n")
sys.exit(int(asked.makefile().readline()))
"""


def walk_round(file: Path) -> None:
    """The whole round of clearance of the example, on its file."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listening:
        at, program = Path(folder, "socket"), Path(folder, "travaux")
        program.write_text(_ASKS.format(python=sys.executable, at=str(at)))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        listening.bind(str(at))
        listening.listen()
        listening.settimeout(0.1)
        script = subprocess.Popen([EXAMPLES / "round.sh", file, program], stderr=subprocess.PIPE, text=True)
        while script.poll() is None:
            _answer(listening)
        _, trouble = script.communicate()
        assert script.returncode == 0, trouble


def _answer(listening: socket.socket) -> None:
    try:
        asked, _ = listening.accept()
    except TimeoutError:
        return
    with asked, asked.makefile() as told:
        asked.settimeout(None)
        asked.sendall(f"{run(json.loads(told.readline()))}\n".encode())
