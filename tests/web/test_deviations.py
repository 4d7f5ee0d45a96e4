"""The page of a draft held against a standard form, and what a person notes on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of

from travaux.cli.app import run
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
NAMES = ("01-convention-1931", "03-standard-form-1957", "07-airgram", "08-memorandum-tab-a")
PAGE = "/compare/deviations?form=03-standard-form-1957/draft&draft=08-memorandum-tab-a/tab-a"
NOTE = {"of": "08-memorandum-tab-a/tab-a", "clause": "Article V", "words": "Asked for <b>", "kind": "reason"}


@pytest.fixture
def ilvane(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", *(str(EXAMPLE / f"{name}.txt") for name in NAMES), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_a_page_without_texts_says_what_it_is_for(ilvane: Client) -> None:
    assert "Choose the standard form" in page_of(ilvane, "/compare/deviations")


def test_departures_stand_with_their_words_and_reasons(ilvane: Client) -> None:
    page = page_of(ilvane, PAGE)

    assert "11 clauses depart, the weightiest first; 2 without a known reason." in page
    assert "one thousand → eight hundred" in page
    assert "Form sets pilotage at one thousand tons." in page
    assert "Article X of the form" in page
    assert "The draft follows the standard form in Articles I and IX." in page
    assert "No reason is known for the Preamble and Article V." in page


def test_a_reason_that_is_noted_stands_on_the_page_and_can_be_taken_back(ilvane: Client) -> None:
    assert ilvane.post(PAGE, NOTE).status_code == 303
    page = page_of(ilvane, PAGE)
    assert "Asked for &lt;b&gt;" in page
    assert "1 without a known reason" in page

    assert ilvane.post(PAGE, {"back": "1"}).status_code == 303
    assert "Asked for" not in page_of(ilvane, PAGE)


def test_a_conflict_links_to_the_provision_it_is_with(ilvane: Client) -> None:
    cites = {"kind": "conflict", "cites": "01-convention-1931", "where": "Article II"}
    assert ilvane.post(PAGE, NOTE | cites).status_code == 303
    page = page_of(ilvane, PAGE)

    assert "In conflict with</strong>" in page
    assert "/documents/01-convention-1931?from=" in page


@pytest.mark.parametrize("given", [NOTE | {"kind": "conflict"}, NOTE | {"clause": "nowhere"}, {"back": "x"}, {}])
def test_what_cannot_be_noted_is_told_on_the_page(ilvane: Client, given: dict[str, str]) -> None:
    answer = ilvane.post(PAGE, given)

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_deviations_are_taken_away_as_a_file(ilvane: Client) -> None:
    answer = ilvane.get(f"{PAGE}&as=word")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="deviations.docx"'
    assert ilvane.get(f"{PAGE}&as=json").status_code == 400
