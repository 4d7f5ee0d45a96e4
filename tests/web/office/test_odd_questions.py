"""No address that is typed wrong, and no form that is filled in wrong, brings a page down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from tests.haste import EVERY
from tests.web.office.walk import PAGES, Asked

from travaux import web

ODD = (
    "\0",
    "\0a",
    "9" * 30,
    "-1",
    "0",
    "9999-12-31",
    "0001-01-01",
    "a" * 3000,
    "²",
    "%",
    "'\";--",
    "{{ a }}",
    "🛳",
    "../..",
)


def _odd(page: str) -> Iterator[Asked]:
    """What the walk asks of a page, once for each set of fields, with one of them odd."""
    known = set[tuple[str, ...]]()
    turn = count()
    for asked in PAGES[page]():
        address, _, query = asked.address.partition("?")
        fields = dict(parse_qsl(query)) if asked.method == "GET" else asked.sent or {}
        if asked.json or (key := (asked.method, *sorted(fields))) in known:
            continue
        known.add(key)
        for name in fields:
            for value in ODD[next(turn) % EVERY :: EVERY]:
                odd = {**fields, name: value}
                yield (
                    Asked(f"{address}?{urlencode(odd)}") if asked.method == "GET" else Asked(asked.address, "POST", odd)
                )


@pytest.mark.parametrize("page", PAGES)
def test_an_odd_question_is_answered(browser_of: Callable[[str], Client], page: str) -> None:
    browser = browser_of("approver")
    for asked in _odd(page):
        answer = (
            browser.post(asked.address, asked.sent, secure=True)
            if asked.sent
            else browser.get(asked.address, secure=True)
        )
        assert answer.status_code < 500, asked


#: What any form of the pages has a field for.
FIELDS = {
    name
    for template in Path(web.__file__).parent.rglob("templates/**/*.html")
    for name in re.findall(r' name="([a-z_-]+)"', template.read_text(encoding="utf-8"))
}
FORMS = [page for page, rows in PAGES.items() if any(asked.sent and not asked.json for asked in rows())]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", [MULTIPART_CONTENT, "application/x-www-form-urlencoded"])
def test_a_sign_that_nothing_has_is_answered_in_any_field(
    browser_of: Callable[[str], Client], form: str, kind: str
) -> None:
    assert FIELDS >= {"words", "object", "addition", "term", "wording", "as_document"}
    browser = browser_of("approver")
    for asked in [each for each in PAGES[form]() if each.sent][::EVERY]:
        for fields in ({}, *({name: f"{value}\0"} for name, value in asked.sent.items())):
            sent = {**dict.fromkeys(FIELDS, "a\0b"), **asked.sent, **fields}
            sent = urlencode(sent) if kind != MULTIPART_CONTENT else sent
            answer = browser.post(asked.address, sent, secure=True, content_type=kind)
            assert answer.status_code < 500, (asked, fields)


#: Addresses with a name in them, and operations with a field.
ADDRESSES = """
documents/{} drafts/{} outline/{} brackets/{} export/{}?as=word directives/{} marking/{} positions/issues/{}
clearance/{} settle/{}/0-1 origin/{}/0-1 api/v1/documents/{} api/v1/drafts/{} api/v1/packages/{}
api/v1/exports/{}?form=word api/v1/search?q={} api/v1/search?q=a&actor={} api/v1/search?q=a&volume={}
api/v1/status?on=1962-01-01&of={} api/v1/check?on=9999-12-31&words={} api/v1/check?on=1962-01-01&words=a&at={}
api/v1/instructions?document={} api/v1/findings?document={} api/v1/mandate?on={} api/v1/issues?on={}
""".split()
_FAR = "9" * 30
PLACES = (
    f"register/{_FAR}",
    f"settle/accord/d1/{_FAR}-{_FAR}9",
    f"origin/accord/d1/{_FAR}-{_FAR}9",
    "origin/accord/d1/20-3",
    "settle/accord/d1/20-3",
    "api/v1/documents?page=1000000",
    "api/v1/search?page=1000000&q=a",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_odd_name_is_answered(browser_of: Callable[[str], Client], address: str) -> None:
    browser = browser_of("approver")
    for value in ODD:
        asked = "/" + address.format(urlencode({"": value})[1:])
        assert browser.get(asked, secure=True).status_code < 500, asked


@pytest.mark.parametrize("place", PLACES)
def test_an_odd_place_is_answered(browser_of: Callable[[str], Client], place: str) -> None:
    assert browser_of("approver").get(f"/{place}", secure=True).status_code < 500
