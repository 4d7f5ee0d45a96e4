"""The journal tells who saw what of a high level: `test_the_walk` asks it of every answer, this of what an entry is."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from tests.web.office.answer import answer
from tests.web.office.planted import SECRET
from tests.web.office.walk import PAGES

from travaux.desk.access.viewer import house
from travaux.desk.journal.listing import listing
from travaux.desk.journal.rows import JournalEntry


def test_who_may_not_see_a_document_is_noted_on_none(browser_of: Callable[[str], Client]) -> None:
    for page in ("overview", "search", "document", "mandate"):
        for asked in PAGES[page]():
            answer(browser_of("reader"), asked)
    assert not JournalEntry.objects.filter(verb="saw").exists()


def test_an_entry_tells_on_what_kind_of_page_the_words_were_shown(browser_of: Callable[[str], Client]) -> None:
    browser = browser_of("negotiator")
    for address in ("/search?q=telegram", "/search?q=zqalpha*", f"/documents/{SECRET.id}"):
        assert browser.get(address, secure=True).status_code == 200
    looks = JournalEntry.objects.filter(verb="saw", name=SECRET.id).order_by("number")
    assert list(looks.values_list("content", flat=True)) == ['{"page":"search"}', '{"page":"document"}']
    told = browser_of("negotiator").get(f"/journal?on={SECRET.id}&sights=1", secure=True).content.decode()
    assert "page: search" not in told
    with house():
        assert [each.seen_on for each in listing(SECRET.id).entries if each.verb == "saw"][-2:] == [
            "document",
            "search",
        ]


def test_an_answer_that_shows_and_names_what_is_open_alone_makes_no_entry(browser_of: Callable[[str], Client]) -> None:
    browser, before = browser_of("negotiator"), JournalEntry.objects.count()
    for address in (
        "/origin/accord/d1/0-20",
        "/search?q=nothing",
        "/search?q=zqdelta*",
        "/account",
        "/api/v1/documents?limit=1",
    ):
        assert browser.get(address, secure=True).status_code == 200
    assert JournalEntry.objects.count() == before
