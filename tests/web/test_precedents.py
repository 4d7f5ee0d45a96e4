"""The pages of a library of agreements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of

from travaux.cli.app import run
from travaux.desk import file
from travaux.precedent.add import add

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def ilvane(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", str(EXAMPLES / "strait-of-ilvane" / "08-memorandum-tab-a.txt"), "-o", str(path)]) == 0
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


@pytest.fixture
def with_library(ilvane: Client, tmp_path: Path) -> Client:
    add(tmp_path / "ilvane.library", sorted((EXAMPLES / "library").glob("*.txt")))
    return ilvane


def test_the_pages_are_named_only_where_there_is_a_library(ilvane: Client, tmp_path: Path) -> None:
    assert "/precedents" not in page_of(ilvane, "/")
    assert "No library of agreements is named" in page_of(ilvane, "/precedents", status=400)
    add(tmp_path / "ilvane.library", sorted((EXAMPLES / "library").glob("*.txt")))
    assert "/precedents" in page_of(ilvane, "/")


def test_a_provision_of_a_draft_has_its_precedents(with_library: Client) -> None:
    page = page_of(with_library, "/precedents?draft=08-memorandum-tab-a/tab-a&at=Article+III")
    assert "halvern-sellane-1949, Article 2" in page
    assert "How the wording moved" in page


def test_words_asked_for_are_data(with_library: Client) -> None:
    page = page_of(with_library, "/precedents?how=tolerant&words=<script>by+day+and+by+night")
    assert "<script>by" not in page and "<mark>by day and by night" in page


def test_a_heat_map_shows_the_share_of_words(with_library: Client) -> None:
    page = page_of(with_library, "/precedents/draft?draft=08-memorandum-tab-a/tab-a")
    assert "As a whole it follows <strong>TREATY OF NAVIGATION AND NAVAL ACCESS" in page
    assert 'class="heat-10">9' in page


def test_standard_clauses_and_families_stand_with_their_variants(with_library: Client) -> None:
    page = page_of(with_library, "/precedents/families")
    assert "In 3 agreements, in 3 wordings" in page
    assert "halvern-moravel-1934" in page


@pytest.mark.parametrize(
    "address",
    ["/precedents?words=—", "/precedents?draft=08-memorandum-tab-a/tab-a&at=Article+99", "/precedents?words=x&since=x"],
)
def test_what_cannot_be_asked_is_said(with_library: Client, address: str) -> None:
    answer = with_library.get(address)
    assert answer.status_code == 400 and 'role="alert"' in answer.content.decode()


def test_an_agreement_that_is_registered_stands_with_its_status(with_library: Client, tmp_path: Path) -> None:
    strait = EXAMPLES / "strait-of-ilvane"
    assert run(["build", str(strait), "-o", str(tmp_path / "ilvane.travaux")]) == 0
    assert run(["status", str(tmp_path / "ilvane.travaux"), "--take", str(strait / "instruments.toml")]) == 0
    add(tmp_path / "ilvane.library", sorted(strait.glob("0[12]-*.txt")))
    file.open_file(tmp_path / "ilvane.travaux")
    page = page_of(with_library, "/precedents?words=open+in+time+of+peace+to+the+merchant+ships+of+both+Parties")
    assert '<a href="/status" title="By the register of instruments, today">ended on 1963-12-04</a>' in page
    page = page_of(with_library, "/precedents/draft?draft=08-memorandum-tab-a/tab-a")
    assert page.count("ended on 1963-12-04") == 1
