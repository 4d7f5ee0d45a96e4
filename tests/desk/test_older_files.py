"""A file of an earlier format, made by its migrations, is brought up to date with all that it has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from pytest_django import DjangoDbBlocker
from tests.desk.keeping import letter

from travaux.desk import decisions, file, remarks, shelf
from travaux.desk.database import sqlite
from travaux.desk.journal.listing import listing
from travaux.desk.journal.verify import verify
from travaux.desk.search import search
from travaux.errors import FileTrouble

pytestmark = pytest.mark.sqlite

THEN = datetime.datetime(2001, 2, 3, tzinfo=datetime.UTC)
WORDS = "The ferry runs twice a day."
#: The last migration of some formats.
FORMATS = {2: "0003_found", 4: "0005_registers", 6: "0009_decisions", 7: "0030_instruments"}


@pytest.fixture(params=FORMATS)
def older(request: pytest.FixtureRequest, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A file of that format, with a letter and with what people could note then."""
    path = tmp_path / "older.travaux"
    with django_db_blocker.unblock():
        sqlite.point_at(path, writing=True)
        call_command("migrate", "desk", FORMATS[request.param], verbosity=0)
        _fill(FORMATS[request.param])
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
            cursor.execute(f"PRAGMA user_version = {request.param}")
        file.close()
        yield path
        file.close()


def _fill(migration: str) -> None:
    models = MigrationLoader(connection).project_state(("desk", migration)).apps
    document = letter(1, WORDS)
    source = models.get_model("desk", "Source").objects.create(name="a.xml", sha256="a" * 64, size=1, read_at=THEN)
    row = models.get_model("desk", "Document").objects.create(
        source=source,
        ident=document.id,
        position=0,
        number="1",
        kind="letter",
        title=document.title,
        date=document.date,
        filed=document.date,
        tree=msgspec.json.encode(document).decode(),
    )
    with connection.cursor() as cursor:
        words = "INSERT INTO desk_words (rowid, title, body, notes) VALUES (%s, %s, %s, '')"
        cursor.execute(words, [row.pk, document.title, WORDS])
        if migration > "0004":
            cursor.execute(
                "INSERT INTO desk_facets (filed, source, position, document, date, kind, sender, recipient, signed,"
                " classification, volume, withheld) VALUES (%s, 1, 0, 1, %s, 'letter', '', '', '', '', 'accord', 0)",
                ["1961-03-14", "1961-03-14"],
            )
    said = {"document": document.id, "start": 0, "end": 9, "note": "", "passage": "The ferry", "made_at": THEN}
    if migration >= "0009":
        models.get_model("desk", "Decision").objects.create(**said, sha256="b" * 64, verdict="rejected", read_as="[]")
    if migration >= "0020":
        models.get_model("desk", "Remark").objects.create(
            **said, draft="accord/d1/draft", clause="Article 1", kind="reason", words="Usual."
        )


def test_it_is_not_read_before_and_says_what_to_do(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(FileTrouble, match="An older Travaux wrote this file"):
        file.open_file(older)
    assert older.read_bytes() == before


def test_it_is_brought_up_to_date_with_all_that_it_has(older: Path) -> None:
    file.create_or_open(older)
    assert [document.text for document in shelf.every_document()] == [WORDS]
    assert search("ferry").total == 1
    said = len(decisions.in_force()) + len(remarks.of("accord/d1/draft"))
    assert verify().broken == ()
    verbs = [(each.verb, each.kind) for each in reversed(listing().entries)]
    assert verbs[:2] == [("began", "file"), ("found", "source")]
    assert len(verbs) == 2 + said
    file.close()
    file.open_file(older)
