"""What the command and the page tell of orders that were carried out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.cli.app import run
from travaux.desk import file

ORDER = """No. 1
Telegram From the Ministry of External Affairs to the Embassy in Corvany

Tessenay, March 3, 1964

12. You should raise the question of pilotage dues with the Foreign Minister tomorrow.

You should seek a fee of six crowns.
"""
REPORT = """No. 2
Telegram From the Embassy in Corvany to the Ministry of External Affairs

Port Quillon, March 4, 1964

31. I raised the question of pilotage dues with the Foreign Minister today. He took note.
"""


@pytest.fixture
def dues(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The file of an order and of the report that it was carried out."""
    (tmp_path / "01-order.txt").write_text(ORDER, encoding="utf-8")
    (tmp_path / "02-report.txt").write_text(REPORT, encoding="utf-8")
    path = tmp_path / "dues.travaux"
    with django_db_blocker.unblock():
        build([tmp_path / "01-order.txt", tmp_path / "02-report.txt"], out=path)
        yield str(path)


def test_an_order_stands_under_its_heading_until_it_is_reported_done(
    dues: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["mandate", dues, "--on", "1964-03-03"]) == 0
    assert "carried out once" not in capsys.readouterr().out
    assert run(["mandate", dues, "--on", "1964-03-05"]) == 0
    in_force, _, done = capsys.readouterr().out.partition("To be carried out once, and done or past")
    assert "seek: a fee of six crowns" in in_force and "raise" not in in_force
    assert "reported done by 02-report, characters" in done and "I raised the question" in done


def test_the_page_and_the_api_tell_it_apart(dues: str) -> None:
    file.open_file(Path(dues))
    client = Client(headers={"host": "localhost"})
    page = client.get("/mandate?on=1964-03-05").content.decode()
    assert "To be carried out once, and done or past" in page and "Reported done" in page
    told = client.get("/api/v1/mandate?on=1964-03-05").json()
    assert [each["why"] for each in told["spent"]] == ["reported done"]
    assert [each["act"] for each in told["directives"]] == ["seek"]
    file.close()
