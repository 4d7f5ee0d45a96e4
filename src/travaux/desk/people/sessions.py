"""Django's sessions in the table of the file. To keep a session is a writing of its own."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Store

from travaux.desk import file
from travaux.desk.people.tables import Session


class SessionStore(Store):
    """A session of whoever logged in."""

    @classmethod
    def get_model_class(cls) -> Any:
        return Session

    def save(self, must_create: bool = False) -> None:
        with file.writing_aside():
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        with file.writing_aside():
            super().delete(session_key)
