"""An approver who decides while a required clearance is missing: by the command, by the page and by a program."""

from __future__ import annotations

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
WHY = "The Conference opens tomorrow."


@pytest.fixture
def waiting(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The file of a package that is before the Minister and that the Legal Adviser has not cleared."""
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([NOTE], out=path)
        file.open_file(path)
        plan = Plan(id="note", kind=Kind.NOTE, route=route("LA, Marine"), drafter="WD", approver="Minister",
                    words="Article 1\nThe ferry runs daily.")  # fmt: skip
        clear.open_package(plan)
        clear.circulate("note", Actor("WD"))
        clear.hand_over("note", Actor("WD"), "Minister")
        yield str(path)
        file.close()


def test_the_command_names_what_is_missing_and_takes_a_reason(waiting: str, capsys: pytest.CaptureFixture[str]) -> None:
    approve = ["clear", waiting, "note", "--approve", "0", "--by", "Minister"]
    assert run(approve) != 0
    assert "Required clearances are missing: LA: asked; Marine: asked." in capsys.readouterr().err
    assert run([*approve, "--all-the-same", WHY]) == 0
    told = capsys.readouterr().out
    assert f"because: {WHY}" in told and "missing then: LA: asked" in told


@pytest.mark.parametrize(
    ("given", "other"),
    [
        (["--as", "96"], "--send"),
        (["--disapprove", "0", "--all-the-same", WHY], "--approve or --modify"),
        (["--title", "A note"], "--new"),
    ],
)
def test_what_goes_with_another_option_is_not_left_out_without_it(
    waiting: str, capsys: pytest.CaptureFixture[str], given: list[str], other: str
) -> None:
    assert run(["clear", waiting, "note", "--by", "Minister", *given]) != 0
    assert f"this goes with {other}" in capsys.readouterr().err


def test_the_page_warns_and_takes_a_reason(waiting: str) -> None:
    client = Client(headers={"host": "localhost"})
    page = client.get("/clearance/note?office=Minister").content.decode()
    assert "Required clearances are missing: LA: asked; Marine: asked." in page
    form = {"do": "approve", "office": "Minister", "number": "0"}
    refused = client.post("/clearance/note", form)
    assert refused.status_code == 400
    assert client.post("/clearance/note", form | {"despite": WHY}).status_code == 303
    assert "Decided while missing: LA: asked; Marine: asked." in client.get("/clearance/note").content.decode()


def test_a_program_gives_the_reason_too(waiting: str) -> None:
    client = Client(headers={"host": "localhost"})
    deed = {"do": "approve", "office": "Minister"}
    where = "/api/v1/packages/note/acts"
    assert client.post(where, deed, content_type="application/json").status_code == 400
    assert client.post(where, deed | {"despite": WHY}, content_type="application/json").status_code == 200
    assert packages.package("note").decision_on(0)
