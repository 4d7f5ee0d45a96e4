"""The file of the example negotiation, made once, and copies of it for tests that change it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.browser.served import EXAMPLE, travaux


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example negotiation with its positions; nobody writes to it."""
    path = tmp_path_factory.mktemp("made") / "example.travaux"
    travaux("build", EXAMPLE, "-o", path)
    travaux("positions", path, "--take", EXAMPLE / "issues.toml")
    return path


@pytest.fixture
def example(made_once: Path, tmp_path: Path) -> Path:
    """A copy of the test's own."""
    return Path(shutil.copy(made_once, tmp_path / "example.travaux"))
