"""A decision that another message tells: proposed by the command and the page, and in force when it was entered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.cli.app import run
from travaux.desk import file

REQUEST = """No. 1
Memorandum by the Director of Treaties (Pell) to the Minister of External Affairs (Rennick)

Tessenay, January 20, 1964

Recommendations:

1. That you authorize the Ambassador to negotiate a ferry agreement.

2. That you authorize the Ambassador to sign it.
"""
TELEGRAM = """No. 2
The Minister of External Affairs to the Embassy in Corvany

Tessenay, January 28, 1964

On January 24 the Minister approved recommendation 1 in the Director’s memorandum of January 20 and disapproved 2.
"""


@pytest.fixture
def ferry(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The file of a request, and of a telegram that tells what became of it."""
    (tmp_path / "01-memorandum.txt").write_text(REQUEST, encoding="utf-8")
    (tmp_path / "02-telegram.txt").write_text(TELEGRAM, encoding="utf-8")
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        build([tmp_path / "01-memorandum.txt", tmp_path / "02-telegram.txt"], out=path)
        yield str(path)


def test_it_is_told_with_its_passage_and_does_not_count(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", ferry, "--on", "1964-02-01"]) == 0
    said = capsys.readouterr().out
    assert "No decision that gives authority is in the file by this day." in said
    assert "Recommendation 1 of 01-memorandum: approved by Minister, January 24, 1964" in said
    assert "02-telegram, characters 0-" in said and "it names a paper of that day" in said
    assert "To enter it: --decide 01-memorandum 1 approved --by Minister --on 1964-01-24" in said


def test_on_a_day_before_it_was_told_it_is_not_there(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", ferry, "--on", "1964-01-25", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["told"] == []


def test_it_is_entered_on_the_page_and_is_then_in_force(ferry: str, capsys: pytest.CaptureFixture[str]) -> None:
    file.open_file(Path(ferry))
    client = Client(headers={"host": "localhost"})
    page = client.get("/directives/01-memorandum").content.decode()
    assert page.count("Enter this decision") == 2
    form = {"recommendation": ["1"], "decided": "approved", "approver": "Minister", "on": "1964-01-24"}
    assert client.post("/directives/01-memorandum", form).status_code == 303
    assert client.get("/directives/01-memorandum").content.decode().count("Enter this decision") == 1
    assert "Decisions told" in client.get("/mandate?on=1964-02-01").content.decode()
    file.close()
    assert run(["mandate", ferry, "--on", "1964-02-01"]) == 0
    assert "Authority (negotiate" in capsys.readouterr().out


def test_programs_are_told_it_and_enter_it(ferry: str) -> None:
    file.open_file(Path(ferry))
    client = Client(headers={"host": "localhost"})
    told = client.get("/api/v1/requests/decisions/told").json()["items"]
    first = told[0]
    assert [(each["request"], each["recommendations"], each["decided"]) for each in told] == [
        ("01-memorandum", ["1"], "approved"),
        ("01-memorandum", ["2"], "disapproved"),
    ]
    assert (first["by"], first["on"], first["how"]) == ("Minister", "1964-01-24", "it names a paper of that day")
    assert (first["at"]["document"], first["words"]) == ("02-telegram", TELEGRAM.splitlines()[5])
    assert client.get("/api/v1/requests/decisions/told?on=1964-01-25").json()["items"] == []
    entered = {"document": first["request"], "number": "1", "decided": first["decided"], "approver": first["by"]}
    answer = client.post("/api/v1/requests/decisions", entered | {"on": first["on"]}, content_type="application/json")
    assert answer.status_code == 204, answer.content
    (left,) = client.get("/api/v1/requests/decisions/told").json()["items"]
    assert left["recommendations"] == ["2"]
    file.close()
