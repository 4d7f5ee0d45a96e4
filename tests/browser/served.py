"""The command of Travaux, and a file as it serves it, for tests that look at its pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EXAMPLE = EXAMPLES / "strait-of-ilvane"
TRAVAUX = str(Path(sys.executable).with_name("travaux"))


def travaux(*arguments: str | Path, typed: str | None = None) -> None:
    """Run the command; it must succeed."""
    subprocess.run([TRAVAUX, *map(str, arguments)], check=True, input=typed, text=True, capture_output=True)


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Where the pages of a file are, as long as it is served."""
    command = [TRAVAUX, "serve", str(path), "--port", "0", "--no-browser"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        yield next(word for word in server.stdout.readline().split() if word.startswith("http://")).rstrip("/")
        server.terminate()


def follow(link: Locator) -> None:
    """Click on a link or a button that leads to another page, and wait until that page is there with its scripts.

    Before that, what was sent may not have been taken down, and what another browser asks for next would be told as it
    was; and a link of a page that waits for its scripts leads to a page of its own, as it does without them.
    """
    with link.page.expect_event("load"):
        link.click()
