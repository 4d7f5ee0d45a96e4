"""The page of what each side made of a common text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of

from travaux.cli.app import run
from travaux.desk import file

CASE = Path(__file__).resolve().parents[1] / "cases" / "compare" / "sides" / "two_words_for_one_collide"
PAGE = "/compare/sides?parent=common/draft&draft=one/draft&draft=other/draft"


@pytest.fixture
def ferry(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        assert run(["build", *(str(CASE / f"{name}.txt") for name in ("common", "one", "other")), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_a_page_without_drafts_says_what_it_is_for(ferry: Client) -> None:
    assert "Choose the text that the drafts come from" in page_of(ferry, "/compare/sides")


def test_collisions_stand_with_the_words_of_each_side(ferry: Client) -> None:
    page = page_of(ferry, PAGE)

    assert "<strong>1</strong> in collision" in page
    assert "They collide on <q>daily</q>" in page
    assert "<dt>one</dt><dd>weekly</dd>" in page
    assert "<dt>other</dt><dd>monthly</dd>" in page
    assert "Dogs shall be kept" not in page


def test_what_nobody_touched_is_shown_when_asked_for(ferry: Client) -> None:
    assert "Dogs shall be kept" in page_of(ferry, f"{PAGE}&all=1")


def test_a_draft_that_is_not_there_is_a_page_of_its_own(ferry: Client) -> None:
    assert ferry.get("/compare/sides?parent=nowhere&draft=a&draft=b").status_code == 404
