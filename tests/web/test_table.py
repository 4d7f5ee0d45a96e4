"""The page of drafts side by side."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of

from travaux.cli.app import run
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
NAMES = ("08-memorandum-tab-a", "13-telegram-redraft", "14-despatch-comments")
BOTH = "draft=08-memorandum-tab-a/tab-a&draft=13-telegram-redraft/draft"


@pytest.fixture
def ilvane(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", *(str(EXAMPLE / f"{name}.txt") for name in NAMES), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_a_page_without_drafts_says_what_it_is_for(ilvane: Client) -> None:
    assert "Choose two to four drafts." in page_of(ilvane, "/compare/table")


def test_provisions_stand_beside_each_other_with_comments(ilvane: Client) -> None:
    page = page_of(ilvane, f"/compare/table?{BOTH}")

    assert "<del>" in page
    assert "This was not made a condition." in page
    assert "/documents/14-despatch-comments?from=" in page
    assert '<th scope="row">Article IX</th>' in page


def test_what_is_the_same_is_left_out_when_asked_for(ilvane: Client) -> None:
    assert '<th scope="row">Article I</th>' in page_of(ilvane, f"/compare/table?{BOTH}")
    assert '<th scope="row">Article I</th>' not in page_of(ilvane, f"/compare/table?{BOTH}&changed=1")


def test_the_table_is_taken_away_as_a_word_file(ilvane: Client) -> None:
    answer = ilvane.get(f"/compare/table?{BOTH}&as=word")

    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert docx.Document(io.BytesIO(answer.content)).tables


@pytest.mark.parametrize(("asked", "status"), [("as=nothing", 400), ("as=json", 400), ("draft=nowhere", 404)])
def test_what_cannot_be_laid_out_is_told_on_a_page(ilvane: Client, asked: str, status: int) -> None:
    assert ilvane.get(f"/compare/table?{BOTH}&{asked}").status_code == status
