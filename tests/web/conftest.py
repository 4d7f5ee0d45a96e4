"""A real file of the small negotiation, open for reading, and a client that asks for its pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.negotiation import APPLIED, DOCUMENTS, LONE, PROCEEDINGS, REFUSED

from travaux.amend.proceedings import Examined
from travaux.desk import file, keep, models
from travaux.desk.references.keep import settle


@pytest.fixture(scope="session")
def accord(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """The file of the small negotiation."""
    path = tmp_path_factory.mktemp("web") / "accord 1961.travaux"
    with django_db_blocker.unblock():
        file.create_or_open(path)
        read_at = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
        with transaction.atomic():
            source = models.Source.objects.create(name="accord.xml", sha256="0", size=1, read_at=read_at)
            found = Examined(instructions=(APPLIED.instruction, REFUSED.instruction), findings=(LONE,))
            keep.keep_documents(DOCUMENTS, [Examined(), found], source=source, position=0)
            keep.keep_proceedings(PROCEEDINGS)
            settle()
        file.close()
    return path


@pytest.fixture
def client(accord: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    with django_db_blocker.unblock():
        file.open_file(accord)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()
