"""The page of what looks left over in a draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from travaux.cli.app import run
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "two-languages" / "agreement-en.txt"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def rescue(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    text, path = tmp_path / "rescue.txt", tmp_path / "rescue.travaux"
    text.write_text(EXAMPLE.read_text().replace("“salvor”", f"“salvor {SCRIPT}”"))
    with django_db_blocker.unblock():
        assert run(["build", str(text), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_findings_are_grouped_and_lead_to_their_passages(rescue: Client) -> None:
    page = " ".join(rescue.get("/compare/lint").content.decode().split())

    assert "To settle: 2" in page
    assert "Article 4 refers to Article 11, and there is none." in page
    assert "/documents/rescue?from=" in page


def test_words_of_a_text_are_shown_as_words(rescue: Client) -> None:
    page = rescue.get("/compare/lint?draft=rescue/draft").content.decode()

    assert SCRIPT not in page


def test_a_draft_that_is_not_there_is_a_page_of_its_own(rescue: Client) -> None:
    assert rescue.get("/compare/lint?draft=nowhere").status_code == 404


def test_a_text_made_from_itself_is_looked_through_as_before(rescue: Client) -> None:
    alone = rescue.get("/compare/lint?draft=rescue/draft").content.decode()
    against = rescue.get("/compare/lint?draft=rescue/draft&other=rescue/draft").content.decode()

    assert alone.count('class="finding') == against.count('class="finding') == 3
