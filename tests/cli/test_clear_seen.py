"""Words that came in while an office read others are not cleared by it: by the command, by the page, by a program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from travaux.actions import clear
from travaux.actions.build import build
from travaux.actions.clear import Actor, Plan
from travaux.clearance.package import Kind
from travaux.clearance.route import route
from travaux.cli.app import run
from travaux.desk import file, packages

NOTE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane/04-letter.txt"
PAGE, ACTS = "/clearance/note?office=LA", "/api/v1/packages/note/acts"


@pytest.fixture
def circulated(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The file of a package that LA and Marine are asked to clear."""
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([NOTE], out=path)
        file.open_file(path)
        words = "Article 1\nThe ferry runs daily."
        clear.open_package(Plan(id="note", kind=Kind.NOTE, route=route("LA, Marine"), drafter="WD", words=words))
        clear.circulate("note", Actor("WD"))
        yield str(path)
        file.close()


def _revise(path: str) -> None:
    file.open_file(Path(path))
    clear.revise("note", Actor("WD"), "Article 1\nThe ferry runs weekly.")


def _replies(path: str) -> int:
    file.open_file(Path(path))
    return len(packages.package("note").replies)


def test_the_page_refuses_an_answer_to_words_that_it_did_not_show(circulated: str) -> None:
    client = Client(headers={"host": "localhost"})
    shown = re.search(r'name="seen" value="(\w+)"', client.get(PAGE).content.decode())
    assert shown
    answer = {"do": "concur", "office": "LA", "seen": shown[1]}
    _revise(circulated)
    refused = client.post("/clearance/note", answer)
    assert refused.status_code == 400 and "The text is another than the one" in refused.content.decode()
    assert not _replies(circulated)
    now = re.search(r'name="seen" value="(\w+)"', refused.content.decode())
    assert now and client.post("/clearance/note", answer | {"seen": now[1]}).status_code == 303


def test_a_program_says_which_text_it_read(circulated: str) -> None:
    client = Client(headers={"host": "localhost"})
    answer = {"do": "concur", "office": "LA", "seen": client.get("/api/v1/packages/note").json()["sha256"]}
    _revise(circulated)
    refused = client.post(ACTS, answer, content_type="application/json")
    assert refused.status_code == 400 and "The text is another" in refused.content.decode()
    assert not _replies(circulated)


def test_the_command_says_which_text_was_read(circulated: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clear", circulated, "note"]) == 0
    shown = re.search(r"text (\w{12}), version 1", capsys.readouterr().out)
    assert shown
    concur = ["clear", circulated, "note", "--by", "LA", "--seen", shown[1]]
    assert run([*concur, "--concur", "--send"]) != 0 and not _replies(circulated)
    assert run([*concur, "--concur"]) == 0 and _replies(circulated) == 1
    _revise(circulated)
    capsys.readouterr()
    assert run([*concur, "--concur"]) != 0
    assert "Read what changed, and act again." in capsys.readouterr().err
    assert _replies(circulated) == 1
