"""The program as a person runs it: in this process, or in one of its own where that matters."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from pytest_django import DjangoDbBlocker

from travaux.cli.app import run

PROGRAM = (sys.executable, "-c", "from travaux.cli import main; main()")


@dataclass(frozen=True)
class Said:
    """How the program ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def trouble(self) -> str:
        """The one line that says what is wrong."""
        assert self.status == 2, self
        assert "Traceback" not in self.err
        assert self.err.startswith("travaux: ")
        assert self.err.count("\n") == 1, self.err
        return self.err


def started(*arguments: str | Path, **pipes: int) -> subprocess.Popen[str]:
    """The program in a process of its own that heeds an interrupt, also where who started us told us not to."""
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **pipes,
    )


class Travaux(Protocol):
    def __call__(self, *arguments: str | Path) -> Said: ...


@pytest.fixture
def accord() -> Path:
    """A volume of three documents: a draft, instructions on it, and a hostile one."""
    return Path(__file__).parent.parent / "actions" / "record" / "accord.xml"


@pytest.fixture
def travaux(capsys: pytest.CaptureFixture[str], django_db_blocker: DjangoDbBlocker) -> Iterator[Travaux]:
    """Runs the program in this process."""

    def call(*arguments: str | Path) -> Said:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        return Said(status, *capsys.readouterr())

    with django_db_blocker.unblock():
        yield call


@pytest.fixture
def built(travaux: Travaux, accord: Path, tmp_path: Path) -> Path:
    """A file built from the volume."""
    path = tmp_path / "accord.travaux"
    assert travaux("build", accord, "-o", path).status == 0
    return path


def apart(
    *arguments: str | Path, env: Mapping[str, str] | None = None, first: Callable[[], object] | None = None
) -> Said:
    """Runs the program in a process of its own, which does `first` before."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **(env or {})},
        preexec_fn=first,
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)
