"""The pages of two authentic texts, and of the alternat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of

from travaux.cli.app import run
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "two-languages"
BOTH = "one=agreement-en/draft&other=agreement-fr/draft"


@pytest.fixture
def rescue(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "rescue.travaux"
    with django_db_blocker.unblock():
        assert (
            run(["build", str(EXAMPLE / "agreement-en.txt"), str(EXAMPLE / "agreement-fr.txt"), "-o", str(path)]) == 0
        )
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_a_page_without_texts_says_what_it_is_for(rescue: Client) -> None:
    assert "Choose the texts of one agreement in two languages." in page_of(rescue, "/compare/languages")


def test_mismatches_stand_below_the_provision_in_both_languages(rescue: Client) -> None:
    page = page_of(rescue, f"/compare/languages?{BOTH}")

    assert "5 mismatches to settle, 1 to look at." in page
    assert "twelve (12) stands against dix (10)." in page
    assert "un équipage d’au moins dix hommes" in page
    assert "Avis en est donné" not in page


def test_all_provisions_are_shown_when_asked_for(rescue: Client) -> None:
    assert "Avis en est donné" in page_of(rescue, f"/compare/languages?{BOTH}&all=1")


def test_a_text_corresponds_with_itself(rescue: Client) -> None:
    page = page_of(rescue, "/compare/languages?one=agreement-fr/draft&other=agreement-fr/draft")

    assert "The two texts correspond in all that is looked at." in page


def test_the_alternat_marks_what_was_exchanged(rescue: Client) -> None:
    page = page_of(rescue, "/compare/alternat?draft=agreement-en/draft")

    assert "Kingdom of Corvany first; 8 lines exchanged" in page
    assert len(re.findall(r'class="line exchanged"', page)) == 8


def test_an_alternat_that_cannot_be_made_says_why(rescue: Client) -> None:
    answer = rescue.get("/compare/alternat?draft=agreement-fr/draft")

    assert answer.status_code == 400
    assert "between which two parties" in answer.content.decode()
