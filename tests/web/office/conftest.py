"""The planted negotiation as an office serves it, and a browser of each kind of person."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker
from tests.web.office import planted

from travaux.desk import file
from travaux.desk.access.viewer import require_login
from travaux.desk.people.people import person
from travaux.web.office.door import PERSON, STAMP

HOST = "negotiation.example"
_NOT_THESE = {"DATABASES", "INSTALLED_APPS", "LOGGING", "TEMPLATES"}


@pytest.fixture(scope="session")
def office_settings() -> dict[str, Any]:
    """The settings of an office, as its environment gives them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAVAUX_SECRET_KEY", "".join(map(chr, range(40, 120))))
        patch.setenv("TRAVAUX_HOSTS", HOST)
        patch.setenv("TRAVAUX_METRICS_TOKEN", "figures please")
        module = import_module("travaux.desk.office")
    return {name: getattr(module, name) for name in dir(module) if name.isupper() and name not in _NOT_THESE}


@pytest.fixture(scope="session")
def planted_file(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    folder = tmp_path_factory.mktemp("office")
    with django_db_blocker.unblock():
        planted.make(folder / "ferry.travaux", folder / "in")
    return folder / "ferry.travaux"


@pytest.fixture
def office(
    planted_file: Path, tmp_path: Path, office_settings: dict[str, Any], django_db_blocker: DjangoDbBlocker
) -> Iterator[Path]:
    """The file, served by an office."""
    path = shutil.copy(planted_file, tmp_path / "ferry.travaux")
    shutil.copytree(planted_file.with_suffix(".library"), path.with_suffix(".library"))
    with django_db_blocker.unblock(), override_settings(**{**office_settings, "BURST": 1_000_000}):
        file.open_file(path)
        require_login()
        try:
            yield path
        finally:
            require_login(False)
            file.close()


@pytest.fixture
def browser_of(office: Path) -> Callable[[str], Client]:
    """A browser in which a person has logged in; "" for one in which nobody has."""

    def browser(key: str) -> Client:
        client = Client(headers={"host": HOST}, raise_request_exception=False)
        if key:
            session, row = client.session, person(key)
            session[PERSON], session[STAMP] = row.key, row.stamp
            session.save()
        return client

    return browser


@pytest.fixture
def client_of_one(planted_file: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """The same file, served to the one person at a machine."""
    with django_db_blocker.unblock():
        file.open_file(planted_file)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()
