"""The page of an outline: every provision with its address, how many of each kind, and what was not told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker
from tests.web.negotiation import PROCEEDINGS

from travaux.cli.app import run
from travaux.desk import file

SCRIPT = "<script>alert(1)</script>"
TREATY = f"""Ferry Treaty

Article 1

The fares {SCRIPT} are:
Class | Fare |
First | 10 |

Article 3

Fares are reviewed.
"""


@pytest.fixture
def ferry(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    text, path = tmp_path / "ferry.txt", tmp_path / "ferry.travaux"
    text.write_text(TREATY, encoding="utf-8")
    with django_db_blocker.unblock():
        assert run(["build", str(text), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_the_outline_of_a_draft_gives_each_provision_its_address(ferry: Client) -> None:
    answer = ferry.get("/outline/ferry/draft")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Article 1, first paragraph, Table, second row" in page
    assert "2 articles, numbered 1 to 3; missing: 2" in page
    assert "articles-missing" in page
    assert SCRIPT not in page


def test_the_page_of_a_draft_leads_to_its_outline(ferry: Client) -> None:
    assert 'href="/outline/ferry/draft"' in ferry.get("/drafts/ferry/draft").content.decode()


def test_a_draft_made_by_instructions_has_an_outline(client: Client) -> None:
    derived = next(draft for draft in PROCEEDINGS.drafts if draft.derived_from)
    answer = client.get(reverse("outline", args=[derived.id]))
    assert answer.status_code == 200
    assert "Recognised" in answer.content.decode()


def test_the_outline_of_no_draft_is_not_found(client: Client) -> None:
    assert client.get("/outline/nothing/draft").status_code == 404
