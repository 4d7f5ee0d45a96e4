from __future__ import annotations

import ast
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.cli.conftest import PROGRAM, Travaux, started

from travaux.cli.terminal import plain


def test_the_version_is_printed(travaux: Travaux) -> None:
    assert travaux("--version").out == f"travaux {version('travaux')}\n"


@pytest.mark.parametrize("command", ["build", "show", "history", "search", "withheld", "open", "serve"])
def test_every_command_explains_itself(travaux: Travaux, command: str) -> None:
    said = travaux(command, "-h")
    assert said.status == 0
    assert "Usage:" in said.out


PROBE = """
import sys
from travaux.cli import main
try:
    main()
except SystemExit:
    large = {"lark", "lxml", "docx", "edtf", "rapidfuzz", "ahocorasick_rs", "duckdb", "pyarrow", "numpy"}
    print(sorted(large & {*sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("asked", [("show", "d2"), ("search", "customs")])
def test_to_look_something_up_no_reader_and_no_grammar_is_loaded(built: Path, asked: tuple[str, str]) -> None:
    command, words = asked
    program = [sys.executable, "-c", PROBE, command, built, words]
    said = subprocess.run(program, check=True, capture_output=True, encoding="utf-8")
    assert said.stdout
    assert said.stderr == "[]\n"


def test_the_help_of_all_commands_needs_nothing_that_reads_a_library() -> None:
    said = subprocess.run([sys.executable, "-c", PROBE, "-h"], check=True, capture_output=True, encoding="utf-8")
    assert "precedents" in said.stdout
    assert not {"duckdb", "pyarrow"} & {*ast.literal_eval(said.stderr)}


def test_without_a_command_the_help_is_printed(travaux: Travaux) -> None:
    assert "history" in travaux().out


def test_a_build_that_is_stopped_says_how_to_go_on(accord: Path, tmp_path: Path) -> None:
    for number in range(400):
        text = accord.read_text(encoding="utf-8").replace('"frus">accord', f'"frus">accord-{number}')
        (tmp_path / f"accord-{number}.xml").write_text(text, encoding="utf-8")
    out = tmp_path / "accord.travaux"
    program = started("build", tmp_path, "-o", out, stderr=subprocess.PIPE)
    while not _has_documents(out) and program.poll() is None:
        time.sleep(0.02)
    program.send_signal(signal.SIGINT)
    _, told = program.communicate(timeout=60)
    assert (program.returncode, told.count("\n")) == (130, 1), told
    assert "run the same command again" in told


def _has_documents(path: Path) -> bool:
    """Whether a first source is in: what a build imports, it has imported by then."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        try:
            return bool(database.execute("SELECT count(*) FROM desk_source").fetchone()[0])
        except sqlite3.OperationalError:  # the tables are being made
            return False


@pytest.mark.parametrize("asked", [("show", "d1"), ("register",), ("withheld",), ("journal",)])
def test_a_pipe_that_is_closed_early_is_no_trouble(built: Path, asked: tuple[str, ...]) -> None:
    command, *others = asked
    program = subprocess.Popen([*PROGRAM, command, built, *others], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait(10) == 0


@pytest.mark.parametrize(
    "text, harmless",
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b2J", "\\u009b2J"),
        ("\u202eabc", "\\u202eabc"),
        ("\x7f\r\x00", "␡␍␀"),
        ("a\tb\nc é “", "a\tb\nc é “"),
    ],
)
def test_signs_that_act_on_a_terminal_are_made_visible(text: str, harmless: str) -> None:
    assert plain(text) == harmless
