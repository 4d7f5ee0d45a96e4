"""What tests of the actions share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from travaux.desk import file


@pytest.fixture
def unblocked(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database may be used, with a file of the test's own, which is closed at the end."""
    with django_db_blocker.unblock():
        yield
        file.close()
