"""What many tests share: the published record, where it is at hand, and a Chromium to drive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from tests import office
from tests.haste import HASTE
from travaux.desk import file

REPOSITORY = Path(__file__).resolve().parent.parent
NO_CORPUS = "the published record is not here: set TRAVAUX_CORPUS to a folder with frus/ and seeds/"
NO_CHROMIUM = "no chromium, chromium-browser or google-chrome on the PATH: make test installs one"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# How long the making of examples takes is the machine's matter: no test is timed.
_UNTIMED = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile("untimed", deadline=None, suppress_health_check=_UNTIMED)
# The same examples at every run where nobody looks on: a change lands or not for what it is, not by chance. They are
# fewer, since they are the same ones.
hypothesis.settings.register_profile(
    "steady", derandomize=True, max_examples=30, deadline=None, suppress_health_check=_UNTIMED
)
hypothesis.settings.load_profile("steady" if HASTE else "untimed")


def _corpus() -> Path | None:
    folder = Path(os.environ.get("TRAVAUX_CORPUS") or REPOSITORY.parent / "shared" / "record")
    return folder if (folder / "frus").is_dir() and (folder / "seeds").is_dir() else None


def pytest_addoption(parser: pytest.Parser) -> None:
    choices = ["sqlite", "postgresql"]
    parser.addoption("--database", choices=choices, default="sqlite", help="where the tests keep what they build")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    other = "sqlite" if config.getoption("database") == "postgresql" else "postgresql"
    own = [item for item in items if item.get_closest_marker(other)]
    if own:
        items[:] = [item for item in items if not item.get_closest_marker(other)]
        config.hook.pytest_deselected(items=own)
    if _corpus() is None:
        for item in items:
            if item.get_closest_marker("corpus"):
                item.add_marker(pytest.mark.skip(reason=NO_CORPUS))


@pytest.fixture(scope="session", autouse=True)
def _on_the_database(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Where `--database postgresql` is given, files are kept there."""
    if request.config.getoption("database") != "postgresql":
        yield
        return
    with office.server() as uri, pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        office.kept_there(uri, patch)
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the published record."""
    folder = _corpus()
    if folder is None:
        pytest.skip(NO_CORPUS)
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; each test opens its own context or page in it, and closes it."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip(NO_CHROMIUM)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop running in this thread, which Django takes for async code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        # As long as any other wait of these tests: a machine that is busy shows a page late, not wrongly.
        expect.set_options(timeout=10_000)
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def desk(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A new negotiation's file, open for writing."""
    path = tmp_path / "test.travaux"
    with django_db_blocker.unblock():
        file.create_or_open(path)
        yield path
        file.close()
