from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.actions.ferry import papers

from travaux.actions.build import build
from travaux.actions.remark import remark
from travaux.desk import file, remarks
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.verify import verify

DRAFT = "1-letter/draft"


@pytest.fixture
def client(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        build(papers(tmp_path / "papers"), out=path)
        file.open_file(path)
        remark(DRAFT, "Article 1", "Usual.")
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_entries_are_listed_the_newest_first(client: Client) -> None:
    html = client.get("/journal").content.decode()
    newest, began = html.index(f'noted draft <a href="/drafts/{DRAFT}">'), html.index("began file")
    assert newest < began


def test_they_are_narrowed_to_an_object(client: Client) -> None:
    html = client.get("/journal", {"on": DRAFT}).content.decode()
    assert "noted draft" in html
    assert "began file" not in html


def test_an_entry_is_undone_from_the_page(client: Client) -> None:
    number = JournalEntry.objects.count()
    answer = client.post("/journal", {"undo": str(number)})
    assert (answer.status_code, answer["Location"].endswith(f"#entry-{number + 1}")) == (303, True)
    assert remarks.of(DRAFT) == ()
    assert verify().broken == ()


@pytest.mark.parametrize("number", ["1", "999", "-1", "x" * 400, "9" * 30])
def test_what_cannot_be_undone_is_told(client: Client, number: str) -> None:
    before = JournalEntry.objects.count()
    answer = client.post("/journal", {"undo": number})
    assert (answer.status_code, JournalEntry.objects.count()) == (400, before)
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize(
    "asked", [{"on": "\0'\"<b>"}, {"page": "99999999999999999999"}, {"page": "-4"}, {"on": "é" * 4000}]
)
def test_whatever_is_asked_for_there_is_a_page(client: Client, asked: dict[str, str]) -> None:
    answer = client.get("/journal", asked)
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode()
