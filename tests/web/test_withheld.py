"""The page of what is withheld: marks are made and released on it, and editions taken away."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.desk import file, marks

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
TELEGRAM = "09-telegram-instructions"
SECRET = "Do not volunteer this."


@pytest.fixture
def client(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([EXAMPLE / f"{TELEGRAM}.txt"], out=path)
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def send(client: Client, **fields: str) -> object:
    given = {"document": TELEGRAM, "words": SECRET, "reason": "fallback", "authority": "Legal Adviser", **fields}
    return client.post("/withheld", given)


def test_words_sent_are_marked_and_shown_with_their_ground(client: Client) -> None:
    answer = send(client, day="1963-01-01")
    page = client.get(answer.headers["Location"]).content.decode()
    assert answer.status_code == 303
    assert SECRET in page
    assert "fallback · Legal Adviser · 1 January 1963 · kept in the internal edition" in page
    document = client.get(f"/documents/{TELEGRAM}").content.decode()
    assert "Marked here as withheld" in document
    assert "is-held" in document


@pytest.mark.parametrize("form", ["html", "word", "text", "markdown", "json"])
def test_an_edition_taken_has_them_only_for_the_house(client: Client, form: str) -> None:
    send(client, day="1963-01-01", unit="document")
    taken = {to: client.get(f"/withheld/edition?for={to}&as={form}") for to in ("internal", "public")}
    assert all(answer.status_code == 200 for answer in taken.values())
    if form != "word":
        assert "volunteer" in taken["internal"].content.decode()
        assert "volunteer" not in taken["public"].content.decode()
    assert taken["internal"].content != taken["public"].content


def test_a_mark_is_released_from_its_day_on(client: Client) -> None:
    send(client, day="1963-01-01")
    assert client.post("/withheld", {"release": "1", "authority": "Minister", "day": "1993-01-01"}).status_code == 303
    assert "from 1 January 1993 by Minister" in client.get("/withheld").content.decode()
    early, late = (
        json.loads(client.get(f"/withheld/edition?for=public&as=json&on={day}").content)["documents"][0]["body"]
        for day in ("1992-12-31", "1993-01-01")
    )
    assert (SECRET in json.dumps(early), SECRET in json.dumps(late)) == (False, True)
    assert marks.holding(datetime.date(1993, 1, 1)) == {}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"words": "no such words"}, "does not have"),
        ({"words": "Article"}, "times"),
        ({"authority": ""}, "authority"),
        ({"document": "none"}, "There is no document none."),
        ({"day": "yesterday"}, "is no day"),
        ({"release": "7"}, "There is no mark 7."),
        ({"release": "x"}, "does not say which mark"),
    ],
)
def test_a_form_that_cannot_be_done_is_told_and_keeps_what_was_typed(
    client: Client, fields: dict[str, str], says: str
) -> None:
    answer = send(client, **fields)
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert marks.marks() == ()


def test_there_is_no_edition_but_three(client: Client) -> None:
    assert client.get("/withheld/edition?for=everyone&as=html").status_code == 404
    assert client.get("/withheld/edition?for=public&as=tei").status_code == 400
