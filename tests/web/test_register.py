"""The register's pages, and the names marked in a document."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker
from tests.web.page import Page

from travaux.actions.build import build
from travaux.desk import file

LETTER = """7. Letter From Pell to Ash

Arven, May 2, 1961.

Dear Ash: Astley told the GOC so. Kerrow knows.
"""
LISTS = """Persons

Astley, Colm, Consul in Sarn until April 1961; thereafter Counselor of Embassy in <Corvany>

Kerrow, Ada, Minister of Justice

Kerrow, Tobias, Attaché

Abbreviations

GOC, Government of Corvany
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    folder = tmp_path_factory.mktemp("register")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "lists.txt").write_text(LISTS, encoding="utf-8")
    with django_db_blocker.unblock():
        build([folder / "letter.txt", folder / "lists.txt"], out=folder / "listed.travaux")
    return folder / "listed.travaux"


@pytest.fixture
def reader(listed: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    with django_db_blocker.unblock():
        file.open_file(listed)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def page(reader: Client, address: str) -> str:
    response = reader.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_name_in_the_text_says_who_it_is_and_leads_to_its_card(reader: Client) -> None:
    words = page(reader, "/documents/letter")
    ((_, link), *_) = [each for each in Page(words).having(class_="is-named") if each[1]["title"].startswith("Astley")]
    assert link["title"] == "Astley, Colm: Counselor of Embassy in <Corvany>"
    assert list(Page(words).having(id=link["href"].removeprefix("#")))


def test_marking_names_changes_no_word_of_the_text(reader: Client) -> None:
    text = Page(page(reader, "/documents/letter")).text(class_="body")
    assert "Astley told the GOC so. Kerrow knows." in " ".join(text.split())


def test_the_cards_tell_the_office_on_the_date_and_what_is_not_decided(reader: Client) -> None:
    words = " ".join(Page(page(reader, "/documents/letter")).text(class_="named").split())
    assert "Counselor of Embassy in <Corvany> (on this date)" in words
    assert "Consul in Sarn" not in words
    assert "Kerrow, Ada or Kerrow, Tobias" in words
    assert "Nothing here decides which of them is meant." in words


def test_the_register_is_searched_and_leads_to_entries(reader: Client) -> None:
    words = page(reader, "/register?name=sarn")
    assert "1 entry" in Page(words).text(class_="lead")
    (address,) = re.findall(r'href="(/register/\d+)"', words)
    entry = page(reader, address)
    assert "Astley, Colm, Consul in Sarn until April 1961" in html.unescape(entry)
    assert "<Corvany>" not in entry
    assert 'href="/documents/letter"' in entry


@pytest.mark.parametrize(
    "address",
    [
        "/register",
        "/register?kind=person&page=99",
        "/register?kind=nothing&name=%00%22%3E%3Cscript%3E",
        "/register?name=" + "x" * 5000,
    ],
)
def test_the_register_answers_whatever_is_asked(reader: Client, address: str) -> None:
    assert "<script>alert" not in page(reader, address)


def test_an_entry_that_is_not_there_is_a_page_that_says_so(reader: Client) -> None:
    assert reader.get("/register/999").status_code == 404
    assert reader.get(f"/register/{2**70}").status_code == 404


def test_a_file_without_lists_says_so(client: Client) -> None:
    assert "No source in this file lists persons or abbreviations." in client.get("/register").content.decode()
