"""Files to take away: every format from the page of a draft, a redline from the page of two, TEI of a document."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client
from tests.web.page import Page

from travaux.exchange.formats import FORMATS, Matter
from travaux.exchange.receive import receive

DRAFT, EARLIER, DOCUMENT = "accord/d2#1", "accord/d1#1", "accord/d1"
DRAFTS = [each.name for each in FORMATS if Matter.DRAFT in each.holds]


def _address(ident: str, **asked: str) -> str:
    return f"/export/{quote(ident, safe='/')}?" + "&".join(f"{name}={quote(value)}" for name, value in asked.items())


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_is_handed_out_in_every_format_under_a_name_of_its_own(client: Client, name: str) -> None:
    form = next(each for each in FORMATS if each.name == name)

    answer = client.get(_address(DRAFT, **{"as": name}))

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == form.media_type
    assert answer.headers["Content-Disposition"] == f'attachment; filename="accord-d2-1{form.ending}"'


def test_the_page_of_a_draft_offers_every_format_that_holds_one(client: Client) -> None:
    page = Page(client.get(f"/drafts/{quote(DRAFT, safe='/')}").text)

    told = page.text(class_="formats")
    assert all(each.title in told for each in FORMATS if Matter.DRAFT in each.holds)


def test_the_page_of_two_drafts_offers_their_redline(client: Client) -> None:
    page = Page(client.get(f"/compare?before={quote(EARLIER)}&after={quote(DRAFT)}").text)

    assert "PDF" in page.text(class_="formats")


def test_a_redline_tells_what_changed_and_is_named_so(client: Client) -> None:
    answer = client.get(_address(DRAFT, **{"as": "html", "since": EARLIER}))

    assert "<ins" in answer.text
    assert answer.headers["Content-Disposition"].endswith('-redline.html"')


def test_a_file_for_the_other_side_tells_no_source(client: Client) -> None:
    within = client.get(_address(DRAFT, **{"as": "json"}))
    leaving = client.get(_address(DRAFT, **{"as": "json", "outgoing": "1"}))

    mine, theirs = (receive(answer.content, name="draft.json").paper for answer in (within, leaving))
    assert mine.draft.text == theirs.draft.text
    assert mine.made_by
    assert (theirs.made_by, theirs.draft.at.document) == ((), DRAFT)


def test_a_document_is_handed_out_as_tei(client: Client) -> None:
    answer = client.get(_address(DOCUMENT, **{"as": "tei"}))

    assert answer.headers["Content-Type"] == "application/tei+xml"
    assert b'<idno type="document">accord/d1</idno>' in answer.content


def test_a_format_that_there_is_none_of_is_told_as_such(client: Client) -> None:
    answer = client.get(_address(DRAFT, **{"as": "sgml"}))

    assert answer.status_code == 400
    assert "There is no format sgml." in answer.text
