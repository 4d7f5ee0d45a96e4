"""The page of a rolling text's brackets over its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import Page

from travaux.actions.build import build
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "rolling-text"


@pytest.fixture
def rolling(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "rolling.travaux"
    with django_db_blocker.unblock():
        build([EXAMPLE], out=path)
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def words(client: Client, ident: str) -> str:
    return " ".join(Page(client.get(f"/brackets/{ident}").text).text(id="main").split())


def test_the_page_tells_how_many_and_the_oldest(rolling: Client) -> None:
    told = words(rolling, "reading-2/draft")
    assert "11 brackets, 4 to fill in · the oldest stands since 3 March 1964: Article 1, paragraph 1" in told


def test_the_table_has_a_row_a_version_with_what_is_new_and_gone(rolling: Client) -> None:
    told = words(rolling, "reading-2/draft").replace(" ", "")
    assert "VersionBracketsTofillinNewGoneOldestsince" in told
    for row in ("3March1964154150", "20May196411404", "11September19642109"):
        assert f"{row}3March1964" in told


def test_it_tells_whose_and_where_version_by_version(rolling: Client) -> None:
    told = words(rolling, "reading-3/draft").replace(" ", "")
    assert "nobodynamed1051" in told
    assert "Article1,paragraph2210" in told


def test_the_curve_has_a_point_a_version_and_the_one_shown_is_marked(rolling: Client) -> None:
    page = Page(rolling.get("/brackets/reading-2/draft").text)
    points = [each for tag, each in page.elements if tag == "circle"]
    assert [each.get("class", "") for each in points] == ["", "here", ""]
    heights = [float(each["cy"]) for each in points]
    assert heights == sorted(heights)
    assert not any("style" in each for _, each in page.elements)


def test_the_draft_and_the_overview_lead_there(rolling: Client) -> None:
    for path in ("/", "/drafts/reading-3/draft"):
        assert re.search(r'href="/brackets/reading-3/draft"', rolling.get(path).text)


def test_a_clean_text_says_so(client: Client) -> None:
    page = client.get("/").text
    (ident, *_) = re.findall(r'href="/brackets/([^"]+)"', page)
    assert "This version has no brackets: its text is clean." in words(client, ident)


def test_a_draft_that_is_not_there_is_told(rolling: Client) -> None:
    assert rolling.get("/brackets/nothing").status_code == 404
