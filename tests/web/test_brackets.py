"""The page of a draft counts its brackets, and names whose they are in words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.negotiation import PROCEEDINGS

from travaux.cli.app import run
from travaux.desk import file

SCRIPT = "<script>alert(1)</script>"
ROLLING = f"""Ferry Treaty

Article 1

The ferry [shall][US; opposed by JPN: should {SCRIPT}] sail on [date].

Article 2

Fares are free.
"""


@pytest.fixture
def rolling(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    text, path = tmp_path / "rolling.txt", tmp_path / "rolling.travaux"
    text.write_text(ROLLING, encoding="utf-8")
    with django_db_blocker.unblock():
        assert run(["build", str(text), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_a_draft_with_brackets_has_its_census_beside_it(rolling: Client) -> None:
    answer = rolling.get("/drafts/rolling/draft")
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert "Not agreed: 2 brackets, 1 to fill in" in page
    assert "US; opposed by JPN:" in page
    assert "to fill in: date" in page
    assert SCRIPT not in page


def test_the_alternatives_are_marked_in_the_text_with_whose_they_are(rolling: Client) -> None:
    page = rolling.get("/drafts/rolling/draft").content.decode()
    marked = re.findall(r'class="run tint-0 ([a-z -]+)" title="([^"]*)"[^>]*>([^<]*)<', page)
    assert ("alternative odd", "Bracket 1, alternative 1 of 2", "shall") in marked
    assert ("placeholder odd", "Bracket 2: to fill in: date", "date") in marked
    says = "Bracket 1, alternative 2 of 2: proposed by US; opposed by JPN"
    assert [
        (looks, words.split()[0]) for looks, said, words in marked if said == says and looks == "alternative even"
    ] == [("alternative even", "should")]
    assert 'href="#open-1"' in page and 'id="open-1"' in page
    assert 'href="#bracket-2"' in page and 'id="bracket-2"' in page


def test_marking_brackets_changes_no_word_of_the_text(rolling: Client) -> None:
    page = rolling.get("/drafts/rolling/draft").content.decode()
    words = "".join(html.unescape(run) for run in re.findall(r'class="run [^>]*>([^<]*)</a>', page))
    assert "".join(words.split()) == "".join(ROLLING.split())


def test_a_clean_draft_has_no_census(client: Client) -> None:
    page = client.get(f"/drafts/{PROCEEDINGS.drafts[0].id}").content.decode()
    assert "Not agreed" not in page
