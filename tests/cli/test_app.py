from __future__ import annotations

import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.cli.conftest import PROGRAM, Travaux

from travaux.cli.terminal import plain


def test_the_version_is_printed(travaux: Travaux) -> None:
    assert travaux("--version").out == f"travaux {version('travaux')}\n"


@pytest.mark.parametrize("command", ["build", "show", "history", "search", "serve"])
def test_every_command_explains_itself(travaux: Travaux, command: str) -> None:
    said = travaux(command, "-h")
    assert said.status == 0
    assert "Usage:" in said.out


def test_without_a_command_the_help_is_printed(travaux: Travaux) -> None:
    assert "history" in travaux().out


def test_a_pipe_that_is_closed_early_is_no_trouble(built: Path) -> None:
    program = subprocess.Popen([*PROGRAM, "show", built, "d1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
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
