"""What the command tells of an authority that has no day, and of the draft that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.cli.app import run
from travaux.desk import file

TAB_A = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane/08-memorandum-tab-a.txt"
FREE = "Ships of either Party, whether of commerce or of war, shall be free to pass the Strait by day and by night"
APART = "Undated: counts from no day until a day is entered"


@pytest.fixture
def undated(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The file of a request for authority that prints no day, with its draft."""
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([TAB_A], out=path)
        yield str(path)


def _enter_the_day(path: str) -> None:
    for number in ("1", "2"):
        said = ["--decide", "08-memorandum-tab-a", number, "approved", "--on", "1962-09-24"]
        assert run(["mandate", path, *said]) == 0
    said = ["--decide", "08-memorandum-tab-a", "3", "approved with an addition", "--on", "1962-09-24"]
    assert run(["mandate", path, *said]) == 0


def test_it_stands_apart_until_its_day_is_entered(undated: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", undated, "--on", "1962-09-10"]) == 0
    told = capsys.readouterr().out
    in_force, _, apart = told.partition(APART)
    assert "No decision that gives authority is in the file by this day." in in_force
    assert "Authority (negotiate" in apart and "Article I: “Ships" in apart and "--on DATE" in apart
    _enter_the_day(undated)
    capsys.readouterr()
    assert run(["mandate", undated, "--on", "1962-09-24"]) == 0
    in_force, _, apart = capsys.readouterr().out.partition(APART)
    assert "Authority (negotiate" in in_force and "Article I: “Ships" in in_force
    assert "Authority" not in apart and "Article I" not in apart


def test_its_draft_is_authorised_from_the_day_of_the_decision(undated: str, capsys: pytest.CaptureFixture[str]) -> None:
    _enter_the_day(undated)
    capsys.readouterr()
    assert run(["mandate", undated, "--on", "1962-09-23"]) == 0
    assert "Ships of either Party" not in capsys.readouterr().out


def test_a_check_asks_for_the_day(undated: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check-authority", undated, FREE, "--article", "Article I", "--on", "1962-09-10"]) == 1
    told = capsys.readouterr().out
    assert "Article I: undetermined" in told
    assert "ask: Since when does 08-memorandum-tab-a hold?" in told and "undated" in told


def test_the_page_and_the_api_tell_it_apart(undated: str) -> None:
    file.open_file(Path(undated))
    client = Client(headers={"host": "localhost"})
    page = client.get("/mandate?on=1962-09-10").content.decode()
    assert APART in page and "Enter the day" in page
    told = client.get("/api/v1/mandate?on=1962-09-10").json()
    assert told["authority"] == [] and told["wordings"] == []
    assert told["undated"]["authority"][0]["since"] is None and told["undated"]["wordings"]
    file.close()
