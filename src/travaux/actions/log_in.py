"""Lets a person in, or keeps that an attempt failed."""

from __future__ import annotations

from travaux.desk import file
from travaux.desk.people import login
from travaux.desk.people.login import Given, TooOften
from travaux.desk.people.tables import Person
from travaux.errors import NotPermitted


def log_in(given: Given) -> Person:
    """The person who gave this. Raises NotPermitted where it is not right, TooOften after too many attempts."""
    try:
        # To look at a password takes its time, for which nobody else is kept from writing.
        row = login.known(given)
        with file.writing_aside():
            login.use_code(given, row)
        return row
    except TooOften:
        raise
    except NotPermitted:
        with file.writing_aside():
            login.failed(given)
        raise
